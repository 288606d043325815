import { describe, expect, it } from 'vitest'
import { boxOf } from '../../src/boxes/boxes.ts'
import { withoutOverlaps } from '../../src/commands/without-overlaps.ts'
import { arrange, ARRANGEMENTS } from '../../src/edits/arrange.ts'
import { apply } from '../../src/model/apply.ts'
import { make, place } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { MapElement, Point } from '../../src/model/records.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'

/** Cards of different widths: 84, 132 and more, and of two heights. */
const NAMES = ['GP', 'Hospital discharge team', 'Ward', 'Therapy', 'Intermediate care and reablement']
const map = (at: readonly Point[]): SystemMap =>
  apply(emptyMap('m'), { writes: at.flatMap(([x, y], i) => [make('elements', `e${i}`, { name: NAMES[i % NAMES.length] ?? '' }), place(`e${i}`, x, y)]) })
const SCATTERED: readonly Point[] = [[0, 0], [310, 45], [620, -80], [150, 200], [480, 300]]

const way = (id: string) => {
  const found = ARRANGEMENTS.find((arrangement) => arrangement.id === id)
  if (!found) throw new Error(`No arrangement ${id}`)
  return found
}
const arranged = (before: SystemMap, id: string) => apply(before, arrange(before, before.elements.keys(), way(id)))

interface Side { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly x: number; readonly y: number }
function sides(of: SystemMap): readonly Side[] {
  return [...of.elements.values()].map((element: MapElement) => {
    const [x, y] = of.positions.get(element.id) ?? [NaN, NaN]
    const { width, height } = boxOf(element)
    return { x, y, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
  })
}
const overlap = (a: Side, b: Side) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const pairs = <T>(list: readonly T[]) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const))
const gaps = (list: readonly Side[], from: 'left' | 'top', to: 'right' | 'bottom') => {
  const order = [...list].sort((a, b) => a[from] - b[from])
  return order.slice(1).map((side, i) => side[from] - (order[i]?.[to] ?? 0))
}

describe('lined up', () => {
  it.each([['align-left', 'left', Math.min], ['align-right', 'right', Math.max], ['align-top', 'top', Math.min], ['align-bottom', 'bottom', Math.max]] as const)('%s: their edges are one, at the outermost', (id, edge, most) => {
    const [before, after] = [map(SCATTERED), arranged(map(SCATTERED), id)]
    const wanted = most(...sides(before).map((side) => side[edge]))
    for (const side of sides(after)) expect(Math.abs(side[edge] - wanted)).toBeLessThanOrEqual(0.5)
    const still = edge === 'left' || edge === 'right' ? 'y' : 'x'
    expect(sides(after).map((side) => side[still])).toEqual(sides(before).map((side) => side[still]))
  })

  it.each([['align-centre', 'x'], ['align-middle', 'y']] as const)('%s: their middles are one', (id, axis) => {
    expect(new Set(sides(arranged(map(SCATTERED), id)).map((side) => side[axis])).size).toBe(1)
  })
})

describe('spaced evenly', () => {
  it.each([['spread-across', 'left', 'right'], ['spread-down', 'top', 'bottom']] as const)('%s: the paper between real boxes is the same, and the outermost stay', (id, from, to) => {
    const before = map(SCATTERED.map(([x, y]) => [x * 2, y * 2]))
    const after = sides(arranged(before, id))
    const between = gaps(after, from, to)
    expect(Math.max(...between) - Math.min(...between)).toBeLessThanOrEqual(1)
    expect(Math.min(...after.map((side) => side[from]))).toBeCloseTo(Math.min(...sides(before).map((side) => side[from])), 0)
    expect(Math.max(...after.map((side) => side[to]))).toBeCloseTo(Math.max(...sides(before).map((side) => side[to])), 0)
  })

  it('makes room where there is none', () => {
    const after = sides(arranged(map([[0, 0], [10, 0], [20, 0]]), 'spread-across'))
    expect(gaps(after, 'left', 'right').every((gap) => gap >= 23)).toBe(true)
  })
})

