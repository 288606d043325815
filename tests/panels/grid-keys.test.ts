import { describe, expect, test } from 'vitest'
import { gridIntent, type GridPlace } from '../../src/panels/table/grid-keys.ts'

const here: GridPlace = { row: 4, column: 2, rows: 20, columns: 6, page: 8, takesDigits: false }
const press = (key: string, mods: { ctrl?: boolean; shift?: boolean } = {}, place: Partial<GridPlace> = {}) => gridIntent({ key, ctrl: mods.ctrl ?? false, shift: mods.shift ?? false }, { ...here, ...place })
const to = (row: number, column: number, isExtending = false) => ({ is: 'move', row, column, isExtending })

describe('The keys of the grid', () => {
  test('move by cell, by page, to the ends of a row, and with Control to the ends of all', () => {
    expect(press('ArrowDown')).toEqual(to(5, 2))
    expect(press('ArrowLeft')).toEqual(to(4, 1))
    expect(press('PageDown')).toEqual(to(12, 2))
    expect(press('PageUp')).toEqual(to(0, 2))
    expect(press('End')).toEqual(to(4, 5))
    expect(press('End', { ctrl: true })).toEqual(to(19, 5))
    expect(press('Home', { ctrl: true })).toEqual(to(0, 0))
    expect(press('ArrowDown', { ctrl: true })).toEqual(to(19, 2))
    expect(press('ArrowUp', {}, { row: 0 })).toEqual(to(-1, 2))
  })

  test('select more rows with Shift, and one more or less with the space bar', () => {
    expect(press('ArrowDown', { shift: true })).toEqual(to(5, 2, true))
    expect(press('ArrowRight', { shift: true })).toEqual(to(4, 3, false))
    expect(press(' ')).toEqual({ is: 'toggle' })
    expect(press('a', { ctrl: true })).toEqual({ is: 'all' })
  })

  test('edit, type, fill down and remove', () => {
    expect([press('Enter'), press('F2'), press('Delete'), press('d', { ctrl: true })]).toEqual([{ is: 'edit' }, { is: 'edit' }, { is: 'remove' }, { is: 'fill' }])
    expect(press('W')).toEqual({ is: 'type', letter: 'W' })
    expect(press('z', { ctrl: true })).toBeNull()
    expect(press('Tab')).toBeNull()
  })

  test('rate by a digit in a column that takes digits, and type it elsewhere', () => {
    expect(press('4', {}, { takesDigits: true })).toEqual({ is: 'rate', digit: 4 })
    expect(press('7', {}, { takesDigits: true })).toEqual({ is: 'type', letter: '7' })
    expect(press('4')).toEqual({ is: 'type', letter: '4' })
  })

  test('sort from the head, where nothing can be typed', () => {
    expect([press('Enter', {}, { row: -1 }), press(' ', {}, { row: -1 }), press('x', {}, { row: -1 }), press('Delete', {}, { row: -1 })]).toEqual([{ is: 'sort' }, { is: 'sort' }, null, null])
    expect(press('ArrowDown', {}, { row: -1 })).toEqual(to(0, 2))
  })
})
