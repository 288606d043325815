import { expect, test } from 'vitest'
import { scanJson } from '../../../src/formats/native/scan-json.ts'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { writeNative } from '../../../src/formats/native/write-native.ts'
import { between, seeded } from '../../support/seeded.ts'
import { generateWhole } from '../../support/generate-whole.ts'
import { JSON_TEXTS } from './json-suite.ts'

const options = { app: '1.0.0', savedAt: '', includePrivate: true }

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('the walk over JSON accepts and refuses what it must, and agrees with the engine’s own parser', () => {
  for (const [kind, name, text] of JSON_TEXTS) {
    const { fault } = scanJson(text)
    if (kind !== 'i') expect(fault === null, name).toBe(kind === 'y')
    if (!name.includes('deep') && !name.includes('100,000')) expect(fault === null, name).toBe(parses(text))
  }
})

test('none of the texts throws as a file, and none is taken for a map', () => {
  for (const [, name, text] of JSON_TEXTS) {
    for (const input of [text, new TextEncoder().encode(text)]) {
      const read = readNative(input)
      expect(read.ok, name).toBe(false)
      if (!read.ok) expect([read.place, read.reason].every((words) => words.length > 3), name).toBe(true)
    }
  }
})

test('inside a map, what is JSON is kept and what is not is refused with its line', () => {
  for (const [kind, name, text] of JSON_TEXTS) {
    if (kind === 'i' || text.trim() === '') continue
    const read = readNative(`{"format":"sightlines","formatVersion":1,"map":{"id":"m"},"perspectives":[{"id":"shared","type":"shared"}],\n"x-kept":${text}}`)
    expect(read.ok, name).toBe(kind === 'y')
    if (read.ok) expect(JSON.stringify(JSON.parse(writeNative(read.whole, options))['x-kept']), name).toBe(JSON.stringify(JSON.parse(text)))
    else expect(read.place, name).toMatch(/^Line [2-4], column \d+$/)
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

let cached = ''

test('a file with any one character taken out, put in or changed never throws, and agrees with the engine’s parser on what is JSON', () => {
  for (let seed = 0; seed < 1500; seed++) {
    const random = seeded(seed)
    const text = seed % 50 === 0 || !cached ? (cached = writeNative(generateWhole(random, 0.3), options)) : cached
    const at = between(random, 0, text.length - 1)
    const put = ['', '"', '{', '}', '[', ']', ',', ':', '\\', '\u0000', 'e', '-', '9', '\ud800', ' '][between(random, 0, 14)] ?? ''
    const broken = text.slice(0, at) + put + text.slice(at + between(random, 0, 1))
    const read = readNative(broken)
    if (!parses(broken)) expect(read, `seed ${seed}`).toMatchObject({ ok: false, place: expect.stringMatching(/^Line \d+, column \d+$/) as string })
    else expect(scanJson(broken).fault, `seed ${seed}`).toBeNull()
  }
})

test('bytes of any kind never throw', () => {
  for (let seed = 0; seed < 300; seed++) {
    const random = seeded(seed)
    const bytes = Uint8Array.from({ length: between(random, 0, 200) }, () => between(random, 0, 255))
    expect(readNative(bytes).ok, `seed ${seed}`).toBe(false)
  }
})
