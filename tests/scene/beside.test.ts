import { describe, expect, test } from 'vitest'
import { apply } from '../../src/model/apply.ts'
import { make, set } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { buildScene } from '../../src/scene/build-scene.ts'
import { hitIndexOf } from '../../src/scene/hit.ts'
import type { Mark } from '../../src/scene/marks.ts'
import type { Scene } from '../../src/scene/scene.ts'
import { generateMap } from '../support/generate-map.ts'
import { besideIn, furnished, harbourCity, inputFor, sceneOf, sketched } from '../support/sample-scene.ts'
import { seeded } from '../support/seeded.ts'

const map = furnished(harbourCity())
const input = inputFor(map, 'shared', besideIn(map))
const scene = buildScene(null, input)
const colours = (marks: readonly Mark[]) => new Set(marks.flatMap((mark) => (mark.is === 'text' ? [mark.fill, mark.keyline?.colour] : [mark.fill, mark.stroke])).filter((colour) => colour !== undefined))

describe('a note', () => {
  test('stands with its upper left corner where it was put, two lines high', () => {
    expect(scene.noteById.get('note')).toMatchObject({ centre: [-200, 40 + 23], size: [200, 46] })
  })

  test('is enlarged with the cards, about its middle', () => {
    const large = buildScene(null, { ...input, cardScale: 1.3 }).noteById.get('note')
    expect(large).toMatchObject({ centre: [-200, 63], size: [260, 46 * 1.3] })
    expect(large?.marks.find((mark) => mark.is === 'text')).toMatchObject({ size: 14 * 1.3 })
  })

  test('is where it is dragged, with the same marks, and as wide as it is drawn out', () => {
    const moved = buildScene(scene, { ...input, positions: new Map([['note', [10, 20]]]) }).noteById.get('note')
    expect(moved?.centre).toEqual([10, 20])
    expect(moved?.marks).toBe(scene.noteById.get('note')?.marks)
    const narrow = buildScene(scene, { ...input, resized: new Map([['note', { x: -300, y: 40, width: 90, height: 0 }]]) }).noteById.get('note')
    expect(narrow?.size[0]).toBe(90)
    expect(narrow?.size[1]).toBeGreaterThan(46)
  })
})

describe('an area', () => {
  test('lies behind, the larger one first, and takes no colour but the furniture’s', () => {
    expect(scene.areas.map(({ id }) => id)).toEqual(['outer', 'inner'])
    expect(scene.areaById.get('outer')?.bounds).toEqual({ x: -400, y: -300, width: 500, height: 300 })
    const unpictured = buildScene(null, { ...input, background: null })
    for (const area of unpictured.areas) expect([...colours([...area.ground, ...area.marks, ...area.title])].sort()).toEqual(['coast', 'ink-2', 'land'])
  })

  test('moves about its middle and is resized by any corner', () => {
    const moved = buildScene(scene, { ...input, positions: new Map([['outer', [0, 0]]]) })
    expect(moved.areaById.get('outer')?.bounds).toEqual({ x: -250, y: -150, width: 500, height: 300 })
    const to = { x: -420, y: -320, width: 520, height: 320 }
    expect(buildScene(scene, { ...input, resized: new Map([['outer', to]]) }).areaById.get('outer')?.bounds).toEqual(to)
  })
})

test('an area’s title stands at the first place along its edge that is clear of cards, notes and other titles', () => {
  const titled = (card: readonly [number, number]) => {
    const drawn = apply(sketched({ elements: { a: { at: card, name: 'Ward' } } }), { writes: [make('areas', 'outer', { title: 'Beds', position: [0, 0], size: [400, 300] }), make('areas', 'inner', { title: 'Flow', position: [0, 0], size: [300, 200] })] })
    const found = sceneOf(drawn, 'shared', besideIn(drawn))
    return [...found.areas].map((area) => area.title.map((mark) => (mark.is === 'text' ? [mark.x, mark.y] : [])).flat())
  }
  const [outer, inner] = titled([900, 900])
  expect(outer).toEqual([12, 20])
  expect(inner?.[1]).toBe(20)
  expect(inner?.[0]).toBeGreaterThan(40)
  expect(titled([20, 14])[0]?.[0]).toBeGreaterThan(70)
})

test('what did not change is the same object', () => {
  const chosen = buildScene(scene, { ...input, selection: ['note'] })
  expect(chosen.areas.every((area, i) => area === scene.areas[i])).toBe(true)
  expect(chosen.noteById.get('note')).not.toBe(scene.noteById.get('note'))
  expect(chosen.territories).toBe(scene.territories)
  expect(chosen.picture).toBe(scene.picture)
  const retitled = apply(map, { writes: [set('areas', 'inner', 'title', 'Flow')] })
  const next = buildScene(scene, { ...inputFor(retitled, 'shared', besideIn(retitled)) })
  expect(next.noteById.get('note')).toBe(scene.noteById.get('note'))
  expect(next.areaById.get('outer')).toBe(scene.areaById.get('outer'))
  expect(next.areaById.get('inner')).not.toBe(scene.areaById.get('inner'))
})

