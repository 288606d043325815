import { expect, test } from 'vitest'
import { eased, glideBetween } from '../../src/canvas/keep-gliding.ts'
import type { Point } from '../../src/model/records.ts'

const places = (entries: readonly (readonly [string, number, number])[]): ReadonlyMap<string, Point> => new Map(entries.map(([id, x, y]) => [id, [x, y] as const]))
const HERE = places([['a', 0, 0], ['b', 100, 0], ['c', 200, 0], ['d', 300, 0]])

test('Where many go far they glide, each from its own place to its own', () => {
  const moved = glideBetween(HERE, places([['a', 0, 60], ['b', 100, 10], ['c', 200, 5], ['d', 300, 0]]))
  expect([...(moved ?? [])]).toEqual([['a', [[0, 0], [0, 60]]], ['b', [[100, 0], [100, 10]]], ['c', [[200, 0], [200, 5]]]])
})

test('A drop, a nudge and a new element do not glide', () => {
  expect(glideBetween(HERE, places([['a', 500, 500], ['b', 100, 0], ['c', 200, 0], ['d', 300, 0]]))).toBeNull()
  expect(glideBetween(HERE, places([['a', 8, 0], ['b', 108, 0], ['c', 208, 0], ['d', 308, 0]]))).toBeNull()
  expect(glideBetween(HERE, places([['a', 0, 0], ['b', 100, 0], ['c', 200, 0], ['d', 300, 0], ['e', 9, 9], ['f', 99, 99], ['g', 999, 9]]))).toBeNull()
})

test('The glide begins where it begins, ends where it ends, never goes back, and is quick first', () => {
  const steps = Array.from({ length: 21 }, (_, i) => eased(i / 20))
  expect(steps[0]).toBeCloseTo(0, 4)
  expect(steps[20]).toBeCloseTo(1, 4)
  expect(steps.every((step, i) => i === 0 || step >= (steps[i - 1] ?? 1))).toBe(true)
  expect(eased(0.25)).toBeGreaterThan(0.5)
})
