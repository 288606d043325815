import { describe, expect, it } from 'vitest'
import { rate } from '../../src/edits/judge.ts'
import { removeSubjects } from '../../src/edits/remove.ts'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Judgement } from '../../src/model/records.ts'
import { sharedOf, type MapContent, type SystemMap } from '../../src/model/system-map.ts'
import { byClass, compare, elementsOfBoth, tiesOfBoth, type ChangeClass, type Comparison, type Side } from '../../src/reading/compare.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { generateChange, generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'

const side = (moment: MapContent, perspective = 'shared'): Side => ({ moment, reading: resolve(moment, perspective) })

/** What P and Q say of one subject, compared. */
function between(p: Judgement, q: Judgement, kind: 'tie' | 'influence' | 'element' | 'outcome' = 'tie') {
  const said = (perspective: string, judgement: Judgement): Write[] => Object.entries(judgement).map(([field, to]) => ({ at: 'judgements', id: judgementId(perspective, kind === 'tie' || kind === 'influence' ? 't' : 'a'), field, to }))
  const map = apply(emptyMap('m'), {
    writes: [
      make('perspectives', 'P', { name: 'P', type: 'table' }), make('perspectives', 'Q', { name: 'Q', type: 'table' }),
      make('elements', 'a', { name: 'A', kind: kind === 'outcome' ? 'outcome' : 'team' }), make('elements', 'b', { name: 'B' }),
      make('relationships', 't', { from: 'a', to: 'b', kind: kind === 'influence' ? 'influences' : 'works' }), ...said('P', p), ...said('Q', q),
    ],
  })
  const { class: is, delta, size } = compare(side(map, 'P'), side(map, 'Q')).of(kind === 'tie' || kind === 'influence' ? 't' : 'a')
  return [is, delta, size]
}

describe('Two answers about a tie', () => {
  it.each([
    ['no, then yes', { presence: 0 }, { presence: 2 }, 'appeared', { strength: 2 }, 0.4],
    ['yes, then no', { presence: 5 }, { presence: 0 }, 'gone', { strength: -5 }, 1],
    ['no, then there without a rating', { presence: 0 }, { presence: 'yes' }, 'appeared', {}, undefined],
    ['no and no', { presence: 0 }, { presence: 0 }, 'same', { strength: 0 }, 0],
    ['stronger, though cooler', { presence: 2, quality: 2 }, { presence: 3, quality: -2 }, 'up', { strength: 1, quality: -4 }, 1],
    ['weaker', { presence: 4 }, { presence: 1 }, 'down', { strength: -3 }, 0.6],
    ['as strong, warmer', { presence: 3, quality: -1 }, { presence: 3, quality: 1 }, 'warmer', { strength: 0, quality: 2 }, 0.5],
    ['cooler, strength not rated on one side', { presence: 'yes', quality: 1 }, { presence: 3, quality: 0 }, 'cooler', { quality: -1 }, 0.25],
    ['the same', { presence: 3, quality: 1 }, { presence: 3, quality: 1 }, 'same', { strength: 0, quality: 0 }, 0],
    ['both there, neither rated', { presence: 'yes' }, { presence: 'yes' }, 'same', {}, 0],
    ['both there, rated on one side only', { presence: 'yes' }, { presence: 4 }, 'unsaid', {}, undefined],
    ['rated in different fields', { presence: 'yes', quality: 1 }, { presence: 4 }, 'unsaid', {}, undefined],
    ['silence, then yes', {}, { presence: 4 }, 'unsaid', {}, undefined],
    ['words alone are silence', { note: 'Ask' }, { presence: 4 }, 'unsaid', {}, undefined],
  ] as const)('%s', (_, p, q, is, delta, size) => {
    expect(between(p, q)).toEqual([is, delta, size])
  })
})

describe('Two answers about something else', () => {
  it('of an element go by influence, then interest; of an outcome progress comes before interest', () => {
    expect(between({ influence: 2, interest: 5 }, { influence: 3, interest: 1 }, 'element')).toEqual(['up', { influence: 1, interest: -4 }, 1])
    expect(between({ influence: 2, interest: 5 }, { influence: 2, interest: 4 }, 'element')).toEqual(['down', { influence: 0, interest: -1 }, 0.25])
    expect(between({ progress: 2, interest: 5 }, { progress: 3, interest: 1 }, 'outcome')).toEqual(['up', { progress: 1, interest: -4 }, 1])
    expect(between({ progress: 2 }, { progress: 3 }, 'element')).toEqual(['unsaid', {}, undefined])
  })

  it('of an element, no and no is the same, without a strength', () => {
    expect(between({ presence: 0 }, { presence: 0 }, 'element')).toEqual(['same', {}, 0])
    expect(between({ presence: 0 }, { influence: 4 }, 'element')).toEqual(['appeared', {}, undefined])
  })

  it('of an influence know no quality', () => {
    expect(between({ presence: 3, quality: 2 }, { presence: 3, quality: -2 }, 'influence')).toEqual(['same', { strength: 0 }, 0])
  })
})

