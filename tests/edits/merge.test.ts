import { describe, expect, it } from 'vitest'
import { mergeElements, splitAlias, type Merged } from '../../src/edits/merge.ts'
import { mergeTies, parallelTo } from '../../src/edits/merge-ties.ts'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make, place, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { FIELDS, type Field } from '../../src/model/fields.ts'
import type { Id } from '../../src/model/ids.ts'
import type { Json } from '../../src/model/json.ts'
import type { Judgement } from '../../src/model/records.ts'
import { namesOf, RECORD_TABLES, type SystemMap } from '../../src/model/system-map.ts'
import { lostWords } from '../../src/words/lost-words.ts'
import { MapDocument } from '../../src/document/map-document.ts'
import { asText, same } from '../document/same-map.ts'
import { generateMap } from '../support/generate-map.ts'
import { oneOf, seeded, someOf } from '../support/seeded.ts'

const say = (perspective: string, subject: string, judgement: Judgement): Write[] =>
  Object.entries(judgement).map(([field, to]) => ({ at: 'judgements', id: judgementId(perspective, subject), field, to: to as Json }))

function twice(more: readonly Write[] = []): SystemMap {
  return apply(emptyMap('m'), {
    writes: [
      make('organisations', 'AC', { name: 'Acute care', code: 'AC', slot: 1, order: 1 }),
      make('perspectives', 'ac', { name: 'Acute care', type: 'organisation', organisation: 'AC', order: 1 }),
      make('perspectives', 'me', { name: 'My own view', type: 'person', private: true, order: 2 }),
      make('elements', 'a', { name: 'Brokerage', organisation: 'AC', tags: ['winter'], facts: [['Beds', 28]], description: 'Finds homes.' }),
      make('elements', 'b', { name: 'Care brokerage', aliases: ['CB'], tags: ['night', 'winter'], facts: [['Beds', 30], ['Site', 'north']], description: 'Places people.' }),
      make('elements', 'c', { name: 'Ward' }),
      make('outcomeReadings', 'v', { element: 'b', date: '2016-05-01', value: 3 }),
      make('relationships', 'ca', { from: 'c', to: 'a', kind: 'refers' }),
      make('relationships', 'cb', { from: 'c', to: 'b', kind: 'refers', label: 'daily call' }),
      make('relationships', 'ab', { from: 'a', to: 'b', kind: 'informs' }),
      make('relationships', 'bb', { from: 'b', to: 'b', kind: 'works', mutual: true }),
      place('a', 10, 20), place('b', 300, 20), place('c', 0, 300),
      make('actions', 'act', { title: 'Call', touches: ['b', 'ab', 'c'], aims: ['b', 'a'] }),
      make('reflections', 'ref', { words: 'hm', about: ['ab'] }),
      make('reflections', 'own', { words: 'mine', about: ['b'], private: true }),
      make('loops', 'loop', { name: 'Round', ties: ['ca', 'ab', 'cb'] }),
      make('stories', 's', { title: 'S' }),
      make('scenes', 'sc', { story: 's', focus: ['b', 'ab'], path: ['c', 'b', 'a', 'c', 'c'] }),
      { at: 'meta', id: 'map', field: 'centre', to: 'b' },
      ...more,
    ],
  })
}

const merged = (map: SystemMap, { change }: Merged) => apply(map, change)

