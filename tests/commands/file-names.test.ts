import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { fileNameOf } from '../../src/commands/map-file.ts'
import { readFiles, readHere } from '../../src/commands/read-files.ts'
import { findFile } from '../../src/formats/find-file.ts'
import { guessChoices } from '../../src/formats/found/choices.ts'
import { importedMap } from '../../src/formats/found/imported.ts'
import { zipTexts } from '../../src/formats/zip.ts'
import { naughty } from '../support/naughty.ts'

test('Every naughty string as a map’s title gives a name that every file system takes, and never an empty one', () => {
  for (const title of naughty) {
    const name = fileNameOf({ title, question: '' }, '2016-05-19', '.sightlines.json')
    expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]+ 2016-05-19\.sightlines\.json$/u)
    expect(name).not.toMatch(/^[. ]|[. ] 2016/)
    // A sign is never cut in half, and no file system is given more bytes than it holds.
    expect(name).not.toMatch(/\p{Cs}/u)
    expect(Buffer.byteLength(name)).toBeLessThan(255)
  }
})

test('Every naughty string as a file’s name in a zip stands there and comes back, one beside another of the same name', () => {
  const files = naughty.map((name) => ({ name, text: name }))
  const back = unzipSync(zipTexts([...files, ...files]))
  expect(Object.keys(back)).toHaveLength(2 * naughty.length)
})

test('A file of any other tool with a naughty name is read, and its map and its view are called by it', async () => {
  const bytes = new TextEncoder().encode('From,To\nWard,GP\n')
  const { met, refused } = await readFiles(naughty.map((name) => ({ name: `${name}.csv`, size: bytes.length, bytes: async () => bytes })), (one) => findFile(one, () => {}), readHere)
  expect(refused).toEqual([])
  expect(met.map(({ file }) => file)).toEqual(naughty.map((name) => `${name}.csv`))
  for (const [i, { found }] of met.entries()) {
    const [first] = found.maps
    const title = naughty[i] ?? ''
    const map = first && importedMap(first, guessChoices(first), { mapId: 'm', lineage: 'm', added: '', title, perspective: 'file' }).map
    expect([map?.meta.title, map?.perspectives.get('file')?.name]).toEqual([title, title])
  }
})
