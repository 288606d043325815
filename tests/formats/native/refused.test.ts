import { expect, test } from 'vitest'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { zipTexts } from '../../../src/formats/zip.ts'

const head = '"format": "sightlines", "formatVersion": 1'
const bytes = (text: string) => new TextEncoder().encode(text)
const times = (item: string, count: number) => Array.from({ length: count }, () => item).join(',')

/** What is refused whole, and the words that say why and where. */
const REFUSED: readonly (readonly [string, Uint8Array | string, string, string])[] = [
  ['nothing', '', 'The file', 'it is empty'],
  ['only spaces', ' \n\t ', 'The file', 'it is empty'],
  ['text', 'Ward -> Brokerage', 'Line 1, column 1', 'a value was expected, and “W” stands here'],
  ['a missing comma', `{\n  ${head}\n  "map": {}\n}`, 'Line 3, column 3', 'a comma or } was expected, and “"” stands here'],
  ['a comma too many', `{ ${head}, }`, 'Line 1, column 47', 'a name in double quotes was expected, and “}” stands here'],
  ['a file cut short', `{ ${head}, "elements": [ {`, 'Line 1, column 62', 'a name in double quotes was expected, and the end of the file stands here'],
  ['a file cut short inside quotes', `{ ${head}, "map": { "title": "Har`, 'Line 1, column 69', 'the file ends inside quotes'],
  ['something after the end', `{ ${head} } extra`, 'Line 1, column 48', 'the file should end here, and goes on with “e”'],
  ['a line break in quotes', '{ "format": "sight\nlines" }', 'Line 1, column 19', 'a line break or another control character stands inside quotes'],
  ['a list', '[]', 'The file', 'it holds a list, and a Sightlines map is an object with “format”: “sightlines”'],
  ['a number', '42', 'The file', 'it holds a single value, and a Sightlines map is an object with “format”: “sightlines”'],
  ['null', 'null', 'The file', 'it holds a single value, and a Sightlines map is an object with “format”: “sightlines”'],
  ['no format', '{ "elements": [] }', '“format”', 'the file does not say that it is a Sightlines map'],
  ['another format', '{ "format": "kumu", "elements": [] }', '“format”', 'the file says that it is “kumu”, not a Sightlines map'],
  ['a format that is no text', '{ "format": ["sightlines"] }', '“format”', 'the file says that it is “["sightlines"]”, not a Sightlines map'],
  ['a larger version', '{ "format": "sightlines", "formatVersion": 2 }', '“formatVersion”', 'the file is of version 2, and this Sightlines reads up to version 1; a newer Sightlines opens it'],
  ['a file with a passphrase', '{ "format": "sightlines-encrypted", "formatVersion": 1 }', 'The file', 'it is locked with a passphrase; opened by itself, it asks for it'],
  ['depth', `{ ${head}, "x": ${'['.repeat(200)}${']'.repeat(200)} }`, 'Line 1, column 251', 'lists and objects stand more than 200 deep inside one another'],
  ['50,001 elements', `{ ${head}, "elements": [${times('{}', 50_001)}] }`, 'Line 1, column 150060', 'there are more than 50,000 elements, which is the most Sightlines opens'],
  ['250,001 ties', `{ ${head}, "relationships": [${times('{}', 250_001)}] }`, 'Line 1, column 750065', 'there are more than 250,000 ties, which is the most Sightlines opens'],
  ['50,001 elements in a version', `{ ${head}, "versions": [{ "content": { "elements": [${times('0', 50_001)}] } }] }`, 'Line 1, column 100088', 'there are more than 50,000 elements, which is the most Sightlines opens'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'The file', 'it is a picture, and a Sightlines map is text'],
  ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'The file', 'it is a data file (JSON) of another program, and a Sightlines map is text'],
]

for (const [name, input, place, reason] of REFUSED) {
  test(`refused whole, with the place and the reason: ${name}`, () => {
    expect(readNative(input)).toEqual({ ok: false, place, reason })
    if (typeof input === 'string') expect(readNative(bytes(input))).toEqual({ ok: false, place, reason })
  })
}

test('a zip read as a map is refused as a zip', () => {
  const read = readNative(zipTexts([{ name: 'map.sightlines.json', text: '{}'.repeat(300) }]))
  expect(read).toMatchObject({ ok: false, place: expect.any(String), reason: expect.any(String) })
})

test('a file of more than 64 MB is refused before it is read', () => {
  expect(readNative(new Uint8Array(64 * 1024 * 1024 + 1))).toEqual({ ok: false, place: 'The file', reason: 'it is 65 MB, and Sightlines opens files up to 64 MB' })
})

test('a version that is no number is read as version 1, and said', () => {
  for (const [given, shown] of [['"1"', '“1”'], ['0', '“0”'], ['null', 'not given'], ['[1]', '“[1]”'], ['0.5', '“0.5”']]) {
    const read = readNative(`{ "format": "sightlines", "formatVersion": ${given} }`)
    expect(read).toMatchObject({ ok: true, repairs: expect.arrayContaining([{ place: '“formatVersion”', words: `it held ${shown}; the file was read as version 1` }]) })
  }
  expect(readNative('{ "format": "sightlines", "formatVersion": "3" }')).toMatchObject({ ok: false, place: '“formatVersion”' })
})

test('100,000 lists inside one another are refused at once', () => {
  expect(readNative('['.repeat(100_000))).toMatchObject({ ok: false, reason: 'lists and objects stand more than 200 deep inside one another' })
})

test('exactly 200 deep is read', () => {
  expect(readNative(`{ ${head}, "x": ${'['.repeat(199)}${']'.repeat(199)} }`).ok).toBe(true)
})
