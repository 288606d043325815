import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { boxOf } from '../../src/boxes/boxes.ts'
import type { CaptureContext } from '../../src/capture/intent.ts'
import { previewPaste, pasteChange } from '../../src/capture/paste-change.ts'
import { readAs, readPaste, withColumn, withOrganisation } from '../../src/capture/paste.ts'
import { readTable } from '../../src/capture/table-text.ts'
import { apply } from '../../src/model/apply.ts'
import { make } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { seeded } from '../support/seeded.ts'

const transfers = readFileSync(new URL('../fixtures/csv/hospital-transfers-2015-week-25.csv', import.meta.url), 'utf8')

function contextOf(map: SystemMap, more: Partial<CaptureContext> = {}): CaptureContext {
  return { map, organisation: null, perspective: 'shared', selection: [], now: new Date(2016, 4, 19), random: seeded(3), ...more }
}

function pasted(text: string, map: SystemMap, more: Partial<CaptureContext> = {}) {
  const context = contextOf(map, more)
  const sheet = readPaste(text, map)
  return { sheet, preview: previewPaste(sheet, context), outcome: pasteChange(sheet, map, context), after: apply(map, pasteChange(sheet, map, context)) }
}

function withPeople(): SystemMap {
  return apply(emptyMap('m'), {
    writes: [
      make('organisations', 'AC', { name: 'Acute Care', code: 'AC', slot: 3, order: 1 }),
      make('organisations', 'CH', { name: 'Community Healthcare', code: 'CH', slot: 2, order: 2 }),
      make('elements', 'w', { name: 'Medical wards', organisation: 'AC' }),
      make('elements', 'n', { name: 'Nursing team', organisation: 'CH' }),
      { at: 'positions', id: 'w', field: 'at', to: [400, 200] },
      { at: 'positions', id: 'n', field: 'at', to: [400, -200] },
    ],
  })
}

describe('reading a sheet', () => {
  it('finds the separator, undoubles quotes, keeps newlines in a cell and drops the byte order mark', () => {
    expect(readTable('\ufeffa\tb\r\n"x ""y"""\t"two\nlines"')).toEqual([['a', 'b'], ['x "y"', 'two\nlines']])
    expect(readTable('a;b;c\n1,5;2;3\n')).toEqual([['a', 'b', 'c'], ['1,5', '2', '3']])
    expect(readTable('a,b\r1,"2, or 3"')).toEqual([['a', 'b'], ['1', '2, or 3']])
  })

  it('takes a quote that never closes as a letter, and the guard before a formula away', () => {
    expect(readTable('"six inches\tb\nc\td')).toEqual([['"six inches', 'b'], ['c', 'd']])
    expect(readTable("'=1+1,'@x,'tis")).toEqual([['=1+1', '@x', "'tis"]])
  })

  it('keeps blank rows, so that row numbers are the sheet’s', () => {
    expect(readTable('a\n\nb\n')).toEqual([['a'], [''], ['b']])
    expect(readTable('')).toEqual([['']])
  })
})

describe('the hospital’s transfers of week 25 of 2015', () => {
  const { sheet, preview, outcome, after } = pasted(transfers, emptyMap('m'))

  it('are ties with the organisation of either end, and the other columns facts', () => {
    expect(sheet.as).toBe('ties')
    expect(sheet.hasHeader).toBe(true)
    expect(sheet.columns).toEqual(['from', 'from organisation', 'to', 'to organisation', 'fact', 'fact', 'fact'])
  })

  it('become 413 ties between 75 elements of 3 organisations', () => {
    expect([after.relationships.size, after.elements.size, after.organisations.size]).toEqual([413, 75, 3])
    expect(preview).toMatchObject({ fresh: { elements: 75, ties: 413, organisations: 3 }, here: 0, notUnderstood: [] })
    expect([...after.organisations.values()].map((o) => [o.name, o.slot])).toEqual([['PRUH', 1], ['DH', 2], ['Orpington', 3]])
    expect(new Set([...after.organisations.values()].map((o) => o.code)).size).toBe(3)
    expect([...after.perspectives.values()].filter((p) => p.type === 'organisation')).toHaveLength(3)
    expect(outcome.announce).toBe('Added 75 elements, 413 ties and 3 organisations.')
  })

  it('keep one name on several sites apart', () => {
    const exits = [...after.elements.values()].filter((element) => element.name === 'ExitHospital')
    expect(new Set(exits.map((element) => element.organisation)).size).toBe(exits.length)
    expect(exits.length).toBeGreaterThan(1)
  })

  it('carry the transfers of each row as a fact', () => {
    const named = (id: string) => after.elements.get(id)?.name
    const tie = [...after.relationships.values()].find((one) => named(one.from) === 'AcuteMedicalUnit.EAU' && named(one.to) === 'DischargeLounge')
    expect(tie?.facts.get('Transfers')).toBe(13)
    const total = [...after.relationships.values()].reduce((sum, one) => sum + Number(one.facts.get('Transfers')), 0)
    const column = transfers.trim().split('\n').slice(1).map((line) => Number(line.split(',')[4]?.replaceAll('"', '')))
    expect(total).toBe(column.reduce((sum, n) => sum + n, 0))
  })

  it('have a place each, and no two cards lie on each other', () => {
    const cards = [...after.elements.values()].map((element) => ({ at: after.positions.get(element.id) ?? [NaN, NaN], box: boxOf(element) }))
    for (const [i, a] of cards.entries()) {
      for (const b of cards.slice(i + 1)) {
        const apart = Math.abs(a.at[0] - b.at[0]) >= (a.box.width + b.box.width) / 2 || Math.abs(a.at[1] - b.at[1]) >= (a.box.height + b.box.height) / 2
        expect(apart).toBe(true)
      }
    }
  })

  it('add nothing when they are pasted again', () => {
    const again = pasted(transfers, after)
    expect(again.preview).toMatchObject({ fresh: { elements: 0, ties: 0, organisations: 0 }, here: 413 })
    expect(again.after.elements).toBe(after.elements)
  })
})

