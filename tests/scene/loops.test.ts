import { describe, expect, test } from 'vitest'
import { paintScene, type Pen } from '../../src/painters/canvas.ts'
import type { Base } from '../../src/model/change.ts'
import { ELEMENT_KINDS, TIE_KINDS } from '../../src/model/kinds.ts'
import type { Point } from '../../src/model/records.ts'
import { curveBounds, endOf, measuredCurve, pointAt, smoothed, tangentAt, tAt } from '../../src/scene/curves.ts'
import { detailAt } from '../../src/scene/detail.ts'
import { hitIndexOf } from '../../src/scene/hit.ts'
import { THEMES } from '../../src/scene/palette.ts'
import { around, holds, overlapOf } from '../../src/scene/rectangles.ts'
import type { Curve, Scene, SceneElement, SceneTie } from '../../src/scene/scene.ts'
import { sceneOf, sketched } from '../support/sample-scene.ts'

const SQUARE: Curve = smoothed([[0, 0], [60, 0], [60, -60], [0, -60], [0, -30]])
const loop = (more: Base = {}): Base => ({ from: 'a', to: 'a', kind: 'refers', ...more })
const sketch = (ties: Readonly<Record<string, Base>>, kind = 'team', at: Readonly<Record<string, Point>> = {}) =>
  sketched({ elements: { a: { at: [0, 0], name: 'Hospital discharge team', kind }, ...Object.fromEntries(Object.entries(at).map(([id, place]) => [id, { at: place }])) }, ties })
const tieOf = (scene: Scene, id: string) => scene.tieById.get(id) as SceneTie
const cardOf = (scene: Scene) => around((scene.elementById.get('a') as SceneElement).centre, (scene.elementById.get('a') as SceneElement).size)
const along = (curve: Curve, count = 40) => Array.from({ length: count + 1 }, (_, i) => pointAt(curve, i / count))

describe('a curve of several stretches', () => {
  test('begins and ends where it should, and joins without a corner', () => {
    expect([pointAt(SQUARE, 0), pointAt(SQUARE, 1), endOf(SQUARE)]).toEqual([[0, 0], [0, -30], [0, -30]])
    for (const t of [1 / 3, 2 / 3]) {
      const [[ax, ay], [bx, by]] = [tangentAt(SQUARE, t - 1e-6), tangentAt(SQUARE, t + 1e-6)]
      expect(ax * bx + ay * by).toBeCloseTo(1, 4)
    }
  })

  test('is as long as its chords, and lies within its box', () => {
    const points = along(SQUARE, 600)
    const chords = points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - (points[i]?.[0] ?? 0), y - (points[i]?.[1] ?? 0)), 0)
    const measured = measuredCurve(SQUARE)
    expect(measured.length).toBeCloseTo(chords, 0)
    expect(tAt(measured, measured.length / 2)).toBeGreaterThan(0.3)
    for (const point of points) expect(holds(curveBounds(SQUARE), point)).toBe(true)
  })
})

describe('a tie of an element to itself', () => {
  test.each(ELEMENT_KINDS.map(({ value }) => value))('leaves a card of kind %s at its edge, goes round outside it and comes back', (kind) => {
    const scene = sceneOf(sketch({ t: loop() }, kind))
    const card = cardOf(scene)
    const { curve } = tieOf(scene, 't')
    const points = along(curve)
    for (const end of [points[0] as Point, endOf(curve)]) expect(holds({ x: card.x - 0.1, y: card.y - 0.1, width: card.width + 0.2, height: card.height + 0.2 }, end)).toBe(true)
    for (const [x, y] of points.slice(4, -4)) expect(holds(card, [x, y])).toBe(false)
    // Wider than its feet are apart, so that it reads as a loop.
    const top = Math.min(...points.map(([, y]) => y))
    expect(card.y - top).toBeGreaterThan(20)
    expect(measuredCurve(curve).length).toBeGreaterThan(90)
  })

  test.each(TIE_KINDS.map(({ value }) => value))('of kind %s has its line, its halo and its marks', (kind) => {
    const drawn = tieOf(sceneOf({ ...sketch({ t: loop({ kind, mutual: kind === 'works' }) }), judgements: new Map([['shared', new Map([['t', { presence: 4 } as const]])]]) }), 't').marks
    expect(drawn.filter((mark) => mark.part === 'line').map((mark) => mark.is === 'path' && (mark.d.match(/Q/g)?.length ?? 0) >= 2)).toEqual([true])
    expect(drawn.some((mark) => mark.part === 'halo')).toBe(true)
    expect(drawn.some((mark) => mark.part === 'head')).toBe(kind !== 'works')
  })

  test('is found all along, and not in the open middle of its loop', () => {
    const scene = sceneOf(sketch({ t: loop() }))
    const index = hitIndexOf(scene)
    for (const point of along(tieOf(scene, 't').curve).slice(4, -4)) expect(index.at(point, 4)).toEqual({ is: 'tie', id: 't' })
    const card = cardOf(scene)
    expect(index.at([card.x + card.width + 6, card.y - 6], 4)).toBeNull()
    expect(index.within(scene.bounds)).toContainEqual({ is: 'tie', id: 't' })
  })

  test('has its label outside the loop', () => {
    const scene = sceneOf(sketch({ t: loop({ label: 'daily huddle', star: true }) }))
    const label = tieOf(scene, 't').over.find((mark) => mark.is === 'text')
    const top = Math.min(...along(tieOf(scene, 't').curve).map(([, y]) => y))
    expect(label?.is === 'text' && label.y).toBeLessThan(top + 2)
  })

  test('stands at the corner by which no other tie leaves', () => {
    const scene = sceneOf(sketch({ t: loop(), other: { from: 'a', to: 'b' } }, 'team', { b: [400, -200] }))
    const [x] = pointAt(tieOf(scene, 't').curve, 0.5)
    expect(x).toBeLessThan(0)
  })

  test('keeps clear of others of its element: four corners, then round the first', () => {
    const scene = sceneOf(sketch(Object.fromEntries(['t1', 't2', 't3', 't4', 't5'].map((id) => [id, loop()]))))
    const curves = ['t1', 't2', 't3', 't4', 't5'].map((id) => tieOf(scene, id).curve)
    for (let i = 0; i < 4; i++) for (let j = 0; j < i; j++) expect(overlapOf(curveBounds(curves[i] as Curve), curveBounds(curves[j] as Curve))).toBeLessThan(60)
    const [first, fifth] = [curves[0] as Curve, curves[4] as Curve]
    for (const [x, y] of along(first)) for (const [u, v] of along(fifth)) expect(Math.hypot(x - u, y - v)).toBeGreaterThan(3)
  })

  test('is drawn far out too', () => {
    const scene = sceneOf(sketch({ t: loop() }))
    let curves = 0
    const pen = new Proxy({ quadraticCurveTo: () => void curves++ } as unknown as Pen<string>, { get: (target, key) => Reflect.get(target, key) ?? (() => {}) })
    const detail = { ...detailAt({ zoom: 0.2, cardScale: 1, tiesInSight: 1, cardsInSight: 1, starredInSight: 0, isMoving: false }), leastStrength: 3 }
    paintScene(pen, scene, { theme: THEMES.light, view: { x: 0, y: 0, zoom: 0.2 }, pixelRatio: 1, layers: ['under'], detail, makePath: (d) => d })
    expect(curves).toBe(3)
  })
})