test('over a picture the map’s own furniture gives way: outlines, no shores, no rings', () => {
  const without = buildScene(null, { ...input, background: null })
  expect(without.frame.length).toBeGreaterThan(0)
  expect(without.territories[0]?.marks[0]).toHaveProperty('fill')
  expect(scene.frame).toEqual([])
  for (const territory of scene.territories) for (const mark of territory.marks) expect(mark).not.toHaveProperty('fill')
  for (const area of scene.areas) expect(area.ground).toEqual([])
})

test('all of it is within the bounds of the scene, in every generated map', () => {
  const holds = (outer: Scene['bounds'], x: number, y: number) => x >= outer.x && y >= outer.y && x <= outer.x + outer.width && y <= outer.y + outer.height
  for (let seed = 1; seed <= 60; seed++) {
    const generated = generateMap(seeded(seed))
    const { bounds, notes, areas, picture } = sceneOf(generated, 'shared', besideIn(generated))
    for (const { centre: [x, y], size: [w, h] } of notes) expect(holds(bounds, x - w / 2, y - h / 2) && holds(bounds, x + w / 2, y + h / 2), `seed ${seed}`).toBe(true)
    for (const { bounds: b } of [...areas, ...(picture ? [picture] : [])]) expect(holds(bounds, b.x, b.y) && holds(bounds, b.x + b.width, b.y + b.height), `seed ${seed}`).toBe(true)
  }
})

test('territories’ titles and labels keep clear of notes and areas’ titles', () => {
  const small = sketched({ organisations: { o: { name: 'Acute care', slot: 1 } }, elements: { a: { at: [0, 0], organisation: 'o' } } })
  const title = (of: Scene) => of.territories[0]?.title.find((mark) => mark.is === 'text')
  const free = title(sceneOf(small))
  if (free?.is !== 'text') throw new Error('no title')
  const noted = apply(small, { writes: [make('notes', 'n', { text: 'Words', position: [Math.round(free.x) - 4, Math.round(free.y) - 14], width: 90 })] })
  const beside = title(sceneOf(noted, 'shared', besideIn(noted)))
  expect(beside?.is === 'text' && [beside.x, beside.y]).not.toEqual([free.x, free.y])
})

describe('under the pointer', () => {
  const drawn = apply(sketched({ elements: { a: { at: [0, 0] }, b: { at: [400, 0] } }, ties: { tie: { from: 'a', to: 'b' } } }), {
    writes: [
      make('areas', 'outer', { title: 'Winter', position: [-200, -200], size: [400, 400] }),
      make('areas', 'inner', { position: [-180, -150], size: [100, 60] }),
      make('notes', 'note', { text: 'Ask', position: [-150, 100], width: 100 }),
    ],
  })
  const index = hitIndexOf(sceneOf(drawn, 'shared', besideIn(drawn)))

  test('an area is its edge and its title; its inside is open water', () => {
    expect(index.at([-200, 50], 6)).toEqual({ is: 'area', id: 'outer' })
    expect(index.at([-194.5, 50], 6)).toEqual({ is: 'area', id: 'outer' })
    expect(index.at([-205, -205], 8)).toEqual({ is: 'area', id: 'outer' })
    expect(index.at([-160, -185], 6)).toEqual({ is: 'area', id: 'outer' })
    expect(index.at([-60, 60], 6)).toBeNull()
    expect(index.at([-180, -120], 6)).toEqual({ is: 'area', id: 'inner' })
  })

  test('a note is all of its box, an element lies on it, and a tie is nearer than an edge', () => {
    expect(index.at([-60, 110], 6)).toEqual({ is: 'note', id: 'note' })
    expect(index.at([0, 0], 6)).toEqual({ is: 'element', id: 'a' })
    expect(index.at([200, 0], 6)).toEqual({ is: 'tie', id: 'tie' })
    expect(index.at([200, 30], 6)).toEqual({ is: 'area', id: 'outer' })
  })

  test('a marquee takes notes that it touches and areas that lie in it whole', () => {
    const ids = (x: number, y: number, width: number, height: number) => index.within({ x, y, width, height }).map(({ id }) => id)
    expect(ids(-190, -160, 130, 80)).toEqual(['inner'])
    expect(ids(-60, 105, 20, 20)).toEqual(['note'])
    expect(ids(-210, -210, 420, 420)).toEqual(['a', 'note', 'outer', 'inner'])
  })

  test('arrows go to notes as to elements, and out of an area from its middle', () => {
    expect(index.next('a', 'down')).toBe('note')
    expect(index.next('note', 'up')).toBe('a')
    expect(index.next('outer', 'right')).toBe('b')
    expect(index.next('outer', 'down')).toBe('note')
  })
})

test('a map with nothing but a note is shown', () => {
  const only = apply(emptyMap('m'), { writes: [make('notes', 'n', { text: 'Words', position: [500, 500] })] })
  expect(sceneOf(only, 'shared', besideIn(only)).bounds.x).toBeGreaterThan(400)
})
