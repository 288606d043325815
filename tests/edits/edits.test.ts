import { describe, expect, it } from 'vitest'
import { addAction } from '../../src/edits/add-action.ts'
import { addElement, addOutcomeReading, putInMiddle } from '../../src/edits/add-element.ts'
import { addReflection } from '../../src/edits/add-reflection.ts'
import { addTie, changeTieKind, connectToNew, knownTie, moveEnd, reverseTies } from '../../src/edits/add-tie.ts'
import { clearRating, judge, rate, stepQuality } from '../../src/edits/judge.ts'
import { move, nudge, togglePinned } from '../../src/edits/move.ts'
import { addOrganisation, changeOrganisation, codeFor, orderOrganisations, removeOrganisation } from '../../src/edits/organisations.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { rename, setFact, setField, setNames } from '../../src/edits/set-field.ts'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make, place, type MapChange, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { listed, namesOf, type SystemMap } from '../../src/model/system-map.ts'
import { seeded } from '../support/seeded.ts'

const random = seeded(11)
const making = { now: new Date('2016-05-19T09:41:00Z'), random, perspective: 'shared' }
const NOTHING: MapChange = { writes: [] }

function small(): SystemMap {
  return apply(emptyMap('m'), {
    writes: [
      make('organisations', 'AC', { name: 'Acute Care', code: 'AC', slot: 1, order: 1 }),
      make('organisations', 'SC', { name: 'Social Care', code: 'SC', slot: 2, order: 2 }),
      make('perspectives', 'p-ac', { name: 'Acute Care', type: 'organisation', organisation: 'AC', order: 1 }),
      make('perspectives', 'me', { name: 'My own view', type: 'person', private: true, order: 2 }),
      make('elements', 'a', { name: 'Ward', organisation: 'AC' }),
      make('elements', 'b', { name: 'Brokerage', organisation: 'SC' }),
      make('elements', 'f', { name: 'Trust', kind: 'factor' }),
      make('elements', 'o', { name: 'Home sooner', kind: 'outcome' }),
      make('outcomeReadings', 'r1', { element: 'o', date: '2016-05-01', value: 46, order: 1 }),
      make('relationships', 't', { from: 'a', to: 'b', kind: 'refers' }),
      make('relationships', 'i', { from: 'f', to: 'o', kind: 'influences', polarity: '+' }),
      place('a', 100, 100), place('b', -100, 100),
      ...[['p-ac', 't'], ['p-ac', 'a'], ['me', 'a'], ['me', 't']].map(([who, what]): Write => ({ at: 'judgements', id: judgementId(who ?? '', what ?? ''), field: 'presence', to: 3 })),
    ],
  })
}

const said = (map: SystemMap, perspective: string, subject: string) => map.judgements.get(perspective)?.get(subject)