describe('the same as', () => {
  it('gives the kept one the ties, and drops those that ran between the two', () => {
    const before = twice()
    const done = mergeElements(before, 'a', ['b'])
    const map = merged(before, done)
    expect([...map.relationships.values()].map(({ id, from, to }) => [id, from, to])).toEqual([['ca', 'c', 'a'], ['cb', 'c', 'a'], ['bb', 'a', 'a']])
    expect(done.dropped).toEqual(['ab'])
    expect([map.elements.has('b'), map.positions.has('b'), map.positions.get('a')]).toEqual([false, false, [10, 20]])
  })

  it('gives it the other names, tags, facts, description and readings; what says something else is kept beside it', () => {
    const map = merged(twice(), mergeElements(twice(), 'a', ['b']))
    const a = map.elements.get('a')
    expect([namesOf(a?.aliases ?? new Map()), namesOf(a?.tags ?? new Map())]).toEqual([['Care brokerage', 'CB'], ['winter', 'night']])
    expect([...(a?.facts ?? [])]).toEqual([['Beds', 28], ['Beds (Care brokerage)', 30], ['Site', 'north']])
    expect([a?.name, a?.description, map.outcomeReadings.get('v')?.element]).toEqual(['Brokerage', 'Finds homes.\n\nPlaces people.', 'a'])
  })

  it('leads every reference to it, each once; a private reflection stays in its own document as it is', () => {
    const map = merged(twice(), mergeElements(twice(), 'a', ['b']))
    expect([map.actions.get('act')?.touches, map.actions.get('act')?.aims, map.reflections.get('ref')?.about]).toEqual([['a', 'c'], ['a'], ['a']])
    expect([map.scenes.get('sc')?.focus, map.scenes.get('sc')?.path, map.loops.get('loop')?.ties, map.meta.centre]).toEqual([['a'], ['c', 'a', 'c', 'c'], ['ca', 'cb'], 'a'])
    expect(map.reflections.get('own')?.about).toEqual(['b'])
  })

  it.each<readonly [string, Judgement, Judgement, Judgement, Judgement | null]>([
    ['what only one said is kept', { influence: 4 }, { interest: 2, note: 'x' }, { influence: 4, interest: 2, note: 'x' }, null],
    ['the kept one wins where both said something', { influence: 4, matters: 'beds' }, { influence: 2, matters: 'homes', interest: 1 }, { influence: 4, matters: 'beds', interest: 1 }, { influence: 2, matters: 'homes' }],
    ['a yes takes nothing from a yes', { presence: 'yes' }, { presence: 'yes' }, { presence: 'yes' }, null],
    ['a no takes no rating', { presence: 0 }, { presence: 'yes', influence: 3, note: 'x' }, { presence: 0, note: 'x' }, { presence: 'yes', influence: 3 }],
    ['a no does not undo a rating', { influence: 3 }, { presence: 0 }, { influence: 3 }, { presence: 0 }],
    ['silence takes all', {}, { presence: 0 }, { presence: 0 }, null],
  ])('of judgements: %s', (_, kept, other, said, lost) => {
    const before = twice([...say('ac', 'a', kept), ...say('ac', 'b', other)])
    const done = mergeElements(before, 'a', ['b'])
    expect(merged(before, done).judgements.get('ac')?.get('a')).toEqual(said)
    expect(done.lost).toEqual(lost ? [{ perspective: 'ac', subject: 'b', judgement: lost }] : [])
    expect(merged(before, done).judgements.get('ac')?.has('b')).toBe(false)
  })

  it('says in words what gave way, of dropped ties too; private views rest in their own documents', () => {
    const before = twice([...say('ac', 'ab', { presence: 4, quality: -1 }), ...say('ac', 'a', { influence: 4 }), ...say('ac', 'b', { influence: 2, matters: 'homes' }), ...say('me', 'b', { influence: 1 })])
    const done = mergeElements(before, 'a', ['b'])
    expect(done.lost.map((one) => lostWords(before, one))).toEqual([
      'Acute care had said influence heard of Care brokerage.',
      'Acute care had said joined, strained of Brokerage tells Care brokerage.',
    ])
    const map = merged(before, done)
    expect([map.judgements.get('me')?.get('b'), done.change.writes.some((write) => write.id.startsWith('me:'))]).toEqual([{ influence: 1 }, false])
  })

  it('of several at once is the same as one after the other', () => {
    const before = twice([make('elements', 'd', { name: 'CB desk' }), make('relationships', 'db', { from: 'd', to: 'b' }), make('relationships', 'cd', { from: 'c', to: 'd' })])
    const map = merged(before, mergeElements(before, 'a', ['b', 'd']))
    expect([...map.relationships.keys()]).toEqual(['ca', 'cb', 'bb', 'cd'])
    expect(namesOf(map.elements.get('a')?.aliases ?? new Map())).toEqual(['Care brokerage', 'CB', 'CB desk'])
    for (const others of [['a'], ['gone'], []]) expect(mergeElements(before, 'a', others).change.writes).toEqual([])
  })

  it('of outcomes keeps one measure, the other’s as facts', () => {
    const outcome = (id: string, measure: string, target: number | null) => make('elements', id, { name: id, kind: 'outcome', measure, target })
    const both = apply(emptyMap('m'), { writes: [outcome('x', 'Days', 3), outcome('y', 'Nights', 4), outcome('z', '', null)] })
    expect([...(merged(both, mergeElements(both, 'x', ['y'])).elements.get('x')?.facts ?? [])]).toEqual([['Measure', 'Nights'], ['Target', 4]])
    expect(merged(both, mergeElements(both, 'z', ['y'])).elements.get('z')).toMatchObject({ measure: 'Nights', target: 4 })
  })
})

