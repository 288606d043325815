import { createCipheriv, pbkdf2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { detect } from '../../../src/formats/detect.ts'
import { lockText, readLock, unlock } from '../../../src/formats/native/lock.ts'

const chance = () => ({ salt: Uint8Array.from({ length: 16 }, (_, i) => i * 7), iv: Uint8Array.from({ length: 12 }, (_, i) => 255 - i) })
const bytes = (text: string) => new TextEncoder().encode(text)
const TEXT = '{ "format": "sightlines", "title": "Größe 🏥 مستشفى" }\n'
const locked = await lockText(TEXT, 'harbour city tide table', chance(), 600_000)

async function opened(text: string, passphrase: string): Promise<string | null> {
  const lock = readLock(bytes(text))
  if (!lock.ok) throw new Error(`${lock.place}: ${lock.reason}`)
  const inside = await unlock(lock, passphrase)
  return inside && new TextDecoder().decode(inside)
}

test('A locked file says what it is and nothing of what is in it, and its passphrase alone opens it', async () => {
  expect(detect(bytes(locked))).toBe('locked')
  const file = JSON.parse(locked) as Record<string, unknown>
  expect(Object.keys(file)).toEqual(['format', 'formatVersion', 'kdf', 'iterations', 'salt', 'iv', 'cipher', 'data'])
  expect(file).toMatchObject({ format: 'sightlines-encrypted', formatVersion: 1, kdf: 'PBKDF2-SHA-256', iterations: 600_000, cipher: 'AES-256-GCM' })
  for (const text of [locked, Buffer.from(file['data'] as string, 'base64').toString('latin1')]) expect(text).not.toMatch(/title|Größe/)
  expect(await opened(locked, 'harbour city tide table')).toBe(TEXT)
  expect(await opened(JSON.stringify(file), 'harbour city tide table')).toBe(TEXT)
  for (const wrong of ['Harbour city tide table', '']) expect(await opened(locked, wrong)).toBeNull()
})

test('The usual number of rounds is one million', async () => {
  expect(JSON.parse(await lockText('{}', 'a', chance()))).toMatchObject({ iterations: 1_000_000 })
})

test('A letter that keyboards write in two ways is one letter of a passphrase', async () => {
  const text = await lockText(TEXT, 'caf\u00e9 au lait', chance(), 600_000)
  expect(await opened(text, 'cafe\u0301 au lait')).toBe(TEXT)
})

test('A file locked by another program, as the format says, opens here', async () => {
  const header = { format: 'sightlines-encrypted', formatVersion: 1, kdf: 'PBKDF2-SHA-256', iterations: 600_000, salt: 'c2FsdHNhbHQ=', iv: 'AAECAwQFBgcICQoL', cipher: 'AES-256-GCM' }
  const cipher = createCipheriv('aes-256-gcm', pbkdf2Sync('four words at once', Buffer.from('saltsalt'), 600_000, 32, 'sha256'), Buffer.from(header.iv, 'base64'))
  cipher.setAAD(Buffer.from(JSON.stringify(header)))
  const data = Buffer.concat([cipher.update(TEXT), cipher.final(), cipher.getAuthTag()]).toString('base64')
  expect(await opened(JSON.stringify({ data, ...header }), 'four words at once')).toBe(TEXT)
})

test('A byte changed anywhere, in the header too, and nothing opens', async () => {
  const file = JSON.parse(locked) as Record<string, unknown>
  const data = Buffer.from(file['data'] as string, 'base64')
  data[5] = (data[5] ?? 0) ^ 1
  for (const changed of [{ data: data.toString('base64') }, { iterations: 600_001 }, { salt: 'AAAAAAAAAAAAAAAAAAAAAA==' }]) expect(await opened(JSON.stringify({ ...file, ...changed }), 'harbour city tide table')).toBeNull()
})

test('What no passphrase could open is refused, with its place', () => {
  const file = JSON.parse(locked) as Record<string, unknown>
  const cases: readonly (readonly [Record<string, unknown>, string])[] = [
    [{ formatVersion: 2 }, '“formatVersion”'], [{ kdf: 'argon2id' }, '“kdf”'], [{ cipher: 'AES-128-CBC' }, '“cipher”'],
    [{ iterations: 599_999 }, '“iterations”'], [{ iterations: 5_000_001 }, '“iterations”'], [{ iterations: 'many' }, '“iterations”'], [{ iterations: undefined }, '“iterations”'],
    [{ salt: '' }, '“salt”'], [{ salt: 7 }, '“salt”'], [{ iv: 'AAAA' }, '“iv”'], [{ data: 'AAAA' }, '“data”'], [{ data: '!' }, '“data”'], [{ data: null }, '“data”'],
  ]
  for (const [change, place] of cases) expect(readLock(bytes(JSON.stringify({ ...file, ...change })))).toMatchObject({ ok: false, place, reason: expect.any(String) })
  expect(readLock(bytes(locked.slice(0, 200)))).toMatchObject({ ok: false, place: 'Line 8, column 24', reason: 'the file ends inside quotes' })
})
