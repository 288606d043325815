import { describe, expect, it } from 'vitest'
import { crossings, onlyLinks } from '../../src/analysis/between-organisations.ts'
import { loops, roundTrips } from '../../src/analysis/loops.ts'
import { changeRoutes, farApart, noOneHasThis, withoutAction } from '../../src/analysis/no-one-has-this.ts'
import { residentReach } from '../../src/analysis/resident-reach.ts'
import { oneWayTies, parallelTies } from '../../src/analysis/same-ties.ts'
import { timesTold, walked } from '../../src/analysis/times-told.ts'
import { apply } from '../../src/model/apply.ts'
import { make, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { harbourCity } from '../support/sample-scene.ts'

const shared = (map: SystemMap) => resolve(map, 'shared')
const rated = (tie: string, strength: number): Write => ({ at: 'judgements', id: `shared:${tie}`, field: 'presence', to: strength })
const map = apply(emptyMap('m'), {
  writes: [
    make('organisations', 'N', { name: 'NHS', slot: 1 }), make('organisations', 'C', { name: 'Council', slot: 2 }), make('organisations', 'A', { name: 'All', slot: 'shared' }),
    ...['n1', 'n2', 'c1', 'c2', 'a1', 'x'].map((id) => make('elements', id, { name: id, kind: id === 'c2' ? 'group' : id === 'n2' ? 'people' : 'team', organisation: id === 'x' ? null : id[0]?.toUpperCase() ?? null })),
    make('elements', 'g', { name: 'g', kind: 'group' }),
    make('relationships', 'r1', { from: 'n1', to: 'c1', kind: 'refers' }), make('relationships', 'r2', { from: 'c1', to: 'n2', kind: 'refers' }),
    make('relationships', 'i1', { from: 'n1', to: 'c1', kind: 'informs' }), make('relationships', 'w1', { from: 'n2', to: 'c1', kind: 'works', mutual: true }),
    make('relationships', 's1', { from: 'n1', to: 'a1', kind: 'works', mutual: true }), make('relationships', 'f1', { from: 'n1', to: 'c2', kind: 'influences', polarity: '-' }),
    make('relationships', 'k1', { from: 'n2', to: 'c2', kind: 'supports' }), make('relationships', 'k2', { from: 'n2', to: 'c2', kind: 'supports' }),
    rated('i1', 3), rated('w1', 2), rated('k1', 1), rated('k2', 0),
  ],
})

describe('Times told', () => {
  it('counts a step again unless something of strength 3 carries it, in either direction', () => {
    expect(timesTold(map, shared(map), ['n1', 'c1', 'n2'])).toBe(2)
    expect(timesTold(map, shared(map), ['c1', 'n1'])).toBe(1)
    expect(timesTold(map, shared(map), ['x', 'n1', 'g'])).toBe(3)
  })

  it('is 0 of nothing and 1 of one; repeats and what was removed are skipped', () => {
    expect([timesTold(map, shared(map), []), timesTold(map, shared(map), ['n1']), timesTold(map, shared(map), ['n1', 'n1', 'gone', 'c1'])]).toEqual([0, 1, 1])
    expect(walked(map, ['n1', 'gone', 'n1', 'c1', 'n1'])).toEqual(['n1', 'c1', 'n1'])
  })
})

describe('Between organisations', () => {
  it('counts ties that cross, influences and what is shared by all left out', () => {
    expect([...crossings(map, shared(map))].sort()).toEqual([['c1', 4], ['c2', 1], ['n1', 2], ['n2', 3]])
  })

  it('knows who is an end of every tie between two', () => {
    const less = apply(map, { writes: [rated('k1', 0)] })
    expect([...onlyLinks(less, shared(less))]).toEqual([['c1', [['C', 'N']]]])
    expect([...onlyLinks(map, shared(map))]).toEqual([])
  })

  it('reaches groups by a tie of strength 2 to people', () => {
    expect(residentReach(map, shared(map))).toEqual({ groups: ['c2', 'g'], reached: [] })
    const more = apply(map, { writes: [rated('k1', 2)] })
    expect(residentReach(more, shared(more)).reached).toEqual(['c2'])
    const back = apply(map, { writes: [make('relationships', 'k3', { from: 'c2', to: 'n2', kind: 'informs' }), rated('k3', 2)] })
    expect(residentReach(back, shared(back)).reached).toEqual(['c2'])
  })
})

describe('Ties of one kind', () => {
  it('go one way where none comes back, and are parallel where there are several', () => {
    const ties = [...map.relationships.values()]
    expect(oneWayTies(ties)).toEqual(['f1', 'i1', 'k1', 'k2', 'r1', 'r2'])
    expect(parallelTies(ties)).toEqual([['k1', 'k2']])
  })
})

describe('Actions', () => {
  const act = (id: string, change: 'technical' | 'social' | null) => make('actions', id, { title: id, change })
  it('are one-sided where four in five of at least three with a route go one way', () => {
    const routes = (...writes: readonly Write[]) => changeRoutes(apply(map, { writes }).actions).oneSided
    expect(routes(act('1', 'technical'), act('2', 'technical'))).toBeNull()
    expect(routes(act('1', 'technical'), act('2', 'technical'), act('3', 'technical'), act('4', null))).toBe('technical')
    expect(routes(...['1', '2', '3', '4'].map((id) => act(id, 'technical')), act('5', 'social'))).toBe('technical')
    expect(routes(...['1', '2', '3'].map((id) => act(id, 'technical')), act('5', 'social'))).toBeNull()
  })
})

describe('What no one has', () => {
  const voice = (id: string) => make('perspectives', id, { name: id, type: 'table' })
  const said = (who: string, tie: string, presence: number): Write => ({ at: 'judgements', id: `${who}:${tie}`, field: 'presence', to: presence })
  // r1 is far apart; of r2 one says no and another a little, which is close and blind; r3 is the same.
  const talk = apply(map, {
    writes: [
      voice('T1'), voice('T2'), make('relationships', 'r3', { from: 'c1', to: 'c2', kind: 'refers' }),
      said('T1', 'r1', 5), said('T2', 'r1', 1), said('T1', 'r2', 0), said('T2', 'r2', 1), said('T1', 'r3', 3), said('T2', 'r3', 3),
    ],
  })
  const left = (...writes: readonly Write[]) => {
    const held = apply(talk, { writes })
    return noOneHasThis(held, voicesOf(held), held.actions)
  }

  it('is what is far apart, and what is blind for somebody', () => {
    expect(left()).toEqual(['r1', 'r2'])
  })

  it('is less what an action touches, unless that is stopped', () => {
    expect(left(make('actions', 'a', { title: 'Call', touches: ['r1', 'r2'] }))).toEqual([])
    expect(left(make('actions', 'a', { title: 'Call', touches: ['r1', 'r2'], status: 'stopped' }))).toEqual(['r1', 'r2'])
  })
})

describe('A loop', () => {
  it('has no letter where a sign is unknown or was not given, and else by how many are minus', () => {
    const round = (there: '+' | '-' | '?' | null, back: '+' | '-' | '?' | null) => {
      const two = apply(emptyMap('m'), { writes: [make('elements', 'a', { name: 'A' }), make('elements', 'b', { name: 'B' }), make('relationships', 'x', { from: 'a', to: 'b', kind: 'influences', polarity: there }), make('relationships', 'y', { from: 'b', to: 'a', kind: 'influences', polarity: back })] })
      return loops(two, shared(two)).list.map(({ type }) => type)
    }
    expect([round('+', '+'), round('-', '-'), round('+', '-'), round('+', '?'), round('-', null)]).toEqual([['R'], ['R'], ['B'], [null], [null]])
  })
})

describe('Harbour City', () => {
  const city = harbourCity()
  it('has two loops, three round trips, a journey told 7 times, and 17 of 23 ties far apart that no one has', () => {
    expect(loops(city, shared(city)).list.map(({ ties, type }) => [type, [...ties].sort().join(' ')])).toEqual([['B', 'r86 r87'], ['R', 'r88 r89 r90']])
    expect(roundTrips(city, shared(city)).list.map(({ elements }) => elements.length)).toEqual([5, 7, 7])
    const path = [...city.scenes.values()].find(({ path: walk }) => walk.length > 0)?.path ?? []
    expect(timesTold(city, shared(city), path)).toBe(7)
    const voices = voicesOf(city)
    const far = farApart(city, voices)
    expect([far.length, withoutAction(far, city.actions).length, noOneHasThis(city, voices, city.actions).length]).toEqual([23, 17, 17])
  })
})