describe('making', () => {
  it('an element says yes for the perspective being written, in the same change', () => {
    const made = addElement(small(), { name: '  Ward   sister ' }, { ...making, perspective: 'p-ac' })
    const map = apply(small(), made.change)
    expect(map.elements.get(made.id)).toMatchObject({ name: 'Ward sister', kind: 'team', added: '2016-05-19T09:41:00.000Z' })
    expect(said(map, 'p-ac', made.id)).toEqual({ presence: 'yes' })
    expect(said(map, 'shared', made.id)).toBeUndefined()
    expect(addElement(small(), { name: '   ' }, making).change).toEqual(NOTHING)
    expect(said(apply(small(), addElement(small(), { name: 'X' }, { ...making, perspective: '*' }).change), '*', 'X')).toBeUndefined()
  })

  it('a tie is a hand-over, or a change where an end can go up and down', () => {
    const between = (from: string, to: string) => {
      const made = addTie(small(), { from, to }, making)
      return { map: apply(small(), made.change), id: made.id }
    }
    const handed = between('b', 'a')
    expect(handed.map.relationships.get(handed.id)).toMatchObject({ from: 'b', to: 'a', kind: 'refers', mutual: false, polarity: null })
    expect([said(handed.map, 'shared', handed.id), said(handed.map, 'shared', 'a'), said(handed.map, 'shared', 'b')]).toEqual([{ presence: 'yes' }, { presence: 'yes' }, { presence: 'yes' }])
    const changed = between('a', 'f')
    expect(changed.map.relationships.get(changed.id)).toMatchObject({ kind: 'influences', polarity: '+' })
    const own = between('a', 'a')
    expect(own.map.relationships.get(own.id)).toMatchObject({ from: 'a', to: 'a', kind: 'refers' })
    expect(addTie(small(), { from: 'a', to: 'gone' }, making).change).toEqual(NOTHING)
  })

  it('drawing to empty canvas makes the other end there', () => {
    const made = connectToNew(small(), 'a', 'Night desk', [600, -300], making)
    const map = apply(small(), made.change)
    expect(map.positions.get(made.id)).toEqual([600, -300])
    expect(map.elements.get(made.id)).toMatchObject({ name: 'Night desk', organisation: 'AC' })
    expect(map.relationships.get(made.tie)).toMatchObject({ from: 'a', to: made.id, kind: 'refers' })
    expect(connectToNew(small(), 'gone', 'X', [0, 0], making).change).toEqual(NOTHING)
  })

  it('actions, reflections and outcome readings keep what they were given', () => {
    const action = addAction(small(), { title: ' Daily  call ', touches: ['t'], due: '2016-06-10' }, random)
    expect(apply(small(), action.change).actions.get(action.id)).toMatchObject({ title: 'Daily call', touches: ['t'], status: 'proposed' })
    const reflection = addReflection(small(), { words: ' hm ' }, '2016-05-19', random)
    expect(apply(small(), reflection.change).reflections.get(reflection.id)).toMatchObject({ words: 'hm', date: '2016-05-19', private: false })
    const reading = addOutcomeReading(small(), 'o', { date: '2016-06-01', value: 50 }, random)
    expect(apply(small(), reading.change).outcomeReadings.get(reading.id)).toMatchObject({ element: 'o', order: 2 })
  })

  it('ids are free, even from a random source that repeats itself', () => {
    let map = small()
    for (let i = 0; i < 5; i++) map = apply(map, addElement(map, { name: `X${i}` }, { ...making, random: () => 0 }).change)
    expect(map.elements.size).toBe(9)
  })
})

describe('changing', () => {
  it('a name is tidied, and never emptied', () => {
    expect(apply(small(), rename(small(), 'a', ' Ward   3 ')).elements.get('a')?.name).toBe('Ward 3')
    expect(rename(small(), 'a', '  ')).toEqual(NOTHING)
    expect(apply(small(), rename(small(), 't', 'daily call')).relationships.get('t')?.label).toBe('daily call')
    expect(rename(small(), 'gone', 'X')).toEqual(NOTHING)
  })

  it('a tie’s kind brings its direction and sign', () => {
    const works = apply(small(), changeTieKind(small(), ['t'], 'works'))
    expect(works.relationships.get('t')).toMatchObject({ kind: 'works', mutual: true, polarity: null })
    expect(apply(works, setField(works, 'relationships', ['t'], 'kind', 'influences')).relationships.get('t')).toMatchObject({ kind: 'influences', mutual: false, polarity: '+' })
  })

  it('a tie turns round, and its ends move, onto each other too', () => {
    expect(apply(small(), reverseTies(small(), ['t'])).relationships.get('t')).toMatchObject({ from: 'b', to: 'a' })
    expect(apply(small(), moveEnd(small(), 't', 'to', 'f')).relationships.get('t')).toMatchObject({ from: 'a', to: 'f' })
    expect(apply(small(), moveEnd(small(), 't', 'to', 'a')).relationships.get('t')).toMatchObject({ from: 'a', to: 'a' })
    for (const end of ['b', 'gone']) expect(moveEnd(small(), 't', 'to', end)).toEqual(NOTHING)
    const own = apply(small(), moveEnd(small(), 't', 'to', 'a'))
    expect(reverseTies(own, ['t'])).toEqual(NOTHING)
  })

  it('a tie that joins two already is known, whatever its kind; one that runs the other way only where it goes both ways', () => {
    expect([knownTie(small(), 'a', 'b')?.id, knownTie(small(), 'b', 'a')?.id, knownTie(small(), 'a', 'a')?.id]).toEqual(['t', undefined, undefined])
    const works = apply(small(), changeTieKind(small(), ['t'], 'works'))
    expect(knownTie(works, 'b', 'a')?.id).toBe('t')
  })

  it('what is dragged is pinned, what already stands there is not touched', () => {
    const map = apply(small(), move(small(), new Map([['a', [5.4, 6.6]], ['b', [-100, 100]], ['gone', [0, 0]]])))
    expect([map.positions.get('a'), map.elements.get('a')?.pinned, map.elements.get('b')?.pinned]).toEqual([[5, 7], true, false])
    expect(apply(small(), nudge(small(), ['a', 'f'], 8, -8)).positions.get('a')).toEqual([108, 92])
    expect(apply(map, togglePinned(map, ['a', 'b'])).elements.get('b')?.pinned).toBe(true)
    expect(apply(map, togglePinned(map, ['a'])).elements.get('a')?.pinned).toBe(false)
  })

  it('names and facts are written one by one', () => {
    let map = apply(small(), setNames(small(), 'a', 'tag', ['night', ' night ', 'bed', '']))
    expect(namesOf(map.elements.get('a')?.tags ?? new Map())).toEqual(['night', 'bed'])
    map = apply(map, setNames(map, 'a', 'tag', ['bed']))
    expect(namesOf(map.elements.get('a')?.tags ?? new Map())).toEqual(['bed'])
    map = apply(map, setFact(map, 'a', 'Beds', '28'))
    map = apply(map, setFact(map, 't', 'Route', '007'))
    expect([map.elements.get('a')?.facts.get('Beds'), map.relationships.get('t')?.facts.get('Route')]).toEqual([28, '007'])
    expect(apply(map, setFact(map, 'a', 'Beds', null)).elements.get('a')?.facts.size).toBe(0)
  })

  it('the middle', () => {
    expect(apply(small(), putInMiddle(small(), 'o')).meta.centre).toBe('o')
    expect(putInMiddle(small(), 'gone')).toEqual(NOTHING)
  })
})

