import { expect, test } from 'vitest'
import { MapDocument } from '../../../src/document/map-document.ts'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { writeNative } from '../../../src/formats/native/write-native.ts'
import { generateChange, generateMap } from '../../support/generate-map.ts'
import { seeded } from '../../support/seeded.ts'

const options = { app: '1.0.0', savedAt: '', includePrivate: true }
const STEP = { title: 'A step', before: [], after: [] }

test('what three copies edited apart merge into is never refused as a file, and is whole once it is written', () => {
  for (let seed = 0; seed < 150; seed++) {
    const random = seeded(seed)
    const first = MapDocument.from(generateMap(random, 0.6), random)
    const copies = [first, ...[1, 2].map(() => MapDocument.load(first.names.map((name) => ({ name, updates: [first.state(name)] }))))]
    for (let i = 0; i < 12; i++) {
      const copy = copies[i % 3] ?? first
      copy.change(generateChange(copy.map, random), STEP)
    }
    for (const copy of copies.slice(1)) first.take(copy.names.map((name) => ({ name, updates: [copy.state(name)] })))
    const read = readNative(writeNative({ map: first.map, contents: new Map() }, options))
    if (!read.ok) throw new Error(`seed ${seed}: refused at ${read.place}: ${read.reason}`)
    // Two copies may name an element and a tie alike, which only a reader of the whole can put right.
    for (const { words } of read.repairs) expect(words, `seed ${seed}`).toContain('stood on something before it')
    const text = writeNative(read.whole, options)
    const again = readNative(text)
    expect(again.ok && again.repairs, `seed ${seed}`).toEqual([])
    expect(again.ok && writeNative(again.whole, options) === text, `seed ${seed}`).toBe(true)
  }
}, 60_000)