describe('a list of elements', () => {
  it('is read by its header; what is here stays, what has no name is named by its row', () => {
    const map = withPeople()
    const { preview, after } = pasted('Name\tOrganisation\tKind\tBeds\nMedical wards\tAcute Care\tteam\t28\nWard sister\tComm. Healthcare\trole\t\n\tAcute Care\trole\t\n', map)
    expect(preview.words).toBe('1 element new · 1 already here · 1 not understood')
    expect(preview.notUnderstood).toEqual([{ row: 4, words: 'no name' }])
    expect(preview.organisations).toEqual([{ said: 'Acute Care', is: 'AC', isGuess: false }, { said: 'Comm. Healthcare', is: 'CH', isGuess: true }])
    const sister = [...after.elements.values()].find((element) => element.name === 'Ward sister')
    expect([sister?.kind, sister?.organisation]).toEqual(['role', 'CH'])
    expect(after.elements.get('w')?.facts.get('Beds')).toBe(28)
    expect([after.positions.get('w'), after.positions.get('n')]).toEqual([[400, 200], [400, -200]])
  })

  it('needs no header: organisations and kinds are known by their words', () => {
    const { sheet, after } = pasted('Ward sister\tAC\trole\nBed manager\tAC\trole', withPeople())
    expect(sheet.columns).toEqual(['name', 'organisation', 'kind'])
    expect([...after.elements.values()].filter((element) => element.organisation === 'AC' && element.kind === 'role')).toHaveLength(2)
  })

  it('joins the chosen organisation where it says none, and says yes as the perspective being written', () => {
    const { after } = pasted('Ward sister\nBed manager', withPeople(), { organisation: 'CH' })
    const sister = [...after.elements.values()].find((element) => element.name === 'Ward sister')
    expect(sister?.organisation).toBe('CH')
    expect(after.judgements.get('shared')?.get(sister?.id ?? '')?.presence).toBe('yes')
  })

  it('goes where the person says', () => {
    const map = withPeople()
    const sheet = readPaste('Name,Organisation\nWard sister,Comm. Healthcare', map)
    const made = (to: 'new' | 'none' | 'AC') => [...apply(map, pasteChange(withOrganisation(sheet, 'comm. healthcare', to), map, contextOf(map))).elements.values()].find((e) => e.name === 'Ward sister')?.organisation
    expect(made('AC')).toBe('AC')
    expect(made('none')).toBe(null)
    expect(['AC', 'CH', null]).not.toContain(made('new'))
    const columns = withColumn(sheet, 1, 'name').columns
    expect(columns).toEqual(['ignore', 'name'])
    expect(readAs(sheet, 'ties', map).columns).toHaveLength(2)
  })
})

describe('a list of ties', () => {
  it('is what two columns of names that are here are', () => {
    const { sheet, after } = pasted('Medical wards\tNursing team\tmorning call', withPeople())
    expect(sheet.as).toBe('ties')
    expect([...after.relationships.values()].map((tie) => [tie.from, tie.to, tie.kind, tie.label])).toEqual([['w', 'n', 'refers', 'morning call']])
  })

  it('keeps kinds, ratings and several targets, and what is off the scale as a fact', () => {
    const { after, preview } = pasted('From,To,Kind,Strength,Quality\nMedical wards,Nursing team|GP,tells,4,-1\nGP,Nursing team,befriends,9,\nGP,GP,tells,,', withPeople())
    const ties = [...after.relationships.values()]
    expect(ties.map((tie) => tie.kind)).toEqual(['informs', 'informs', 'refers', 'informs'])
    expect(after.judgements.get('shared')?.get(ties[0]?.id ?? '')).toEqual({ presence: 4, quality: -1 })
    expect([ties[2]?.facts.get('Kind'), ties[2]?.facts.get('Strength')]).toEqual(['befriends', 9])
    expect([ties[3]?.from === ties[3]?.to, preview.notUnderstood]).toEqual([true, []])
    expect(preview.notes.map((note) => note.row)).toEqual([3, 3])
  })
})

describe('lines of text', () => {
  it('are understood as if typed one after another', () => {
    const { sheet, after, preview } = pasted('Ward sister @ac #role\nWard sister -> Nursing team: tells them\nMedical wards\n-> \n', withPeople())
    expect(sheet.as).toBe('lines')
    expect(preview.words).toBe('1 element and 1 tie new · 1 already here · 1 not understood')
    expect([...after.relationships.values()].map((tie) => tie.kind)).toEqual(['informs'])
  })

  it('count actions and reflections too, so that a list of nothing else can be added', () => {
    const { after, preview } = pasted('! Ring each morning by 10 June\n! Share the rota\n? Nobody asked the wards', withPeople())
    expect(preview.words).toBe('2 actions and 1 reflection new · 0 already here · 0 not understood')
    expect([[...after.actions.values()].map(({ title }) => title), after.reflections.size, preview.fresh.actions]).toEqual([['Ring each morning', 'Share the rota'], 1, 2])
  })
})
