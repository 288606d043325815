import { describe, expect, it } from 'vitest'
import { plainName } from '../../../src/edits/gather/alike.ts'
import { countsOf, planGather } from '../../../src/edits/gather/plan.ts'
import { apply } from '../../../src/model/apply.ts'
import { make } from '../../../src/model/change.ts'
import { listed } from '../../../src/model/system-map.ts'
import { facilitators, gather, nameOf, NOTHING_DECIDED, Table } from './gather-maps.ts'

const map = facilitators()
const table = (n: number) => new Table(map, n)
const matchesOf = (found: ReturnType<typeof gather>['plan']) => [...found.links.values()].filter(({ reason }) => reason !== 'id')
const views = (after: typeof map) => listed(after.perspectives).map(({ name, type }) => `${name}: ${type}`)

describe('Views', () => {
  it('that rate one tie 1, 3 and 5 are three perspectives with 1, 3 and 5, and the shared picture says what it said', () => {
    const files = [5, 1, 3].map((strength, i) => table(i + 1).says('daily', 'presence', strength).file())
    const { after } = gather(map, files)
    expect(['table-1', 'table-2', 'table-3'].map((id) => after.judgements.get(id)?.get('daily')?.presence)).toEqual([5, 1, 3])
    expect(after.judgements.get('shared')).toBe(map.judgements.get('shared'))
    expect(after.elements).toBe(map.elements)
    expect(views(after)).toEqual(['Shared picture: shared', 'Table 1: table', 'Table 2: table', 'Table 3: table'])
  })

  it('keep yes, no and silence apart, and whether everything was looked at', () => {
    const one = table(1).says('ward', 'presence', 'yes').says('daily', 'presence', 0).does({ at: 'perspectives', id: 'table-1', field: 'coverage', to: 'complete' }, { at: 'perspectives', id: 'table-1', field: 'coverageAt', to: '2016-05-19T09:38:00Z' })
    const { after } = gather(map, [one.file()])
    expect(after.judgements.get('table-1')).toEqual(new Map<string, object>([['ward', { presence: 'yes' }], ['daily', { presence: 0 }]]))
    expect(after.perspectives.get('table-1')).toMatchObject({ coverage: 'complete', coverageAt: '2016-05-19T09:38:00Z', handedIn: '2016-05-19T09:38:00.000Z' })
  })

  it('of a table that handed in twice: the newer stands, the older is kept as earlier and is no voice, in one gathering as in two', () => {
    const first = table(3).says('daily', 'presence', 2).file('2016-05-19T09:30:00Z')
    const second = table(3).says('daily', 'presence', 4).file('2016-05-19T09:38:00Z')
    const together = gather(map, [first, second]).after
    expect(views(together)).toEqual(['Shared picture: shared', 'Table 3: table', 'Table 3 (earlier): outside'])
    expect(listed(together.perspectives).map(({ id }) => together.judgements.get(id)?.get('daily')?.presence)).toEqual([3, 4, 2])
    const said = (after: typeof map) => new Map(listed(after.perspectives).map(({ id, name }) => [`${id} ${name}`, after.judgements.get(id)]))
    expect(said(gather(gather(map, [first]).after, [second]).after)).toEqual(said(together))
    expect(said(gather(gather(map, [second]).after, [first]).after)).toEqual(said(together))
  })

  it('of a file that is no table’s are its shared picture, named by the file; others that it holds come beside them, and private ones stay', () => {
    const writes = [
      make('perspectives', 'gp', { name: 'GPs', type: 'organisation' as const }), make('perspectives', 'mine', { name: 'My own view', type: 'person' as const, private: true }),
      ...['gp', 'mine'].map((view) => ({ at: 'judgements' as const, id: `${view}:ward`, field: 'presence', to: 0 })),
    ]
    const { after } = gather(map, [{ name: 'Wards 2016-05-19 (1).sightlines.json', savedAt: '', map: apply(map, { writes }) }])
    expect(views(after)).toEqual(['Shared picture: shared', 'Wards (1): table', 'GPs (Wards (1)): outside'])
    const [, wards] = listed(after.perspectives)
    expect(after.judgements.get(wards?.id ?? '')).toEqual(map.judgements.get('shared'))
  })
})

