import { describe, expect, it } from 'vitest'
import { taken } from '../../src/capture/complete.ts'
import { understand } from '../../src/capture/understand.ts'
import { apply } from '../../src/model/apply.ts'
import { make } from '../../src/model/change.ts'
import { contextOf, roomMap } from './capture-map.ts'

const rows = (line: string, caret = line.length, map = roomMap()) => understand(line, contextOf(map), caret).completions.map((row) => row.words.map((word) => word.text).join(''))
const ghost = (line: string) => understand(line, contextOf(roomMap())).ghost
const tab = (line: string, caret = line.length) => taken(line, contextOf(roomMap()), caret)

describe('the list', () => {
  it('comes after two letters: names that begin so, then those with a word that does, then a new one', () => {
    expect(rows('c')).toEqual([])
    expect(rows('ca')).toEqual(['Care homes', 'Care brokerage', 'New: “ca”'])
    expect(rows('te')).toEqual(['Night team', 'Night team', 'Hospital discharge team', 'People tell their story once', 'New: “te”'])
    expect(rows('Weekend desk -> care br')).toEqual(['Care brokerage', 'New: “care br”'])
    expect(rows('Weekend desk -> care homes, DISCH')).toEqual(['Delayed discharges', 'Hospital discharge team', 'New: “DISCH”'])
  })

  it('has five rows at most, the new one with them', () => {
    const many = apply(roomMap(), { writes: Array.from({ length: 20 }, (_, i) => make('elements', `w${i}`, { name: `Ward ${i}` })) })
    expect(rows('ward', 4, many)).toHaveLength(5)
    expect(rows('ward', 4, many).at(-1)).toBe('New: “ward”')
  })

  it('is not there when nothing matches, when the only match is typed in full, and in a label', () => {
    for (const line of ['zzz', 'care homes', 'Care homes -> Trust: care', '? care', '/care', '! care']) expect(rows(line)).toEqual([])
  })

  it('marks the letters typed, and says where a name belongs', () => {
    const [first, fresh] = understand('care br', contextOf(roomMap())).completions
    expect(first).toMatchObject({ is: 'existing', words: [{ text: 'Care br', strong: true }, { text: 'okerage' }], detail: 'Adult Social Care · team', glyph: 4 })
    expect(fresh).toMatchObject({ is: 'new', detail: 'in Adult Social Care', glyph: 4, line: 'care br' })
  })

  it('is of organisations after @ and of kinds after #', () => {
    expect(rows('Ward sister @a')).toEqual(['Acute Care', 'Adult Social Care', 'Residents and carers', 'Shared by all'])
    expect(rows('! Call @ac')).toEqual(['Acute Care'])
    expect(rows('Ward sister #o')).toEqual(['organisation', 'outcome'])
  })
})

describe('Tab', () => {
  it('takes the first row, where the caret is', () => {
    expect(tab('ward sister -> disch')).toMatchObject({ line: 'ward sister -> Delayed discharges' })
    expect(tab('hosp')).toEqual({ line: 'Hospital discharge team', caret: 23 })
    expect(tab('hosp -> Care homes', 4)).toEqual({ line: 'Hospital discharge team -> Care homes', caret: 23 })
    expect(tab('Ward sister @ad')).toMatchObject({ line: 'Ward sister @SC' })
    expect(tab('Ward sister #ro')).toMatchObject({ line: 'Ward sister #role' })
    expect(tab('zzz')).toEqual({ line: 'zzz', caret: 3 })
  })

  it('puts a name with a comma in quotation marks, and says the organisation where the name is not enough', () => {
    expect(tab('beds')).toMatchObject({ line: '"Beds, chairs and kit"' })
    const second = understand('night te', contextOf(roomMap())).completions.map((row) => row.line)
    expect(second).toContain('Night team')
    expect(second).toContain('Night team @AC')
  })
})

it('the letters that Tab would add are drawn behind the caret', () => {
  expect(ghost('Weekend desk -> care br')).toBe('okerage')
  expect(ghost('brok')).toBe('')
  expect(ghost('Ward #ro')).toBe('le')
  expect(ghost('zzz')).toBe('')
})
