import { expect, test } from 'vitest'
import { boxOf } from '../../src/boxes/boxes.ts'
import { apply } from '../../src/model/apply.ts'
import { make, place } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { largestScale } from '../../src/scene/card-scale.ts'

/** Two cards beside one another with this much paper between them. */
function pair(gap: number) {
  const one = apply(emptyMap('m'), { writes: [make('elements', 'a', { name: 'Ward' }), make('elements', 'b', { name: 'Ward' }), place('a', 0, 0)] })
  const { width } = boxOf(one.elements.get('a') ?? (() => { throw new Error('no element') })())
  return { width, map: apply(one, { writes: [place('b', width + gap, 0)] }) }
}

test('cards grow until two of them would come within 8 units of one another', () => {
  const { width } = pair(0)
  expect(largestScale(pair(Math.ceil(width * 0.3) + 8).map)).toBe(1.3)
  expect(largestScale(pair(Math.floor(width * 0.3) + 7).map)).toBe(1.15)
  expect(largestScale(pair(Math.ceil(width * 0.15) + 8).map)).toBe(1.15)
  expect(largestScale(pair(Math.floor(width * 0.15) + 7).map)).toBe(1)
  expect(largestScale(pair(0).map)).toBe(1)
})
