import { describe, expect, test } from 'vitest'
import type { TieKind } from '../../src/model/kinds.ts'
import type { Answer } from '../../src/reading/answer.ts'
import { measuredCurve } from '../../src/scene/curves.ts'
import type { Mark, PathMark } from '../../src/scene/marks.ts'
import type { Curve } from '../../src/scene/scene.ts'
import { tieLook, tieWidth, type TieView } from '../../src/scene/tie-look.ts'
import { tieMarks, type TieShape } from '../../src/scene/tie-marks.ts'

const VIEW: TieView = { isTogether: false, qualityTint: false, standing: 'plain', isSelected: false, scale: 1 }
const CURVE: Curve = [[0, 0], [100, 0], [200, 0]]
const shape = (kind: TieKind, more: Partial<TieShape> = {}): TieShape => ({ kind, isMutual: kind === 'works', polarity: null, isDelayed: false, ...more })
const drawn = (answer: Answer, kind: TieKind = 'works', view: Partial<TieView> = {}, more: Partial<TieShape> = {}): readonly Mark[] =>
  tieMarks(CURVE, tieLook(answer, { ...VIEW, ...view }), shape(kind, more))
const paths = (marks: readonly Mark[], part: string): PathMark[] => marks.filter((mark): mark is PathMark => mark.is === 'path' && mark.part === part)
const yes = (strength: number, quality?: number): Answer => ({ state: 'yes', strength, ...(quality === undefined ? {} : { quality }) })
const numbers = (d = ''): number[] => d.match(/-?[\d.]+/g)?.map(Number) ?? []

describe('strength', () => {
  test.each([[1, 1.25, 0.6], [2, 2, 0.68], [3, 3.25, 0.76], [4, 5, 0.86], [5, 7, 0.94]])('%d is %d wide and grey(%d)', (strength, width, mix) => {
    expect(paths(drawn(yes(strength)), 'line')[0]).toMatchObject({ width, stroke: { mix } })
  })

  test('each step is at least 1.4 times the one before', () => {
    for (const strength of [2, 3, 4, 5]) expect(tieWidth(strength) / tieWidth(strength - 1)).toBeGreaterThanOrEqual(1.4)
  })

  test('a half lies between its steps', () => {
    expect(tieWidth(2.5)).toBe((2 + 3.25) / 2)
  })

  test('not rated is fine dots without an ×; said no is dots with one; not said is a hairline without anything', () => {
    expect(paths(drawn({ state: 'yes' }), 'line')[0]).toMatchObject({ width: 1.3, dash: [0.1, 3.2], cap: 'round' })
    expect(paths(drawn({ state: 'yes' }), 'chip')).toEqual([])
    const no = drawn({ state: 'no' }, 'refers')
    expect(paths(no, 'line')[0]).toMatchObject({ width: 1.8, dash: [0.1, 5], stroke: 'ink-2' })
    expect(paths(no, 'chip')).toHaveLength(2)
    expect(paths(no, 'head')).toEqual([])
    const silent = drawn({ state: 'silent' }, 'refers')
    expect(silent).toHaveLength(1)
    expect(silent[0]).toMatchObject({ width: 1, stroke: { mix: 0.5, of: 'hairline' } })
  })

  test('in the shared picture silence is no more than not rated', () => {
    expect(paths(drawn({ state: 'silent' }, 'works', { isTogether: true }), 'line')[0]).toMatchObject({ dash: [0.1, 3.2] })
  })
})

