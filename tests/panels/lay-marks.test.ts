import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { across, down, layMarks, roomAt, stepsAt, type ToLay } from '../../src/panels/grid/lay-marks.ts'

const PLOT = { width: 850, height: 500, mark: 24, text: 13 }
const at = (id: string, influence: number, interest: number, isChosen = false): ToLay => ({ id, name: `Team ${id}`, influence, interest, isChosen })
const apart = (a: { readonly x: number; readonly y: number }, b: { readonly x: number; readonly y: number }) => Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))

describe('A mark', () => {
  test('stands at its values: influence upwards, interest to the right', () => {
    const [first] = layMarks([at('a', 5, 1)], PLOT)
    expect(first).toEqual({ id: 'a', x: 85, y: 50, label: 'right' })
  })

  test('of a half stands between two steps', () => {
    expect(across(3.5, PLOT)).toBe((across(3, PLOT) + across(4, PLOT)) / 2)
    expect(down(2.5, PLOT)).toBe((down(2, PLOT) + down(3, PLOT)) / 2)
  })

  test('that shares its place stands beneath, then above, then aside', () => {
    const laid = layMarks(['a', 'b', 'c', 'd'].map((id) => at(id, 3, 3)), PLOT)
    expect(laid.map(({ x, y }) => [x - across(3, PLOT), y - down(3, PLOT)])).toEqual([[0, 0], [0, 24], [0, -24], [24, 0]])
  })

  test('at the right edge has its name at the left', () => {
    expect(layMarks([{ ...at('a', 3, 5), name: 'Adult social care service manager' }], PLOT)[0]?.label).toBe('left')
  })

  test('that is chosen is always named', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => ({ ...at(String(i), 3, 3, i === 7), name: 'A name that is far too long for this narrow place to hold beside others' }))
    const laid = layMarks(crowd, PLOT)
    expect(laid.filter(({ label }) => label === null).length).toBeGreaterThan(0)
    expect(laid[7]?.label).not.toBeNull()
  })

  test('has a chosen name that fits nowhere on its roomier side, in as many lines as it takes', () => {
    const long = 'Adult social care service manager and everything that belongs to it across the whole of the county, and its neighbours'
    for (const [interest, side] of [[4, 'left'], [2, 'right']] as const) {
      const [laid] = layMarks([{ ...at('a', 3, interest), name: long, isChosen: true }], PLOT)
      expect(laid?.label).toBe(side)
      expect(roomAt(laid?.x ?? 0, side, PLOT)).toBeGreaterThan(PLOT.width / 2)
      expect(roomAt(laid?.x ?? 0, side, PLOT)).toBeLessThan(PLOT.width * 0.7)
    }
  })
})

test('No two marks lie over one another as long as their cells have room, and each is nearest to its own step', () => {
  const values = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(fc.array(fc.tuple(values, values), { maxLength: 14 }), (places) => {
      const laid = layMarks(places.map(([influence, interest], i) => at(String(i), influence, interest)), PLOT)
      laid.forEach((one, i) => {
        const [influence, interest] = places[i] as [number, number]
        expect(stepsAt(one.x, one.y, PLOT)).toEqual({ influence, interest })
        for (const other of laid.slice(i + 1)) expect(apart(one, other)).toBeGreaterThanOrEqual(24)
      })
    }),
    { seed: 5, numRuns: 60 },
  )
})

test('A place outside the field is the nearest step within', () => {
  expect(stepsAt(-40, 700, PLOT)).toEqual({ interest: 1, influence: 1 })
  expect(stepsAt(2000, -9, PLOT)).toEqual({ interest: 5, influence: 5 })
})
