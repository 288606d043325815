import { describe, expect, test } from 'vitest'
import { pointAt } from '../../src/scene/curves.ts'
import { hitIndexOf } from '../../src/scene/hit.ts'
import { harbourCity, sceneOf, sketched } from '../support/sample-scene.ts'

const scene = sceneOf(harbourCity())
const index = hitIndexOf(scene)

describe('what is under a point', () => {
  test('each card is found at its middle', () => {
    for (const element of scene.elements) expect(index.at(element.centre, 6)).toEqual({ is: 'element', id: element.id })
  })

  test('a tie is found on it and a little beside it, and not from afar', () => {
    const map = sketched({ elements: { a: { at: [0, 0] }, b: { at: [400, 0] } }, ties: { r: { from: 'a', to: 'b' } }, said: { r: { presence: 3 } } })
    const small = hitIndexOf(sceneOf(map))
    expect(small.at([200, 0], 6)).toEqual({ is: 'tie', id: 'r' })
    expect(small.at([200, 7], 6)).toEqual({ is: 'tie', id: 'r' })
    expect(small.at([200, 9], 6)).toBeNull()
    expect(small.at([200, 300], 6)).toBeNull()
  })

  test('where two ties are near, the nearer', () => {
    const map = sketched({ elements: { a: { at: [0, 0] }, b: { at: [400, 0] } }, ties: { r1: { from: 'a', to: 'b' }, r2: { from: 'a', to: 'b' } } })
    const small = hitIndexOf(sceneOf(map))
    const found = sceneOf(map).ties.map((tie) => small.at(pointAt(tie.curve, 0.5), 12)?.id)
    expect(new Set(found)).toEqual(new Set(['r1', 'r2']))
  })
})

test('far out, a press just beside a card that is smaller than a finger is taken for the nearest one', () => {
  const near = hitIndexOf(sceneOf(sketched({ elements: { a: { at: [0, 0] }, b: { at: [260, 0] } } })))
  // A card of 84 × 30 in a zone of ±60: a fifth of its size on screen.
  expect(near.at([0, 55], 60)).toEqual({ is: 'element', id: 'a' })
  expect(near.at([205, 20], 60)).toEqual({ is: 'element', id: 'b' })
  expect(near.at([0, 75], 60)).toBeNull()
  expect(near.at([0, 20], 12)).toBeNull()
})

describe('a rectangle', () => {
  test('round everything finds everything', () => {
    expect(index.within(scene.bounds)).toHaveLength(46 + 94)
    expect(index.inSight(scene.bounds).ties).toHaveLength(94)
  })

  test('takes a card that it touches, and no tie that leaves it', () => {
    const card = scene.elementById.get('re-per')
    const [x, y] = card?.centre ?? [0, 0]
    expect(index.within({ x: x - 5, y: y - 5, width: 10, height: 10 })).toEqual([{ is: 'element', id: 're-per' }])
  })

  test('keeps the order of painting', () => {
    expect(index.inSight(scene.bounds).elements).toEqual(scene.elements)
  })
})

describe('arrow keys', () => {
  const cross = hitIndexOf(sceneOf(sketched({ elements: { middle: { at: [0, 0] }, left: { at: [-300, 20] }, right: { at: [300, -20] }, up: { at: [10, -200] }, down: { at: [0, 200] }, far: { at: [900, 0] } } })))

  test('go to the nearest that way', () => {
    expect((['left', 'right', 'up', 'down'] as const).map((direction) => cross.next('middle', direction))).toEqual(['left', 'right', 'up', 'down'])
    expect(cross.next('right', 'right')).toBe('far')
  })

  test('stop at the edge, and every element can be reached', () => {
    expect(cross.next('far', 'right')).toBeNull()
    const reached = new Set(['re-per'])
    for (const id of reached) for (const direction of ['left', 'right', 'up', 'down'] as const) {
      const next = index.next(id, direction)
      if (next) reached.add(next)
    }
    expect(reached.size).toBe(46)
  })
})

test('the nearest element to a point', () => {
  expect(index.nearest(scene.elements[5]?.centre ?? [0, 0])).toBe(scene.elements[5]?.id)
  expect(hitIndexOf(sceneOf(sketched({ elements: {} }))).nearest([0, 0])).toBeNull()
})
