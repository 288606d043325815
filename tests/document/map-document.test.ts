import { describe, expect, test } from 'vitest'
import { MapDocument } from '../../src/document/map-document.ts'
import { withoutResting } from '../../src/document/privacy.ts'
import { apply } from '../../src/model/apply.ts'
import { generateChange, generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'
import { asText, needlesslyNew, same } from './same-map.ts'

const SEEDS = Array.from({ length: 1000 }, (_, i) => i)
/** Milliseconds; two hundred times what a single map takes. */
const LONG = 120_000
const STEP = { title: 'A step', before: [], after: [] }

function reloaded(document: MapDocument): MapDocument {
  return MapDocument.load(document.names.map((name) => ({ name, updates: [document.state(name)] })))
}

describe('Over 1,000 generated maps', () => {
  test('the projection equals what the model says, and a fresh load from bytes, and keeps what did not change', () => {
    for (const seed of SEEDS) {
      const random = seeded(seed)
      const made = generateMap(random, 0.6)
      const document = MapDocument.from(made, random)
      same(asText(document.map), asText(made), `seed ${seed}, from the map`)
      for (let i = 0; i < 4; i++) {
        const before = document.map
        const change = generateChange(before, random)
        document.change(change, STEP)
        same(asText(document.map), asText(apply(before, withoutResting(before, change))), `seed ${seed}, change ${i}`)
        expect(needlesslyNew(before, document.map), `seed ${seed}, change ${i}`).toEqual([])
      }
      same(asText(reloaded(document).map), asText(document.map), `seed ${seed}, loaded`)
    }
  }, LONG)

  test('undoing every step and doing each again passes through the same maps', () => {
    for (const seed of SEEDS) {
      const random = seeded(seed)
      const document = MapDocument.from(generateMap(random, 0.6), random)
      const passed = [asText(document.map)]
      for (let i = 0; i < 5; i++) if (document.change(generateChange(document.map, random), STEP)) passed.push(asText(document.map))
      for (let round = 0; round < 2; round++) {
        for (let i = passed.length - 2; i >= 0; i--) {
          expect(document.undo(), `seed ${seed}`).not.toBeNull()
          same(asText(document.map), passed[i], `seed ${seed}, round ${round}, undone to ${i}`)
        }
        expect(document.undo()).toBeNull()
        for (let i = 1; i < passed.length; i++) {
          document.redo()
          same(asText(document.map), passed[i], `seed ${seed}, round ${round}, done again to ${i}`)
        }
      }
      same(asText(reloaded(document).map), asText(document.map), `seed ${seed}, loaded`)
    }
  }, LONG)

  test('three copies edited apart and merged in any order are one map', () => {
    for (const seed of SEEDS) {
      const random = seeded(seed)
      const first = MapDocument.from(generateMap(random, 0.6), random)
      const copies = [first, reloaded(first), reloaded(first)]
      for (let i = 0; i < 9; i++) {
        const copy = copies[i % 3] as MapDocument
        if (random() < 0.2) copy.undo()
        else copy.change(generateChange(copy.map, random), STEP)
      }
      const states = copies.map((copy) => copy.names.map((name) => ({ name, updates: [copy.state(name)] })))
      copies.forEach((copy, i) => [1, 2].forEach((step) => copy.take(states[(i + (i === 1 ? step : 3 - step)) % 3] ?? [])))
      const [a, b, c] = copies.map((copy) => asText(copy.map))
      same(b, a, `seed ${seed}, second copy`)
      same(c, a, `seed ${seed}, third copy`)
      same(asText(reloaded(first).map), a, `seed ${seed}, loaded`)
    }
  }, LONG)
})