describe('Things', () => {
  it('of the same plain name in the same organisation are the same: no capitals, "the", "team", plural or punctuation', () => {
    expect(['The Hospital-Discharge Teams', 'hospital discharge', 'Hôspital discharges'].map(plainName)).toEqual(['hospital discharge', 'hospital discharge', 'hospital discharge'])
    expect(['Carers’ Centre', "Carer's centres"].map(plainName)).toEqual(['carer centre', 'carer centre'])
    expect(['Bus', 'GPs', 'Illness', 'The Team'].map(plainName)).toEqual(['bus', 'gps', 'illness', 'the team'])
    const one = table(1)
    const id = one.adds('The medical ward', 'AC')
    const { plan, after } = gather(map, [one.file()])
    expect(matchesOf(plan)).toMatchObject([{ element: id, to: 'here ward', reason: 'name', isSure: true }])
    expect(after.elements).toBe(map.elements)
    expect(after.judgements.get('table-1')?.get('ward')).toEqual({ presence: 'yes' })
  })

  it('with a misspelt name, or in another organisation, are asked about; saying the same keeps the name, and nobody is asked again', () => {
    const [one, two] = [table(1), table(2)]
    one.adds('Hospital dischage', 'AC')
    two.adds('Care brokerage', 'AC')
    const files = [one.file(), two.file()]
    const { plan, after: apart } = gather(map, files)
    const asked = matchesOf(plan)
    expect(asked.map(({ to, reason, isSure }) => [to, reason, isSure])).toEqual([['here disch', 'spelling', false], ['here brok', 'organisation', false]])
    expect(countsOf(plan, files, NOTHING_DECIDED)).toEqual({ same: 3, byName: 0, toCheck: 2, fresh: 0 })
    expect(apart.elements.size).toBe(map.elements.size + 2)
    const decisions = new Map(asked.map(({ key }) => [key, 'same' as const]))
    expect(countsOf(plan, files, decisions)).toMatchObject({ toCheck: 0, fresh: 0 })
    const { after } = gather(map, files, decisions)
    expect(after.elements.size).toBe(map.elements.size)
    expect([...(after.elements.get('disch')?.aliases.keys() ?? [])]).toEqual(['Hospital dischage'])
    const later = table(4)
    later.adds('Hospital dischage', 'AC')
    expect(matchesOf(gather(after, [later.file()]).plan)).toMatchObject([{ reason: 'alias', to: 'here disch', isSure: true }])
  })

  it('of another map are others though an id be the same', () => {
    const other = apply(map, { writes: [{ at: 'meta', id: 'map', field: 'lineage', to: 'elsewhere' }, { at: 'elements', id: 'ward', field: 'name', to: 'Lifeboat crew' }] })
    const { after } = gather(map, [{ name: 'Lifeboats.sightlines.json', savedAt: '', map: other }])
    expect(nameOf(after, 'ward')).toBe('Medical wards')
    expect(listed(after.elements).map(({ name }) => name).sort()).toEqual(['Care brokerage', 'Hospital discharge team', 'Lifeboat crew', 'Medical wards'])
  })

  it('that two tables name alike come once, and stay two where one table has two', () => {
    const [one, two] = [table(1), table(2)]
    one.adds('Weekend desk', 'SC')
    two.adds('The weekend desk', 'SC')
    two.adds('Weekend desks', 'SC')
    const { after } = gather(map, [two.file(), one.file()])
    expect(listed(after.elements).filter(({ id }) => !map.elements.has(id)).map(({ name }) => plainName(name))).toEqual(['weekend desk', 'weekend desk'])
  })

  it('matched by name can be taken apart', () => {
    const one = table(1)
    const id = one.adds('Medical ward', 'AC')
    const { plan } = gather(map, [one.file()])
    const { after } = gather(map, [one.file()], new Map(matchesOf(plan).map(({ key }) => [key, 'new'])))
    expect(nameOf(after, id)).toBe('Medical ward')
  })

  it('of an organisation that the map has not bring it, once', () => {
    const files = [1, 2].map((n) => {
      const one = table(n).does(make('organisations', `p${n}`, { name: 'Police', code: 'PO', slot: 5, order: 9 }))
      one.adds(`Beat ${n === 1 ? 'north' : 'south'}`, `p${n}`)
      return one.file()
    })
    const { after } = gather(map, files)
    const added = listed(after.organisations).filter(({ id }) => !map.organisations.has(id))
    expect(added).toMatchObject([{ name: 'Police', code: 'PO', slot: 'partner' }])
    expect(listed(after.elements).filter(({ organisation }) => organisation === added[0]?.id)).toHaveLength(2)
  })

  it('that are new stand clear of everything, and nothing else moves', () => {
    const one = table(1)
    for (const name of ['Night desk', 'Porters', 'Pharmacy']) one.adds(name, 'AC')
    const { after } = gather(map, [one.file()])
    for (const [id, at] of map.positions) expect(after.positions.get(id)).toBe(at)
    expect(new Set([...after.positions.values()].map(String)).size).toBe(after.positions.size)
  })
})