describe('Two moments', () => {
  /** Draw a tie, save a version, draw another, delete the first: exactly New 1, Lost 1. */
  it('say that one was lost and one is new', () => {
    const drawn = (map: SystemMap, id: string) => apply(map, { writes: [make('relationships', id, { from: 'a', to: 'b' }), { at: 'judgements', id: `shared:${id}`, field: 'presence', to: 'yes' }] })
    const start = apply(emptyMap('m'), { writes: ['a', 'b'].flatMap((id): Write[] => [make('elements', id, { name: id }), { at: 'judgements', id: `shared:${id}`, field: 'presence', to: 'yes' }]) })
    const then = drawn(start, 't1')
    const now = drawn(apply(then, removeSubjects(then, ['t1'])), 't2')
    const of = compare(side(then), side(now))
    expect([...byClass(of, tiesOfBoth(of))]).toEqual([['gone', ['t1']], ['appeared', ['t2']]])
    expect([...byClass(of, elementsOfBoth(of))]).toEqual([['same', ['a', 'b']]])
  })

  it('do not count as a no what nobody has said of a thing that was not there', () => {
    const now = apply(emptyMap('m'), { writes: [make('elements', 'a', { name: 'A' })] })
    expect(compare(side(emptyMap('m')), side(now)).of('a').class).toBe('unsaid')
  })
})

describe('The list of changes', () => {
  it('has the largest first, those of unknown size last, then goes by id', () => {
    const said = (view: string, tie: string, presence: Judgement['presence']): Write => ({ at: 'judgements', id: judgementId(view, tie), field: 'presence', to: presence as number })
    const map = apply(emptyMap('m'), {
      writes: [
        ...['a', 'b'].map((id) => make('elements', id, { name: id })), ...['t1', 't2', 't3', 't4'].map((id) => make('relationships', id, { from: 'a', to: 'b' })),
        make('perspectives', 'P', { name: 'P', type: 'table' }), make('perspectives', 'Q', { name: 'Q', type: 'table' }),
        ...['t1', 't2', 't3', 't4'].map((id) => said('P', id, 0)), said('Q', 't1', 'yes'), said('Q', 't2', 2), said('Q', 't3', 5), said('Q', 't4', 5),
      ],
    })
    const of = compare(side(map, 'P'), side(map, 'Q'))
    expect([...byClass(of, tiesOfBoth(of))]).toEqual([['appeared', ['t3', 't4', 't2', 't1']]])
  })
})

describe('Over generated maps', () => {
  const BACK: Readonly<Record<ChangeClass, ChangeClass>> = { appeared: 'gone', gone: 'appeared', up: 'down', down: 'up', warmer: 'cooler', cooler: 'warmer', same: 'same', unsaid: 'unsaid' }
  const subjects = (of: Comparison) => [...elementsOfBoth(of), ...tiesOfBoth(of)]
  /** A map and what became of it, read by two of its perspectives. */
  function pairs(seed: number): readonly (readonly [Side, Side])[] {
    const random = seeded(seed)
    const then = generateMap(random)
    let now = then
    for (let i = 0; i < 6; i++) now = apply(now, generateChange(now, random))
    const views = [...now.perspectives.keys()].slice(0, 3)
    return [[side(then, sharedOf(then).id), side(now, sharedOf(now).id)], ...views.map((view) => [side(now, view), side(now, sharedOf(now).id)] as const), [side(now, '*'), side(then, '*')]]
  }

  it('a reading compared with itself gives only same and unsaid', () => {
    for (let seed = 1; seed <= 300; seed++) for (const [a] of pairs(seed)) {
      const of = compare(a, a)
      for (const id of subjects(of)) expect(['same', 'unsaid'], `seed ${seed}, ${id}`).toContain(of.of(id).class)
    }
  })

  it('backwards swaps the classes and the signs, and keeps the size', () => {
    for (let seed = 1; seed <= 300; seed++) for (const [a, b] of pairs(seed)) {
      const [on, back] = [compare(a, b), compare(b, a)]
      for (const id of subjects(on)) {
        const [one, other] = [on.of(id), back.of(id)]
        expect(other.class, `seed ${seed}, ${id}`).toBe(BACK[one.class])
        expect(other.size, `seed ${seed}, ${id}`).toBe(one.size)
        expect(Object.entries(other.delta).map(([rating, by]) => [rating, -by + 0]), `seed ${seed}, ${id}`).toEqual(Object.entries(one.delta))
      }
    }
  })

  it('one edit compares one subject anew', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const map = generateMap(seeded(seed))
      const [tie] = map.relationships.values()
      if (!tie || !map.elements.has(tie.from) || !map.elements.has(tie.to)) continue
      const view = [...map.perspectives.values()].find(({ type, private: isPrivate }) => type !== 'shared' && !isPrivate)
      if (!view) continue
      const next = apply(map, rate(map, view.id, tie.id, map.judgements.get(view.id)?.get(tie.id)?.presence === 3 ? 4 : 3))
      const [before, after] = [compare(side(map), side(map, view.id)), compare(side(next), side(next, view.id))]
      for (const id of subjects(before)) if (id !== tie.id) expect(after.of(id), `seed ${seed}, ${id}`).toBe(before.of(id))
    }
  })
})
