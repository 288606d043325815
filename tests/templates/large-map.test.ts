import { expect, test } from 'vitest'
import { judgementOf, sharedOf, type WholeMap } from '../../src/model/system-map.ts'
import { largeMap } from '../../src/templates/large-map.ts'
import { seeded } from '../support/seeded.ts'

function made(elements: number, seed = 3): { readonly whole: WholeMap; readonly steps: readonly number[] } {
  const steps: number[] = []
  const going = largeMap({ id: 'large', random: seeded(seed), now: new Date('2026-11-22T10:00:00Z'), elements })
  for (;;) {
    const step = going.next()
    if (step.done) return { whole: step.value, steps }
    steps.push(step.value)
  }
}

test('a large map has its elements and two and a half ties for each, all of them in the shared picture, and says how far it is', () => {
  const { whole: { map }, steps } = made(1000)
  expect([map.elements.size, map.relationships.size, map.positions.size]).toEqual([1000, 2500, 1000])
  for (const id of [...map.elements.keys(), ...map.relationships.keys()]) expect(judgementOf(map, sharedOf(map).id, id)?.presence).toBe('yes')
  for (const { from, to } of map.relationships.values()) expect(from !== to && map.elements.has(from) && map.elements.has(to)).toBe(true)
  expect(steps.length).toBeGreaterThan(10)
  expect(steps.toSorted((a, b) => a - b)).toEqual(steps)
  expect(steps.every((step) => step >= 0 && step < 1)).toBe(true)
})

test('it is the same map for the same seed, and no two of its cards share a place', () => {
  const [a, b] = [made(600).whole.map, made(600).whole.map]
  expect([...a.relationships.values()]).toEqual([...b.relationships.values()])
  expect([...a.positions]).toEqual([...b.positions])
  expect([...made(600, 4).whole.map.positions]).not.toEqual([...a.positions])
  const places = [...a.positions.values()]
  expect(places.some(([x, y], i) => places.slice(i + 1).some(([ox, oy]) => Math.abs(x - ox) < 200 && Math.abs(y - oy) < 80))).toBe(false)
})
