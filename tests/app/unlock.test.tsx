import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { commandContext } from '../../src/commands/dispatch.ts'
import { offerGather } from '../../src/commands/gather-files.ts'
import { openFiles } from '../../src/commands/open-files.ts'
import type { FileIn } from '../../src/commands/ports.ts'
import { lockText } from '../../src/formats/native/lock.ts'
import { readNative } from '../../src/formats/native/read-native.ts'
import { writeNative } from '../../src/formats/native/write-native.ts'
import { OpenDialog } from '../../src/panels/open/OpenDialog.tsx'
import { session } from '../../src/session/session.ts'
import { openApp, openMap } from './open-app.ts'

const options = { app: '0', savedAt: '2026-05-19T09:38:00.000Z', includePrivate: false }
const PASSPHRASE = 'four words at once'

beforeEach(async () => void (await openApp()))
afterEach(cleanup)

async function lockedFile(name: string, id: string): Promise<FileIn> {
  const map = openMap()
  const text = writeNative({ map: { ...map, meta: { ...map.meta, mapId: id, title: name } }, contents: new Map() }, options)
  const bytes = new TextEncoder().encode(await lockText(text, PASSPHRASE, { salt: new Uint8Array(16).fill(id.length), iv: new Uint8Array(12) }, 600_000))
  return { name: `${name}.locked.json`, size: bytes.length, bytes: async () => bytes }
}

it('A locked file asks for its passphrase: a wrong one says so and changes nothing, the right one opens it', async () => {
  const file = await lockedFile('Kept close', 'kept-close')
  const before = openMap()
  const user = userEvent.setup()
  render(<OpenDialog />)
  const opening = openFiles([file])
  const field = await screen.findByLabelText('Passphrase')
  expect(screen.getByRole('dialog', { name: 'Open' }).textContent).toContain('Kept close.locked.json')
  await user.type(field, 'four words{Enter}')
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('This passphrase does not open it. Nothing has changed.'), { timeout: 10_000 })
  expect(openMap()).toBe(before)
  expect(field.getAttribute('aria-invalid')).toBe('true')
  await user.clear(field)
  await user.type(field, `${PASSPHRASE}{Enter}`)
  await opening
  expect(openMap().meta.title).toBe('Kept close')
  expect(session.getState().dialog).toBeNull()
})

it('One passphrase opens all that were locked with it, and they are gathered', async () => {
  const files = [await lockedFile('Table 1', 'table-one'), await lockedFile('Table 2', 'table-2')]
  const user = userEvent.setup()
  render(<OpenDialog />)
  const gathering = offerGather(files)
  await user.type(await screen.findByLabelText('Passphrase'), `${PASSPHRASE}{Enter}`)
  await gathering
  const { dialog } = session.getState()
  expect(dialog?.name === 'Gather' && dialog.files.map(({ file }) => file)).toEqual(['Table 1.locked.json', 'Table 2.locked.json'])
})

it('Letting a locked file be leaves everything as it was, and what cannot be unlocked says why', async () => {
  const before = openMap()
  const user = userEvent.setup()
  render(<OpenDialog />)
  const file = await lockedFile('Kept close', 'kept-close')
  const opening = openFiles([file])
  await screen.findByLabelText('Passphrase')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await opening
  expect(session.getState().dialog).toBeNull()
  expect(openMap()).toBe(before)
  expect(session.getState().said.words).toBe('The file was left as it is. Nothing has changed.')
  const newer = new TextEncoder().encode(new TextDecoder().decode(await file.bytes()).replace('"formatVersion": 1', '"formatVersion": 2'))
  await openFiles([{ ...file, bytes: async () => newer }])
  expect(screen.getByRole('listitem').textContent).toContain('“formatVersion”: the file is locked in the manner of version “2”')
})

it('A locked map file is the map, and no file that the browser keeps is written over', async () => {
  const { writeMapFile } = await import('../../src/commands/map-file.ts')
  const saved: { name: string; bytes: Uint8Array }[] = []
  commandContext().files.save = async (name, bytes) => (saved.push({ name, bytes }), name)
  await writeMapFile(undefined, PASSPHRASE)
  const [file] = saved
  expect(file?.name).toMatch(/ 2026-05-19\.locked\.json$/)
  expect(new TextDecoder().decode(file?.bytes)).not.toContain('What helps')
  const { readLock, unlock } = await import('../../src/formats/native/lock.ts')
  const lock = readLock(file?.bytes ?? new Uint8Array())
  const read = lock.ok ? readNative((await unlock(lock, PASSPHRASE)) ?? '') : lock
  expect(read.ok && read.whole.map.meta.question).toBe('What helps?')
})
