import { describe, expect, test } from 'vitest'
import { measured } from '../../src/boxes/boxes.ts'
import { ELEMENT_KINDS, SLOTS, type ElementKind, type Slot } from '../../src/model/kinds.ts'
import { cardMarks, scaled } from '../../src/scene/cards.ts'
import type { Mark, PathMark, TextMark } from '../../src/scene/marks.ts'
import { outlineOf } from '../../src/scene/outlines.ts'
import { patternData } from '../../src/scene/patterns.ts'
import { contains } from '../../src/scene/polygons.ts'
import type { ElementState } from '../../src/scene/scene.ts'

const card = (kind: ElementKind, slot: Slot | null = 1, state: ElementState = 'plain', isSelected = false, scale = 1): readonly Mark[] =>
  cardMarks({ kind, slot, box: measured('Discharge team', kind), state, isSelected, isPinned: false, scale })
const paths = (marks: readonly Mark[], part: string): PathMark[] => marks.filter((mark): mark is PathMark => mark.is === 'path' && mark.part === part)
const texts = (marks: readonly Mark[]): TextMark[] => marks.filter((mark): mark is TextMark => mark.is === 'text')

describe('kind is shape', () => {
  test('every kind has an outline of its own', () => {
    const outlines = ELEMENT_KINDS.map(({ value }) => paths(card(value), 'outline').map((mark) => `${mark.d} ${mark.width}`).join())
    expect(new Set(outlines).size).toBe(ELEMENT_KINDS.length)
  })

  test('an organisation is heavier, people have a second line, a factor is only underlined', () => {
    expect(paths(card('organisation'), 'outline')[0]?.width).toBe(2.25)
    expect(paths(card('team'), 'outline')[0]?.width).toBe(1.25)
    expect(paths(card('people'), 'outline')).toHaveLength(2)
    expect(paths(card('factor'), 'outline')[0]?.d).toMatch(/^M-?[\d.]+ -?[\d.]+H-?[\d.]+$/)
    expect(paths(card('factor'), 'band')).toEqual([])
  })

  test('outlines are convex and hold the middle of every side of the text', () => {
    for (const { value } of ELEMENT_KINDS) {
      const box = measured('Discharge team', value)
      const { polygon } = outlineOf(value, box.width, box.height)
      for (const text of texts(card(value))) expect(contains(polygon, [text.x, 0])).toBe(true)
    }
  })
})

describe('organisation is band', () => {
  test('every slot differs by glyph and texture alone, without its colour', () => {
    const looks = SLOTS.map(({ value }) => {
      const marks = card('team', value)
      return [...paths(marks, 'pattern'), ...paths(marks, 'glyph')].map((mark) => `${mark.d} ${mark.fill === undefined ? 'line' : 'filled'}`).join()
    })
    expect(new Set(looks).size).toBe(SLOTS.length)
  })

  test('the four organisations differ by texture, and by glyph', () => {
    const band = [[-50, -22], [-37, -22], [-37, 22], [-50, 22]] as const
    expect(new Set(([1, 2, 3, 4, 5, 6, 7, 8] as const).map((slot) => patternData(slot, band))).size).toBe(8)
  })

  test('texture stays within the band', () => {
    for (const kind of ['role', 'group', 'people', 'team'] as const) {
      const box = measured('Discharge team', kind)
      const { polygon } = outlineOf(kind, box.width + 0.1, box.height + 0.1)
      for (const slot of [2, 3, 5, 6, 7, 8] as const) {
        const [pattern] = paths(card(kind, slot), 'pattern')
        const numbers = (pattern?.d.match(/-?[\d.]+/g) ?? []).map(Number)
        expect(numbers.length).toBeGreaterThan(8)
        for (let i = 0; i < numbers.length; i += 2) expect(contains(polygon, [numbers[i] as number, numbers[i + 1] as number])).toBe(true)
      }
    }
  })

  test('partners, residents and what is shared are hollow', () => {
    for (const slot of ['partner', 'people', 'shared'] as const) {
      expect(paths(card('team', slot), 'pattern')).toEqual([])
      expect(paths(card('team', slot), 'glyph')[0]?.fill).toBeUndefined()
    }
  })

  test('an element of no organisation has neither band nor glyph', () => {
    expect([...paths(card('team', null), 'band'), ...paths(card('team', null), 'glyph')]).toEqual([])
  })
})

describe('states', () => {
  test('says no is dotted, without band, its name in full', () => {
    const marks = card('team', 1, 'says no')
    expect(paths(marks, 'outline')[0]).toMatchObject({ dash: [0.1, 4], width: 2, cap: 'round' })
    expect(paths(marks, 'band')).toEqual([])
    expect(texts(marks)[0]?.fill).toBe('ink')
  })

  test('not said and stepped back are paler, and keep their names readable', () => {
    expect(texts(card('team', 1, 'not said'))[0]?.fill).toMatchObject({ mix: 0.76 })
    expect(texts(card('team', 1, 'stepped back'))[0]?.fill).toMatchObject({ mix: 0.66 })
    expect(paths(card('team', 1, 'not said'), 'band')[0]?.fill).toMatchObject({ mix: 0.55, of: 'co' })
  })

  test('a selected card has a ring of 2.25 that stands 1.75 off', () => {
    expect(paths(card('team', 1, 'plain', true), 'ring').map(({ stroke, width }) => [stroke, width])).toEqual([['focus', 8], ['paper', 3.5]])
    expect(paths(card('team'), 'ring')).toEqual([])
  })

  test('every card stands on a halo', () => {
    for (const { value } of ELEMENT_KINDS) expect(paths(card(value), 'halo')[0]).toMatchObject({ stroke: 'paper' })
  })
})

test('on a projector everything is larger by the same', () => {
  const [small, large] = [card('role'), card('role', 1, 'plain', false, 1.3)]
  expect(large).toEqual(small.map((mark) => scaled(mark, 1.3)))
  expect(texts(large)[0]?.size).toBeCloseTo(18.2)
  const widths = (marks: readonly Mark[]) => paths(marks, 'body')[0]?.d.match(/-?[\d.]+/g)?.map(Number) ?? []
  widths(large).forEach((value, i) => expect(value).toBeCloseTo((widths(small)[i] as number) * 1.3, 1))
})
