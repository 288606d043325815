import { describe, expect, test } from 'vitest'
import { readingOrder, tiesAround } from '../../src/canvas/reading-order.ts'
import { apply } from '../../src/model/apply.ts'
import { make, place } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'

const map = apply(emptyMap('m'), {
  writes: [
    make('organisations', 'second', { name: 'Acute', order: 2 }),
    make('organisations', 'first', { name: 'Zebra', order: 1 }),
    make('elements', 'w', { name: 'Ward', organisation: 'second' }),
    make('elements', 'a', { name: 'Advice', organisation: 'second' }),
    make('elements', 'z', { name: 'Zoo', organisation: 'first' }),
    make('elements', 'n', { name: 'Aardvark' }),
    place('w', 0, 0), place('a', 0, -100), place('z', 100, 0), place('n', 0, 100),
    make('relationships', 'below', { from: 'w', to: 'n' }),
    make('relationships', 'right', { from: 'z', to: 'w' }),
    make('relationships', 'above', { from: 'w', to: 'a' }),
    make('relationships', 'elsewhere', { from: 'a', to: 'n' }),
    make('relationships', 'broken', { from: 'w', to: 'gone' }),
  ],
})

describe('The order in which the map is read', () => {
  test('is that of the table: by the order of organisations, then by name, those of no organisation last', () => {
    expect(readingOrder(map)).toEqual(['z', 'a', 'w', 'n'])
  })

  test('is the same list while neither elements nor organisations changed', () => {
    expect(readingOrder(map)).toBe(readingOrder(map))
  })
})

describe('The ties of an element', () => {
  test('come clockwise from the top, and a tie without one of its ends is not among them', () => {
    expect(tiesAround(map, 'w')).toEqual(['above', 'right', 'below'])
  })
})