describe('not the same', () => {
  const making = { now: new Date('2016-05-19T09:41:00Z'), random: seeded(3), perspective: 'shared' }

  it('makes a new element of that name, and guesses nothing else', () => {
    const one = merged(twice(), mergeElements(twice(), 'a', ['b']))
    const made = splitAlias(one, 'a', 'Care brokerage', making)
    const map = apply(one, made.change)
    expect(map.elements.get(made.id)).toMatchObject({ name: 'Care brokerage', organisation: 'AC', kind: 'team', tags: new Map(), facts: new Map() })
    expect([namesOf(map.elements.get('a')?.aliases ?? new Map()), map.relationships, map.judgements.get('shared')?.get(made.id)]).toEqual([['CB'], one.relationships, { presence: 'yes' }])
    expect(splitAlias(one, 'a', 'Nobody', making).change.writes).toEqual([])
  })
})

describe('one of these ties', () => {
  const three = () => twice([
    make('relationships', 'c1', { from: 'c', to: 'a', kind: 'refers', label: 'letter', star: true, facts: [['Route', 'post']] }),
    make('relationships', 'back', { from: 'a', to: 'c', kind: 'refers' }),
    make('relationships', 'tell', { from: 'c', to: 'a', kind: 'informs' }),
    ...say('ac', 'ca', { presence: 3 }), ...say('ac', 'c1', { presence: 4, quality: 1 }),
  ])

  it('is made of ties of one kind that run the same way', () => {
    expect(parallelTo(three(), 'ca').map(({ id }) => id)).toEqual(['c1'])
    expect(mergeTies(three(), 'ca', ['back', 'tell', 'ab']).change.writes).toEqual([])
    const works = twice([make('relationships', 'w1', { from: 'a', to: 'c', mutual: true }), make('relationships', 'w2', { from: 'c', to: 'a', mutual: true })])
    expect(parallelTo(works, 'w1').map(({ id }) => id)).toEqual(['w2'])
  })

  it('keeps its label, rating and kind; the rest of the others becomes its own', () => {
    const before = apply(three(), { writes: [{ at: 'actions', id: 'act', field: 'touches', to: ['c1', 'ca'] }, { at: 'loops', id: 'loop', field: 'ties', to: ['c1', 'ab'] }, { at: 'relationships', id: 'ca', field: 'label', to: 'call' }] })
    const done = mergeTies(before, 'ca', ['c1'])
    const map = merged(before, done)
    expect(map.relationships.get('ca')).toMatchObject({ label: 'call', star: true, facts: new Map([['Label', 'letter'], ['Route', 'post']]) })
    expect([map.relationships.has('c1'), map.actions.get('act')?.touches, map.loops.get('loop')?.ties]).toEqual([false, ['ca'], ['ca', 'ab']])
    expect(map.judgements.get('ac')?.get('ca')).toEqual({ presence: 3, quality: 1 })
    expect(done.lost).toEqual([{ perspective: 'ac', subject: 'c1', judgement: { presence: 4 } }])
  })
})

