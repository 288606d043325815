import { expect, test } from 'vitest'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { writeNative } from '../../../src/formats/native/write-native.ts'
import { apply } from '../../../src/model/apply.ts'
import { make } from '../../../src/model/change.ts'
import { emptyMap } from '../../../src/model/empty-map.ts'
import { canonicalContent } from '../../../src/formats/native/write-content.ts'
import { contentKey } from '../../../src/formats/native/content-key.ts'
import { readContent } from '../../../src/formats/native/read-content.ts'
import { generateWhole } from '../../support/generate-whole.ts'
import { rankedContent } from '../../support/ranked.ts'
import { seeded } from '../../support/seeded.ts'

const options = { app: '1.0.0', savedAt: '2026-11-22T10:00:00Z', includePrivate: true }

/** The same map with every table and set built in the other order. */
function turned<T>(value: T): T {
  if (value instanceof Map) return new Map([...value].reverse().map(([key, inner]) => [key, turned(inner)])) as T
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, turned(inner)])) as T
}

test('two saves of one map differ only in `savedAt`, however the map came to be', () => {
  for (let seed = 0; seed < 100; seed++) {
    const whole = generateWhole(seeded(seed))
    const [one, two] = [writeNative(whole, options).split('\n'), writeNative(turned(whole), { ...options, savedAt: '2027-01-01T00:00:00Z' }).split('\n')]
    expect(two.length, `seed ${seed}`).toBe(one.length)
    expect(one.filter((line, i) => line !== two[i]), `seed ${seed}`).toEqual(['  "savedAt": "2026-11-22T10:00:00Z",'])
  }
})

test('a private perspective and a private reflection are nowhere in the text unless they are ticked', () => {
  const secret = 'NOBODYELSE'
  const map = apply(emptyMap('m'), {
    writes: [
      make('elements', 'e', { name: 'Ward' }),
      make('perspectives', 'mine', { name: `${secret} view`, type: 'person', private: true }),
      { at: 'judgements', id: 'mine:e', field: 'note', to: `${secret} note` },
      make('reflections', 'r', { words: `${secret} words`, private: true }),
      make('reflections', 'open', { words: 'For the room' }),
    ],
  })
  const whole = { map, contents: new Map() }
  expect(writeNative(whole, { ...options, includePrivate: false })).not.toContain(secret)
  expect(writeNative(whole, { ...options, includePrivate: false })).toContain('For the room')
  const ticked = writeNative(whole, options)
  expect(ticked.split(secret).length - 1).toBe(3)
  const read = readNative(ticked)
  expect(read.ok && read.whole.map.perspectives.get('mine')?.private).toBe(true)
  expect(read.ok && read.whole.map.reflections.get('r')?.private).toBe(true)
})

test('the history goes along only where nothing is left out beside it', () => {
  const open = { map: emptyMap('m'), contents: new Map() }
  const withPrivate = { map: apply(open.map, { writes: [make('reflections', 'r', { private: true })] }), contents: new Map() }
  expect(JSON.parse(writeNative(open, { ...options, document: 'AAAA' }))).toHaveProperty('document', { encoding: 'yjs-v2', state: 'AAAA' })
  for (const includePrivate of [true, false]) expect(JSON.parse(writeNative(withPrivate, { ...options, includePrivate, document: 'AAAA' }))).not.toHaveProperty('document')
})

test('an element that was an outcome keeps what it held as one', () => {
  const map = apply(emptyMap('m'), { writes: [make('elements', 'e', { name: 'Ward', kind: 'team', measure: 'Days' }), make('elements', 'f', { name: 'Plain', kind: 'team' }), make('outcomeReadings', 'x', { element: 'e', value: 3, date: '2016-05-19', order: 1 })] })
  const text = writeNative({ map, contents: new Map() }, options)
  const [e, f] = (JSON.parse(text) as { elements: readonly object[] }).elements
  expect(e).toHaveProperty('outcome', { for: 'residents', measure: 'Days', unit: '', better: 'up', target: null, readings: [{ id: 'x', date: '2016-05-19', value: 3, source: '' }] })
  expect(f).not.toHaveProperty('outcome')
})

test('a content’s canonical text reads as the same content, and equal contents have one key', () => {
  const keys = new Map<string, string>()
  for (let seed = 0; seed < 200; seed++) {
    for (const [key, content] of generateWhole(seeded(seed)).contents) {
      const text = canonicalContent(content)
      expect(key).toMatch(/^[0-9a-f]{32}$/)
      expect(contentKey(canonicalContent(turned(content))), `seed ${seed}`).toBe(key)
      expect(rankedContent(readContent(text)), `seed ${seed}`).toEqual(rankedContent(content))
      expect(keys.get(key) ?? text).toBe(text)
      keys.set(key, text)
    }
  }
  expect(keys.size).toBeGreaterThan(150)
})

test('one letter more, less or other gives another key', () => {
  const text = canonicalContent(emptyMap('m'))
  const keys = new Set([...text].map((_, i) => contentKey(`${text.slice(0, i)}~${text.slice(i + 1)}`)))
  for (let i = 0; i < text.length; i++) keys.add(contentKey(text.slice(0, i)))
  expect(keys.size).toBe(2 * text.length)
})
