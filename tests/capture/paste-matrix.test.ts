import { describe, expect, it } from 'vitest'
import type { CaptureContext } from '../../src/capture/intent.ts'
import { pasteChange, previewPaste } from '../../src/capture/paste-change.ts'
import { readPaste } from '../../src/capture/paste.ts'
import { isMatrix, tiesOfMatrix } from '../../src/capture/paste-matrix.ts'
import { apply } from '../../src/model/apply.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { judgementOf, type SystemMap } from '../../src/model/system-map.ts'
import { seeded } from '../support/seeded.ts'

const rowsOf = (text: string) => text.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
const sheet = (text: string) => rowsOf(text).map((row) => row.join('\t')).join('\n')

function pasted(text: string, map: SystemMap = emptyMap('m')) {
  const context: CaptureContext = { map, organisation: null, perspective: 'shared', selection: [], now: new Date(2016, 4, 19), random: seeded(3) }
  const read = readPaste(text, map)
  return { read, preview: previewPaste(read, context), after: apply(map, pasteChange(read, map, context)) }
}

const STRENGTHS = `
          | Ward | GP | Home care | Night sitters
Ward      |      | 3  | 0         |
GP        | 1    |    | 5         |
Home care |      | 5  |           |
Night sitters | |     |           |`

describe('A matrix', () => {
  it('is known by the same names across and down, in any order', () => {
    expect(isMatrix(rowsOf(STRENGTHS))).toBe(true)
    expect(isMatrix(rowsOf('who | GP | ward\nWard | 1 |\nGP | | 1'))).toBe(true)
    expect(isMatrix(rowsOf('From | To\nWard | GP\nGP | Ward'))).toBe(false)
    expect(isMatrix(rowsOf('| A | B\nA | |\nA | 1 |'))).toBe(false)
    expect(isMatrix(rowsOf('| A | B | C\nA | |\nB | 1 |'))).toBe(false)
    expect(isMatrix(rowsOf('| A\nA | 1'))).toBe(false)
  })

  it('of numbers from 0 to 5 gives ties with their strength, the row first; whoever is tied to nobody is there too', () => {
    const { read, preview, after } = pasted(sheet(STRENGTHS))
    expect(read.as).toBe('matrix')
    expect(preview).toMatchObject({ fresh: { elements: 4, ties: 4 }, notUnderstood: [], notes: [] })
    const named = (id: string) => after.elements.get(id)?.name ?? ''
    const ties = [...after.relationships.values()].map((tie) => `${named(tie.from)} > ${named(tie.to)} ${judgementOf(after, 'shared', tie.id)?.presence} ${tie.mutual}`)
    expect(ties.sort()).toEqual(['GP > Home care 5 false', 'GP > Ward 1 false', 'Home care > GP 5 false', 'Ward > GP 3 false'])
  })

  it('that is the same either side of its diagonal gives each tie once, both ways', () => {
    expect(tiesOfMatrix(rowsOf('| A | B | C\nA | 0 | 1 | 0\nB | 1 | 0 | 1\nC | 0 | 1 | 0')).rows).toEqual([['From', 'To', 'Kind', 'Weight', 'Label'], ['A', 'B', 'works', '', ''], ['B', 'C', 'works', '', '']])
  })

  it('keeps other numbers as weights, and words as labels', () => {
    const rows = (text: string) => tiesOfMatrix(rowsOf(text)).rows
    expect(rows('| A | B\nA | | 12\nB | 7.5 |')).toEqual([['From', 'To', 'Kind', 'Weight', 'Label'], ['A', 'B', '', '12', ''], ['B', 'A', '', '7.5', '']])
    expect(rows('| A | B\nA | | daily call\nB | x | no')).toEqual([['From', 'To', 'Kind', 'Weight', 'Label'], ['A', 'B', '', '', 'daily call'], ['B', 'A', '', '', '']])
  })

  it('adds only what is new when it is pasted again', () => {
    const { after } = pasted(sheet(STRENGTHS))
    expect(pasted(sheet(STRENGTHS), after).preview).toMatchObject({ fresh: { elements: 0, ties: 0 }, here: 4 })
  })
})