describe('removing', () => {
  it('an element takes its ties, judgements, readings and position; what is private and what pointed at it stays (rule 9)', () => {
    const before = apply(small(), { writes: [make('actions', 'x', { title: 'Call', touches: ['a', 't'] })] })
    const map = apply(before, removeSubjects(before, ['a', 'o', 'gone']))
    expect([...map.elements.keys()]).toEqual(['b', 'f'])
    expect([...map.relationships.keys()]).toEqual([])
    expect([map.outcomeReadings.size, map.positions.has('a'), map.judgements.has('p-ac')]).toEqual([0, false, false])
    expect([...(map.judgements.get('me')?.keys() ?? [])]).toEqual(['a', 't'])
    expect(map.actions.get('x')?.touches).toEqual(['a', 't'])
  })

  it('a tie takes its judgements only', () => {
    const map = apply(small(), removeSubjects(small(), ['t']))
    expect([map.elements.size, map.relationships.has('t'), said(map, 'p-ac', 't'), said(map, 'p-ac', 'a')]).toEqual([4, false, undefined, { presence: 3 }])
  })
})

describe('rating', () => {
  const on = (map: SystemMap, ...changes: ((map: SystemMap) => MapChange)[]) => changes.reduce((now, change) => apply(now, change(now)), map)

  it('1–5 says yes; 0 says no and clears quality and value; clearing goes back to not said and keeps words', () => {
    let map = on(small(), (m) => rate(m, 'shared', 't', 4), (m) => judge(m, 'shared', 't', 'quality', -1), (m) => judge(m, 'shared', 't', 'value', 'beds'), (m) => judge(m, 'shared', 't', 'note', 'ask'))
    expect(said(map, 'shared', 't')).toEqual({ presence: 4, quality: -1, value: 'beds', note: 'ask' })
    expect(said(on(map, (m) => rate(m, 'shared', 't', 0)), 'shared', 't')).toEqual({ presence: 0, note: 'ask' })
    map = on(map, (m) => clearRating(m, 'shared', 't'))
    expect(said(map, 'shared', 't')).toEqual({ value: 'beds', note: 'ask' })
    expect(rate(map, 'nobody', 't', 3)).toEqual(NOTHING)
    expect(rate(map, 'shared', 'gone', 3)).toEqual(NOTHING)
  })

  it('an element has no strength: any digit but 0 is a yes', () => {
    const map = on(small(), (m) => rate(m, 'shared', 'a', 4))
    expect(said(map, 'shared', 'a')).toEqual({ presence: 'yes' })
    expect(said(on(map, (m) => rate(m, 'shared', 'a', 0)), 'shared', 'a')).toEqual({ presence: 0 })
  })

  it('yes does not take a strength away', () => {
    expect(rate(small(), 'p-ac', 't', 'yes')).toEqual(NOTHING)
  })

  it('quality steps down and up within the scale, and an influence has none', () => {
    const down = (m: SystemMap) => stepQuality(m, 'shared', 't', -1)
    const up = (m: SystemMap) => stepQuality(m, 'shared', 't', 1)
    expect(said(on(small(), down), 'shared', 't')).toEqual({ quality: -1 })
    expect(said(on(small(), down, down, down), 'shared', 't')).toEqual({ quality: -2 })
    expect(said(on(small(), down, up), 'shared', 't')).toEqual({ quality: 0 })
    expect(stepQuality(small(), 'shared', 'i', 1)).toEqual(NOTHING)
  })

  it('a rating after a no is a yes', () => {
    const map = on(small(), (m) => rate(m, 'shared', 't', 0), (m) => stepQuality(m, 'shared', 't', 1))
    expect(said(map, 'shared', 't')).toEqual({ presence: 'yes', quality: 1 })
    expect(said(on(small(), (m) => rate(m, 'shared', 'a', 0), (m) => judge(m, 'shared', 'a', 'influence', 4)), 'shared', 'a')).toEqual({ presence: 'yes', influence: 4 })
  })

  it('an empty word is taken back', () => {
    const map = on(small(), (m) => judge(m, 'shared', 'a', 'matters', 'Beds'), (m) => judge(m, 'shared', 'a', 'matters', ''))
    expect(said(map, 'shared', 'a')).toBeUndefined()
  })
})

