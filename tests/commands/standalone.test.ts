import { brotliDecompressSync, inflateRawSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writeStandalone } from '../../src/commands/standalone.ts'
import { AS_IT_IS, type Leaving } from '../../src/formats/leaving/what-leaves.ts'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make } from '../../src/model/change.ts'
import { openPage } from '../support/page-map.ts'
import { paths, planted, wordOf } from '../support/planted-map.ts'

const SECRET = 'otterinthedrawer'
/** The planted map, with a view and a reflection that are nobody else's. */
const map = apply(planted, {
  writes: [
    make('perspectives', 'mine', { name: `${SECRET} view`, type: 'person', private: true, order: 9 }),
    { at: 'judgements', id: judgementId('mine', 'e'), field: 'note', to: `${SECRET} note` },
    make('reflections', 'alone', { words: `${SECRET} words`, private: true }),
  ],
})

/** Everything that can be read in a page: its text, and whatever lies packed in it, unpacked in each way that there is. */
function everythingIn(page: Uint8Array): string {
  const text = new TextDecoder().decode(page)
  const packed = [...text.matchAll(/base64,([A-Za-z0-9+/=]+)/g)].map(([, data]) => Buffer.from(data ?? '', 'base64'))
  const unpacked = packed.flatMap((bytes) => [(inside: Buffer) => inside, inflateSync, inflateRawSync, brotliDecompressSync].map((unpack) => {
    try {
      return unpack(bytes).toString('latin1')
    } catch {
      return ''
    }
  }))
  return [text, decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, '%25')), ...unpacked].join('\n')
}

async function written(options: Partial<Leaving>): Promise<string> {
  const { saved } = openPage(map)
  await writeStandalone({ ...AS_IT_IS, ...options })
  const [file] = saved
  if (!file) throw new Error('Nothing was saved')
  expect(file.bytes.length).toBeLessThan(600_000)
  return everythingIn(file.bytes)
}

test('What is left out of a standalone page is nowhere in its bytes', async () => {
  const found = (text: string) => paths.filter((path) => text.includes(wordOf(path)))
  const whole = await written({})
  expect(found(whole)).toEqual(expect.arrayContaining(['elements.name', 'elements.description', 'perspectives.name', 'judgements.note', 'organisations.name']))
  expect(whole).not.toContain(SECRET)
  const coded = await written({ names: 'codes', words: false })
  expect(found(coded).sort()).toEqual(['meta.question', 'meta.title'])
  const roles = await written({ names: 'roles', words: false })
  expect(found(roles).filter((path) => !/^(?:meta|organisations|perspectives)\./.test(path))).toEqual([])
  const none = await written({ attribution: 'none' })
  expect(found(none).filter((path) => /^(?:judgements|perspectives)\./.test(path))).toEqual([])
})
