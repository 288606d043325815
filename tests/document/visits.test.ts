import { expect, test } from 'vitest'
import { MapDocument } from '../../src/document/map-document.ts'
import { generateChange, generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'
import { asText, same } from './same-map.ts'

const STEP = { title: 'A step', before: [], after: [] }

test('changes of one visit are undone and done again together, whichever documents they touch', () => {
  for (let seed = 0; seed < 150; seed++) {
    const random = seeded(seed)
    const document = MapDocument.from(generateMap(random, 0.6), random)
    const passed = [asText(document.map)]
    for (let visits = 0; visits < 3; visits++) {
      const visit = Symbol(`visit ${visits}`)
      const rests = 1 + Math.floor(random() * 4)
      const changed = Array.from({ length: rests }, () => document.change(generateChange(document.map, random), { ...STEP, visit }))
      if (changed.includes(true)) passed.push(asText(document.map))
    }
    expect(document.steps.done, `seed ${seed}`).toHaveLength(passed.length - 1)
    for (let i = passed.length - 2; i >= 0; i--) {
      document.undo()
      same(asText(document.map), passed[i], `seed ${seed}, undone to ${i}`)
    }
    expect(document.undo(), `seed ${seed}`).toBeNull()
    for (let i = 1; i < passed.length; i++) {
      document.redo()
      same(asText(document.map), passed[i], `seed ${seed}, done again to ${i}`)
    }
  }
}, 60_000)