describe('organisations', () => {
  it('take the next colour, a code of their own, and a perspective', () => {
    const made = addOrganisation(small(), { name: 'Community Healthcare' }, random)
    const map = apply(small(), made.change)
    expect(map.organisations.get(made.id)).toMatchObject({ slot: 3, code: 'CH', order: 3 })
    expect([...map.perspectives.values()].filter((p) => p.organisation === made.id)).toMatchObject([{ name: 'Community Healthcare', type: 'organisation', order: 3 }])
    const partner = addOrganisation(small(), { name: 'Partners', slot: 'partner' }, random)
    expect(apply(small(), partner.change).perspectives.size).toBe(small().perspectives.size)
    expect(codeFor('Acute Care', ['AC'])).toBe('AU')
    expect(codeFor('A', ['A', 'A1'])).toBe('A2')
  })

  it('are renamed with their perspective, and exchange colours', () => {
    const map = apply(small(), changeOrganisation(small(), 'AC', { name: 'Hospital', slot: 2 }, random))
    expect(map.perspectives.get('p-ac')?.name).toBe('Hospital')
    expect([map.organisations.get('AC')?.slot, map.organisations.get('SC')?.slot]).toEqual([2, 1])
    const named = apply(map, { writes: [{ at: 'perspectives', id: 'p-ac', field: 'name', to: 'The wards' }] })
    expect(apply(named, changeOrganisation(named, 'AC', { name: 'X' }, random)).perspectives.get('p-ac')?.name).toBe('The wards')
    const spoken = apply(small(), changeOrganisation(small(), 'SC', { slot: 5 }, random))
    expect([...spoken.perspectives.values()].some((p) => p.organisation === 'SC')).toBe(true)
  })

  it('are put in order', () => {
    expect(listed(apply(small(), orderOrganisations(small(), ['SC'])).organisations).map((o) => o.id)).toEqual(['SC', 'AC'])
    expect(orderOrganisations(small(), ['AC', 'SC'])).toEqual(NOTHING)
  })

  it('leave their elements without one, and their perspective in place', () => {
    const map = apply(small(), removeOrganisation(small(), 'AC'))
    expect([map.organisations.has('AC'), map.elements.get('a')?.organisation, map.perspectives.has('p-ac'), said(map, 'p-ac', 't')]).toEqual([false, null, true, { presence: 3 }])
  })
})