describe('Ties', () => {
  it('match by their ends and kind: either way round where they go both ways, and by direction where they do not', () => {
    const [one, two] = [table(1), table(2)]
    const daily = one.ties('brok', 'disch', 'works', { mutual: true })
    one.says(daily, 'presence', 5)
    const there = one.ties('ward', 'disch', 'refers')
    const back = two.ties('disch', 'ward', 'refers')
    const { after } = gather(map, [one.file(), two.file()])
    expect([...after.relationships.keys()].sort()).toEqual(['daily', there, back].sort())
    expect(after.judgements.get('table-1')?.get('daily')).toEqual({ presence: 5 })
  })

  it('of opposite sign are two, as are two that one table drew', () => {
    const one = table(1)
    one.ties('ward', 'brok', 'influences', { polarity: '+' })
    const two = table(2)
    two.ties('ward', 'brok', 'influences', { polarity: '-' })
    two.ties('ward', 'brok', 'informs', { label: 'rings' })
    two.ties('ward', 'brok', 'informs', { label: 'writes' })
    expect(gather(map, [one.file(), two.file()]).after.relationships.size).toBe(1 + 2 + 2)
  })
})

describe('Actions and reflections', () => {
  it('of a table come along once, about the things as the map has them, and private ones stay', () => {
    const one = table(1)
    const ward = one.adds('Medical ward', 'AC')
    one.does(make('actions', 'a', { title: 'Daily call', touches: [ward, 'daily'], organisations: ['AC'] }), make('reflections', 'r', { words: 'Quieter', about: [ward] }), make('reflections', 'mine', { words: 'Mine', private: true }))
    const { after } = gather(map, [one.file()])
    expect([...after.actions.values()]).toMatchObject([{ id: 'a', title: 'Daily call', touches: ['ward', 'daily'], organisations: ['AC'] }])
    expect([...after.reflections.values()]).toMatchObject([{ id: 'r', words: 'Quieter', about: ['ward'] }])
    expect(gather(after, [{ ...one.file(), savedAt: '' }]).after).toBe(after)
  })
})

describe('Files', () => {
  it('of another map wait until somebody says that they may come; the same file twice comes once', () => {
    const other = new Table({ ...map, meta: { ...map.meta, lineage: 'elsewhere', title: 'Elsewhere' } }, 9)
    other.adds('Night desk', null)
    const ours = table(1).says('ward', 'presence', 'yes').file()
    const files = [other.file(), ours, { ...ours, name: 'copy.sightlines.json' }]
    const plan = planGather(map, files, new Set())
    expect(plan.files.map(({ label, standing }) => [label, standing])).toEqual([['Table 1', 'brings'], ['Table 1', 'twice'], ['Table 9', 'other map']])
    const { after, plan: all } = gather(map, files)
    expect(all.files.at(-1)).toMatchObject({ standing: 'brings', isOther: true })
    expect(listed(after.elements).map(({ name }) => name).sort()).toEqual(['Care brokerage', 'Hospital discharge team', 'Medical wards', 'Night desk'])
    expect(planGather(after, [ours], new Set()).files).toMatchObject([{ standing: 'here already' }])
  })
})