describe('quality', () => {
  test('each has a pattern of its own, and colour says nothing that pattern does not', () => {
    expect(paths(drawn(yes(3, -1)), 'line')[0]?.dash).toEqual([9 + 0.7 * 3.25, 4.5 + 0.15 * 3.25])
    expect(paths(drawn(yes(3, -2)), 'saw')).toHaveLength(1)
    expect(paths(drawn(yes(3, 2)), 'bead')[0]?.fill).toBeDefined()
    expect(drawn(yes(3, 1))).toEqual(drawn(yes(3, 0)))
    const tinted = ([-2, -1, 0, 1, 2] as const).map((quality) => drawn(yes(3, quality), 'works', { qualityTint: true }).map((mark) => (mark.is === 'path' ? [mark.d, mark.dash, mark.fill === undefined] : [])))
    expect(new Set(tinted.map((look) => JSON.stringify(look))).size).toBe(5)
  })

  test('a dash is always longer than twice its gap', () => {
    for (const strength of [1, 2, 3, 4, 5]) {
      const [dash = 0, gap = 1] = paths(drawn(yes(strength, -1)), 'line')[0]?.dash ?? []
      expect(dash).toBeGreaterThan(2 * gap)
    }
  })

  test('the saw swings by its amplitude about the line, from end to end', () => {
    const [saw] = paths(drawn(yes(4, -2)), 'saw')
    const points = numbers(saw?.d)
    const ys = points.filter((_, i) => i % 2)
    expect(Math.max(...ys)).toBeCloseTo(0.45 * 5 + 1.6)
    expect(Math.min(...ys)).toBeCloseTo(-(0.45 * 5 + 1.6))
    expect(points.slice(0, 2)).toEqual([0, 0])
    expect(points.slice(-2)).toEqual([200, 0])
    expect(saw?.width).toBeCloseTo(0.72 * 5)
  })

  test('the tint is blue above, rust below, grey at nought', () => {
    const stroke = (quality: number) => drawn(yes(3, quality), 'works', { qualityTint: true }).find((mark): mark is PathMark => mark.is === 'path' && (mark.part === 'line' || mark.part === 'saw'))?.stroke
    expect([2, 1, 0, -1, -2].map(stroke)).toEqual(['growth', 'growth', expect.objectContaining({ mix: 0.62 }), 'strain', 'strain'])
  })
})

describe('kind', () => {
  test('every kind is drawn in its own way', () => {
    const kinds = ['works', 'refers', 'informs', 'funds', 'governs', 'supports', 'influences'] as const
    expect(new Set(kinds.map((kind) => JSON.stringify(drawn(yes(3), kind)))).size).toBe(kinds.length)
  })

  test('a head is at least 9, stands 1.5 off the card, and the line stops within it', () => {
    for (const strength of [1, 3, 5]) {
      const marks = drawn(yes(strength), 'refers')
      const [x0 = 0, , x1 = 0] = numbers(paths(marks, 'head')[0]?.d)
      expect(x0).toBeCloseTo(198.5)
      expect(x0 - x1).toBeGreaterThanOrEqual(9 - 1e-6)
      const end = numbers(paths(marks, 'line')[0]?.d).at(-2) ?? 0
      expect(end).toBeGreaterThan(x1)
      expect(end).toBeLessThan(x0)
    }
  })

  test('a mutual tie has no head', () => {
    expect(paths(drawn(yes(3), 'informs', {}, { isMutual: true }), 'head')).toEqual([])
  })

  test('influence says its sign; whoever does not know it, asks', () => {
    const plus = drawn(yes(3), 'influences', {}, { polarity: '+' })
    const minus = drawn(yes(3), 'influences', {}, { polarity: '-' })
    expect(JSON.stringify(plus)).not.toBe(JSON.stringify(minus))
    expect(drawn(yes(3), 'influences').some((mark) => mark.is === 'text' && mark.text === '?')).toBe(true)
  })

  test('what comes after a while has two bars across the middle', () => {
    const bars = paths(drawn(yes(3), 'refers', {}, { isDelayed: true }), 'kind').at(-1)
    expect(bars?.d.match(/M/g)).toHaveLength(2)
  })
})

describe('halo', () => {
  test('is 4.5 wider than the line and stops 14 before each card', () => {
    const [halo] = paths(drawn(yes(4)), 'halo')
    expect(halo?.width).toBe(9.5)
    const [x0, , , , x1] = numbers(halo?.d)
    expect(x0).toBeCloseTo(14, 0)
    expect(x1).toBeCloseTo(186, 0)
  })

  test('a tie too short for one has none', () => {
    expect(tieMarks([[0, 0], [10, 0], [20, 0]], tieLook(yes(3), VIEW), shape('works')).some((mark) => mark.part === 'halo')).toBe(false)
  })
})

describe('selection', () => {
  test('a selected tie lies on the focus colour, in ink', () => {
    const marks = drawn(yes(2), 'works', { standing: 'called out', isSelected: true })
    expect(paths(marks, 'ring').map((mark) => [mark.stroke, mark.width])).toEqual([['focus', 10], ['paper', 5.5]])
    expect(paths(marks, 'line')[0]?.stroke).toBe('ink')
  })

  test('what steps back is thinner, pale, and without heads or marks', () => {
    const marks = drawn(yes(5, -2), 'funds', { standing: 'stepped back' })
    expect(marks).toHaveLength(1)
    expect(marks[0]).toMatchObject({ width: 7 * 0.6, stroke: { mix: 0.15 } })
  })
})

test('the length of a curve is that of its arc', () => {
  const quarter = measuredCurve([[0, 0], [100, 0], [100, 100]])
  expect(quarter.length).toBeCloseTo(162.3, 0)
})