describe('put in order', () => {
  it.each([['in-a-row', 'y', 'left', 'right', 40], ['in-a-column', 'x', 'top', 'bottom', 24]] as const)('%s: one line, in the order they stood, clear of each other', (id, axis, from, to, gap) => {
    const before = map(SCATTERED)
    const after = arranged(before, id)
    const along = axis === 'y' ? 'x' : 'y'
    const order = (of: readonly Side[]) => of.map((_, i) => i).sort((a, b) => (of[a]?.[along] ?? 0) - (of[b]?.[along] ?? 0))
    expect(new Set(sides(after).map((side) => side[axis])).size).toBe(1)
    expect(order(sides(after))).toEqual(order(sides(before)))
    for (const between of gaps(sides(after), from, to)) expect(Math.abs(between - gap)).toBeLessThanOrEqual(1)
  })

  it('a circle has them at one distance from its middle, in the order they stood round it, and none on another', () => {
    const after = arranged(map(SCATTERED), 'in-a-circle')
    const points = sides(after).map(({ x, y }) => [x, y] as const)
    const [mx, my] = [points.reduce((sum, [x]) => sum + x, 0) / points.length, points.reduce((sum, [, y]) => sum + y, 0) / points.length]
    const radii = points.map(([x, y]) => Math.hypot(x - mx, y - my))
    expect(Math.max(...radii) - Math.min(...radii)).toBeLessThan(2)
    for (const [a, b] of pairs(sides(after))) expect(overlap(a, b)).toBe(false)
  })

  it('a circle of many has none on another either', () => {
    const many = map(Array.from({ length: 150 }, (_, i) => [(i * 37) % 900, (i * 91) % 700] as const))
    for (const [a, b] of pairs(sides(arranged(many, 'in-a-circle')))) expect(overlap(a, b)).toBe(false)
  })

  it('no overlaps: those chosen make room, pinned or not, and nothing else moves', () => {
    const before = apply(map([[0, 0], [20, 5], [40, -5], [30, 0], [400, 400]]), { writes: [{ at: 'elements', id: 'e1', field: 'pinned', to: true }] })
    const places = withoutOverlaps(before, ['e0', 'e1', 'e2'])
    expect([...places.keys()]).toEqual(['e0', 'e1', 'e2'])
    const after = apply(before, { writes: [...places].map(([id, [x, y]]) => place(id, x, y)) })
    for (const [a, b] of pairs(sides(after))) expect(overlap(a, b)).toBe(false)
    expect([after.positions.get('e3'), after.positions.get('e4')]).toEqual([before.positions.get('e3'), before.positions.get('e4')])
  })
})

describe('every arrangement', () => {
  it('pins what it moved, leaves all else, and moves nothing the second time', () => {
    for (const { id } of ARRANGEMENTS) {
      const before = map(SCATTERED)
      const after = arranged(before, id)
      for (const [element, at] of after.positions) expect(after.elements.get(element)?.pinned, id).toBe(at !== before.positions.get(element))
      expect(arranged(after, id), id).toBe(after)
      expect(after.relationships).toBe(before.relationships)
    }
  })

  it.each(Array.from({ length: 30 }, (_, i) => i + 1))('moves only what it was given, of any map (seed %i)', (seed) => {
    const random = seeded(seed)
    const before = generateMap(random, 1.5)
    const ids = [...before.elements.keys()].filter(() => random() < 0.5)
    for (const arrangement of ARRANGEMENTS) {
      const after = apply(before, arrange(before, [...ids, 'gone'], arrangement))
      for (const [id, at] of after.positions) {
        expect([at.every(Number.isSafeInteger), ids.includes(id) || at === before.positions.get(id)]).toEqual([true, true])
      }
      expect(after.positions.size).toBe(before.positions.size)
    }
  })
})
