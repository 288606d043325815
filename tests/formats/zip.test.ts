import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { describe as inWords, detect } from '../../src/formats/detect.ts'
import { unzipMaps, zipTexts } from '../../src/formats/zip.ts'

const map = (title: string) => JSON.stringify({ format: 'sightlines', formatVersion: 1, map: { title } })

test('maps come out of a zip as they went in, under names of their own', () => {
  const files = [
    { name: 'Ward.sightlines.json', text: map('one') },
    { name: 'Ward.sightlines.json', text: map('two 病房') },
    { name: '__proto__.sightlines.json', text: map('three') },
    { name: '10.sightlines.json', text: map('four') },
  ]
  const read = unzipMaps(zipTexts(files))
  if (!read.ok) throw new Error(read.reason)
  expect(new Map(read.files.map(({ name, text }) => [name, text]))).toEqual(
    new Map([['Ward.sightlines.json', map('one')], ['Ward 2.sightlines.json', map('two 病房')], ['__proto__.sightlines.json', map('three')], ['10.sightlines.json', map('four')]]),
  )
})

test('two zips of the same maps are the same bytes', () => {
  expect(zipTexts([{ name: 'a', text: 'b' }])).toEqual(zipTexts([{ name: 'a', text: 'b' }]))
})

test('what is no map is passed over, and a zip of nothing else is refused in words', () => {
  const mixed = zipSync({ 'notes.txt': strToU8('hello'), folder: {}, 'map.json': strToU8(map('x')), '__MACOSX/._map.json': new Uint8Array([0, 5, 22, 7]) })
  expect(unzipMaps(mixed)).toMatchObject({ ok: true, files: [{ name: 'map.json' }] })
  expect(unzipMaps(zipSync({ 'notes.txt': strToU8('hello') }))).toEqual({ ok: false, place: 'The zip', reason: 'there is no Sightlines map in it' })
})

test('a zip that unpacks to far more than its size is refused before it is unpacked', () => {
  const bomb = zipSync({ 'map.json': new Uint8Array(60 * 1024 * 1024) }, { level: 9 })
  expect(bomb.length).toBeLessThan(100_000)
  expect(unzipMaps(bomb)).toEqual({ ok: false, place: 'The zip', reason: 'it unpacks to more than 200 times its size' })
})

test('a zip that lies about its sizes is counted as it unpacks', () => {
  const bomb = zipSync({ 'map.json': new Uint8Array(60 * 1024 * 1024) }, { level: 9 })
  const view = new DataView(bomb.buffer, bomb.byteOffset)
  view.setUint32(22, 100, true)
  expect(unzipMaps(bomb)).toMatchObject({ ok: false, reason: 'it unpacks to more than 200 times its size' })
})

test('a zip cut short at any place is refused and never throws', () => {
  const whole = zipTexts([{ name: 'a.sightlines.json', text: map('a'.repeat(2000)) }, { name: 'b.sightlines.json', text: map('b') }])
  for (let length = 0; length < whole.length; length += 7) {
    const read = unzipMaps(whole.slice(0, length))
    if (read.ok) for (const { text } of read.files) expect(JSON.parse(text)).toMatchObject({ format: 'sightlines' })
    else expect(read.reason).not.toBe('')
  }
})

test('a file is known by its bytes', () => {
  const cases: readonly (readonly [Uint8Array, string])[] = [
    [zipTexts([]), 'a zip file'],
    [zipTexts([{ name: 'a', text: 'b' }]), 'a zip file'],
    [strToU8('%PDF-1.7'), 'a PDF'],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'a picture'],
    [new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'a picture'],
    [strToU8('\n<!DOCTYPE html><p>'), 'a web page'],
    [strToU8('<?xml version="1.0"?><html lang="en">'), 'a web page'],
    [strToU8('<?xml version="1.0"?><gexf>'), 'an XML file'],
    [strToU8('Ward -> Brokerage'), 'plain text'],
    [strToU8('\ufeff{ "format": "sightlines" }'), 'a Sightlines map'],
    [strToU8('{"format":"sightlines-encrypted"}'), 'a Sightlines map with a passphrase'],
    [strToU8('{"type":"FeatureCollection"}'), 'a data file (JSON) of another program'],
    [new Uint8Array([0x1f, 0x8b, 8]), 'a compressed file'],
    [new Uint8Array([1, 0, 2, 0]), 'a file that Sightlines does not know'],
    [new Uint8Array(), 'empty'],
  ]
  for (const [bytes, words] of cases) expect(inWords(detect(bytes))).toBe(words)
})