/** What points at something that is not there, by where it stands; private records apart. */
function dangling(map: SystemMap): ReadonlySet<string> {
  const found = new Set<string>()
  for (const table of RECORD_TABLES) {
    for (const record of map[table].values()) {
      if ((record as { readonly private?: boolean }).private) continue
      for (const { name, type } of FIELDS[table] as readonly Field[]) {
        if ((type.is !== 'reference' && type.is !== 'references') || (type.to !== 'elements' && type.to !== 'relationships' && type.to !== 'subject')) continue
        const value = (record as unknown as Record<string, unknown>)[name]
        for (const id of (Array.isArray(value) ? value : [value]) as (Id | null)[]) {
          if (id !== null && id !== '' && !map.elements.has(id) && !map.relationships.has(id)) found.add(`${table} ${record.id} ${name} ${id}`)
        }
      }
    }
  }
  for (const [perspective, said] of map.judgements) {
    if (!map.perspectives.get(perspective)?.private) for (const id of said.keys()) if (!map.elements.has(id) && !map.relationships.has(id)) found.add(`judgement ${perspective} ${id}`)
  }
  return found
}

/** Every field that an open perspective said, of whatever. */
function saidOf(map: SystemMap): readonly string[] {
  return [...map.judgements].flatMap(([perspective, said]) =>
    map.perspectives.get(perspective)?.private ? [] : [...said.values()].flatMap((judgement) => Object.entries(judgement).map(([field, value]) => `${perspective} ${field} ${JSON.stringify(value)}`)))
}

describe('over generated maps', () => {
  const seeds = Array.from({ length: 120 }, (_, i) => i + 1)
  const anyMerge = (map: SystemMap, random: () => number): Merged => {
    const ties = [...map.relationships.keys()]
    if (random() < 0.3 && ties.length > 0) {
      const tie = oneOf(random, ties)
      return mergeTies(map, tie, parallelTo(map, tie).map(({ id }) => id))
    }
    const ids = [...map.elements.keys()]
    return ids.length === 0 ? mergeElements(map, 'gone', []) : mergeElements(map, oneOf(random, ids), someOf(random, ids, 3))
  }

  it.each(seeds)('merging leaves nothing pointing at what is gone, and loses no judgement but those it lists (seed %i)', (seed) => {
    const random = seeded(seed)
    const before = generateMap(random, 1.5)
    const done = anyMerge(before, random)
    const after = merged(before, done)
    const known = dangling(before)
    expect([...dangling(after)].filter((one) => !known.has(one))).toEqual([])
    // A yes beside a rating of the same view says nothing more.
    const kept = new Set([...saidOf(after), ...done.lost.flatMap(({ perspective, judgement }) => Object.entries(judgement).map(([field, value]) => `${perspective} ${field} ${JSON.stringify(value)}`))])
    expect(saidOf(before).filter((one) => !kept.has(one) && !one.endsWith('presence "yes"'))).toEqual([])
    for (const tie of before.relationships.keys()) if (!after.relationships.has(tie)) expect(done.dropped.includes(tie) || done.change.writes.some((write) => 'remove' in write && write.id === tie)).toBe(true)
  })

  it.each(seeds.slice(0, 40))('undo gives the identical map, and the document reads as the change says (seed %i)', (seed) => {
    const random = seeded(seed)
    const map = generateMap(random, 1.2)
    const document = MapDocument.from(map, random)
    const before = document.map
    const done = anyMerge(before, random)
    document.change(done.change, { title: 'Same as', before: [], after: [] })
    same(asText(document.map), asText(merged(before, done)), 'after')
    document.undo()
    same(asText(document.map), asText(before), 'undone')
  })
})
