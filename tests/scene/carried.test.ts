import { expect, test } from 'vitest'
import { resolve } from '../../src/reading/resolve.ts'
import { sharedOf } from '../../src/model/system-map.ts'
import { buildScene } from '../../src/scene/build-scene.ts'
import { carried } from '../../src/scene/carried.ts'
import { hitIndexOf } from '../../src/scene/hit.ts'
import type { Point } from '../../src/model/records.ts'
import type { Scene } from '../../src/scene/scene.ts'
import { generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'
import { syntheticMap } from '../bench/synthetic-map.ts'

const { map } = syntheticMap(300)

function sceneOf(selection: readonly string[] = []): Scene {
  return buildScene(null, { moment: map, reading: resolve(map, sharedOf(map).id), selection, cardScale: 1, qualityTint: false, notes: map.notes, areas: map.areas, background: null })
}

const plus = ([x, y]: Point, [dx, dy]: Point): Point => [x + dx, y + dy]

test('What is held stands where the hand is, its ties reach it, and everything else is the same object', () => {
  const before = sceneOf()
  const hub = before.elementById.get('hub')
  if (!hub) throw new Error('No hub')
  const by: Point = [40, -25]
  const after = carried(before, new Map([['hub', plus(hub.centre, by)]]))
  if (!after) throw new Error('Nothing was carried')
  expect(after.elementById.get('hub')?.centre).toEqual(plus(hub.centre, by))
  expect(after.elementById.get('hub')?.marks).toBe(hub.marks)
  expect(after.elements.map(({ id }) => id)).toEqual(before.elements.map(({ id }) => id))
  let moved = 0
  before.ties.forEach((tie, i) => {
    const next = after.ties[i]
    expect(after.tieById.get(tie.id)).toBe(next)
    const [isFrom, isTo] = [tie.from === 'hub', tie.to === 'hub']
    if (!isFrom && !isTo) return expect(next).toBe(tie)
    moved++
    expect(next?.curve[0]).toEqual(isFrom ? plus(tie.curve[0], by) : tie.curve[0])
    expect(next?.curve.at(-1)).toEqual(isTo ? plus(tie.curve.at(-1) as Point, by) : tie.curve.at(-1))
  })
  expect(moved).toBeGreaterThanOrEqual(20)
  for (const element of before.elements) if (element.id !== 'hub') expect(after.elementById.get(element.id)).toBe(element)
})

test('A label goes with the middle of its tie, and where both ends are held the tie keeps its shape', () => {
  const before = sceneOf(['hub'])
  const labelled = before.ties.find((tie) => tie.from !== tie.to && tie.over.length > 0 && tie.over.every(({ is }) => is === 'text'))
  if (!labelled) throw new Error('No label')
  const at = (id: string) => before.elementById.get(id)?.centre as Point
  const by: Point = [10, 30]
  const one = carried(before, new Map([[labelled.from, plus(at(labelled.from), by)]]))?.tieById.get(labelled.id)
  const [word, next] = [labelled.over[0], one?.over[0]]
  if (word?.is !== 'text' || next?.is !== 'text') throw new Error('No words')
  expect([next.x - word.x, next.y - word.y]).toEqual([expect.closeTo(5), expect.closeTo(15)])
  const both = carried(before, new Map([labelled.from, labelled.to].map((id) => [id, plus(at(id), by)] as const)))?.tieById.get(labelled.id)
  both?.curve.forEach((point, i) => expect(point).toEqual(plus(labelled.curve[i] as Point, by).map((part) => expect.closeTo(part))))
})

test('What was carried into sight is painted there, what was carried out of it is not looked for anew, and the layers of a frame look once', () => {
  const before = sceneOf()
  const away: Point = [90_000, 90_000]
  const after = carried(before, new Map([['hub', away]]))
  if (!after) throw new Error('Nothing was carried')
  const { elements, ties } = hitIndexOf(after).inSight({ x: away[0] - 200, y: away[1] - 100, width: 400, height: 200 })
  expect(elements).toEqual([after.elementById.get('hub')])
  expect(ties.length).toBeGreaterThanOrEqual(20)
  for (const tie of ties) expect(after.tieById.get(tie.id)).toBe(tie)
  const [some] = before.elements
  if (!some) throw new Error('No elements')
  expect(hitIndexOf(after).inSight({ x: some.centre[0], y: some.centre[1], width: 1, height: 1 }).elements).toContain(some)
  const { bounds } = before
  const all = hitIndexOf(after).inSight({ ...bounds })
  expect(hitIndexOf(after).inSight({ ...bounds })).toBe(all)
  expect(all.elements).toBe(after.elements)
  expect(all.ties).toBe(after.ties)
})

test('Something else than elements is not carried', () => {
  const full = generateMap(seeded(3))
  const note = [...full.notes.keys()][0]
  if (note === undefined) throw new Error('No note')
  const scene = buildScene(null, { moment: full, reading: resolve(full, sharedOf(full).id), selection: [], cardScale: 1, qualityTint: false, notes: full.notes, areas: full.areas, background: null })
  expect(carried(scene, new Map([[note, [0, 0]]]))).toBeNull()
})
