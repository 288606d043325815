import { expect, test } from 'vitest'
import { make } from '../../src/model/change.ts'
import { apply } from '../../src/model/apply.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { choicesOf } from '../../src/words/choices.ts'

const map = apply(emptyMap('ward'), {
  writes: [
    make('elements', 'b', { name: 'Ward' }),
    make('elements', 'c', { name: 'Élan' }),
    make('elements', 'a', { name: 'falls', kind: 'outcome' }),
    make('relationships', 't', { from: 'b', to: 'c' }),
    make('relationships', 'hidden', { from: 'b', to: 'nobody' }),
  ],
})
const names = (of: Parameters<typeof choicesOf>[1], from = map) => choicesOf(from, of).map(([, name]) => name)

test('what can be pointed at stands by name, as a person sorts it, with ties after elements and hidden ties nowhere', () => {
  expect(names('elements')).toEqual(['Élan', 'falls', 'Ward'])
  expect(names('outcomes')).toEqual(['falls'])
  expect(names('subjects')).toEqual(['Élan', 'falls', 'Ward', 'Ward works with Élan, one way'])
})

test('a list stays the same one while what it lists does, and follows a new name', () => {
  const moved = apply(map, { writes: [{ at: 'positions', id: 'a', field: 'at', to: [10, 10] }, make('notes', 'n', { text: 'Why?' })] })
  expect(moved).not.toBe(map)
  for (const of of ['elements', 'outcomes', 'subjects', 'organisations'] as const) expect(choicesOf(moved, of)).toBe(choicesOf(map, of))
  const renamed = apply(map, { writes: [{ at: 'elements', id: 'b', field: 'name', to: 'Acute ward' }] })
  expect(names('subjects', renamed)).toEqual(['Acute ward', 'Élan', 'falls', 'Acute ward works with Élan, one way'])
})
