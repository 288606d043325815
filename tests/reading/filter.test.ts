import { describe, expect, it } from 'vitest'
import { rate } from '../../src/edits/judge.ts'
import { apply } from '../../src/model/apply.ts'
import { make, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import type { Relationship } from '../../src/model/records.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { clauseOf, filtered, withClause, withoutClause, type Clause, type Filter } from '../../src/reading/filter.ts'
import { pool } from '../../src/reading/pool.ts'
import { near, shortestPaths, type Way } from '../../src/reading/reach.ts'
import { resolve } from '../../src/reading/resolve.ts'
import { voicesOf } from '../../src/reading/voices.ts'
import { generateMap } from '../support/generate-map.ts'
import { seeded } from '../support/seeded.ts'

const NONE: ReadonlySet<string> = new Set()
const show = (map: SystemMap, filter: Filter, touched = NONE) => filtered({ moment: map, reading: resolve(map, 'shared'), touched, voices: voicesOf(map), earlier: new Map() }, filter)
const sorted = (ids: Iterable<string>) => [...ids].sort().join(' ')

/** a → b → c → d, a → e → d, d ⇄ f, and g apart; a and b of NHS, the rest of the council; b–c rated 3, c–d said no. */
function line(): SystemMap {
  const tie = (id: string, from: string, to: string, more: object = {}): Write => make('relationships', id, { from, to, kind: 'refers', ...more })
  const map = apply(emptyMap('m'), {
    writes: [
      make('organisations', 'N', { name: 'NHS', slot: 1 }),
      make('organisations', 'C', { name: 'Council', slot: 2 }),
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => make('elements', id, { name: id.toUpperCase(), organisation: 'ab'.includes(id) ? 'N' : id === 'g' ? null : 'C', kind: id === 'f' ? 'group' : 'team', ...(id === 'e' ? { tags: ['winter'], facts: [['Site', 'North'], ['Beds', 4]] as const } : {}) })),
      tie('ab', 'a', 'b', { star: true }), tie('bc', 'b', 'c'), tie('cd', 'c', 'd'), tie('ae', 'a', 'e', { kind: 'informs', facts: [['Source', 'week 25']] as const }), tie('ed', 'e', 'd'), tie('df', 'd', 'f', { kind: 'works', mutual: true }),
    ],
  })
  return apply(map, { writes: [...rate(map, 'shared', 'bc', 3).writes, ...rate(map, 'shared', 'cd', 0).writes] })
}

describe('What a filter shows', () => {
  const map = line()
  const cases: readonly (readonly [what: string, filter: Filter, elements: string, ties: string])[] = [
    ['one organisation', [{ is: 'organisation', of: ['N'] }], 'a b', 'ab'],
    ['no organisation', [{ is: 'organisation', of: [null] }], 'g', ''],
    ['two kinds', [{ is: 'kind', of: ['group', 'team'] }], 'a b c d e f g', 'ab ae bc cd df ed'],
    ['a tag', [{ is: 'tag', of: ['winter', 'summer'] }], 'e', ''],
    ['a fact, whatever its value', [{ is: 'fact', on: 'element', name: 'Site', value: null }], 'e', ''],
    ['a fact of one value, number and text apart', [{ is: 'fact', on: 'element', name: 'Beds', value: '4' }], '', ''],
    ['a fact of ties, and their ends', [{ is: 'fact', on: 'tie', name: 'Source', value: 'week 25' }], 'a e', 'ae'],
    ['a kind of tie, and its ends', [{ is: 'tie kind', of: ['informs', 'works'] }], 'a d e f', 'ae df'],
    ['a strength, no being 0', [{ is: 'strength', from: 0, to: 2 }], 'c d', 'cd'],
    ['what matters most', [{ is: 'star' }], 'a b', 'ab'],
    ['what is not rated', [{ is: 'unrated' }], 'a b d e f', 'ab ae df ed'],
    ['two conditions at once', [{ is: 'organisation', of: ['C'] }, { is: 'unrated' }], 'd e f', 'df ed'],
    ['neighbours and what is between them', [{ is: 'near', of: ['a'], steps: 1, way: 'any' }], 'a b e', 'ab ae'],
    ['two steps', [{ is: 'near', of: ['a'], steps: 2, way: 'any' }], 'a b c d e', 'ab ae bc cd ed'],
    ['downstream, past no tie that is said not to be', [{ is: 'near', of: ['b'], steps: Infinity, way: 'out' }], 'b c', 'bc'],
    ['downstream over what runs both ways', [{ is: 'near', of: ['e'], steps: Infinity, way: 'out' }], 'd e f', 'df ed'],
    ['upstream', [{ is: 'near', of: ['f'], steps: Infinity, way: 'in' }], 'a d e f', 'ae df ed'],
    ['upstream within an organisation', [{ is: 'organisation', of: ['C'] }, { is: 'near', of: ['f'], steps: Infinity, way: 'in' }], 'd e f', 'df ed'],
    ['the shortest ways between two, whichever way ties run', [{ is: 'paths', from: 'f', to: 'a' }], 'a d e f', 'ae df ed'],
    ['no way between two: the two', [{ is: 'paths', from: 'a', to: 'g' }], 'a g', ''],
    ['one that nothing leads to: itself', [{ is: 'near', of: ['g'], steps: 1, way: 'any' }], 'g', ''],
  ]
  it.each(cases)('by %s', (_, filter, elements, ties) => {
    const shown = show(map, filter)
    expect([sorted(shown.elements), sorted(shown.ties)]).toEqual([elements, ties])
    expect(sorted(shown.hidden)).toBe(sorted([...map.elements.keys(), ...map.relationships.keys()].filter((id) => !shown.elements.has(id) && !shown.ties.has(id))))
  })

  it('by what no action touches', () => {
    expect(sorted(show(map, [{ is: 'no action' }], new Set(['ab', 'bc', 'cd'])).ties)).toBe('ae df ed')
  })

  it('by what only some of the conditions could mean: an element is no starred tie', () => {
    expect(sorted(show(map, [{ is: 'far apart' }, { is: 'star' }]).elements)).toBe('')
  })

  it('is the same object as long as nothing it looks at is another', () => {
    const filter: Filter = [{ is: 'star' }]
    const asked = { moment: map, reading: resolve(map, 'shared'), touched: NONE, voices: voicesOf(map), earlier: new Map() }
    expect(filtered({ ...asked }, filter)).toBe(filtered({ ...asked }, filter))
    expect(filtered({ ...asked, touched: new Set(['ab']) }, filter)).not.toBe(filtered(asked, filter))
  })
})

describe('A filter', () => {
  it('holds one condition of each sort, and one for each fact', () => {
    const first = withClause([], { is: 'kind', of: ['team'] })
    const both = withClause(withClause(first, { is: 'fact', on: 'element', name: 'Site', value: 'North' }), { is: 'fact', on: 'element', name: 'Beds', value: 4 })
    expect(withClause(both, { is: 'kind', of: ['role'] })).toEqual([{ is: 'kind', of: ['role'] }, ...both.slice(1)])
    expect(clauseOf(both, 'kind')).toEqual({ is: 'kind', of: ['team'] })
    expect(withoutClause(both, { is: 'fact', on: 'element', name: 'Site', value: null })).toEqual([both[0], both[2]])
  })
})

/** Steps between all pairs by Floyd and Warshall, 1962: slow and plain. */
function allDistances(ids: readonly string[], ties: readonly Relationship[], way: Way): (from: string, to: string) => number {
  const steps = new Map<string, number>()
  const key = (from: string, to: string) => `${from} ${to}`
  for (const id of ids) steps.set(key(id, id), 0)
  for (const { from, to, mutual } of ties) {
    if (from === to) continue
    if (way !== 'in' || mutual) steps.set(key(from, to), 1)
    if (way !== 'out' || mutual) steps.set(key(to, from), 1)
  }
  const at = (from: string, to: string) => steps.get(key(from, to)) ?? Infinity
  for (const k of ids) for (const i of ids) for (const j of ids) if (at(i, k) + at(k, j) < at(i, j)) steps.set(key(i, j), at(i, k) + at(k, j))
  return at
}

describe('Over generated maps', () => {
  it('what is near, and what lies on a shortest path, is what all distances say', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const map = generateMap(seeded(seed))
      const { elements, ties } = pool(map)
      const ids = [...elements.keys()]
      const all = [...ties.values()]
      const [a, b] = ids
      if (a === undefined || b === undefined) continue
      for (const way of ['any', 'out', 'in'] as const) {
        const at = allDistances(ids, all, way)
        for (const most of [1, 2, Infinity]) {
          const expected = ids.filter((id) => Math.min(at(a, id), at(b, id)) <= most && Math.min(at(a, id), at(b, id)) < Infinity)
          expect(sorted(near(all, [a, b], most, way)), `seed ${seed}, ${way}, ${most}`).toBe(sorted(expected))
        }
      }
      const at = allDistances(ids, all, 'any')
      const length = at(a, b)
      const paths = shortestPaths(all, a, b)
      const isOn = (from: string, to: string) => at(a, from) + 1 + at(to, b) === length
      expect(sorted(paths.elements), `seed ${seed}`).toBe(length === Infinity ? '' : sorted(ids.filter((id) => at(a, id) + at(id, b) === length)))
      expect(sorted(paths.ties), `seed ${seed}`).toBe(length === Infinity ? '' : sorted(all.filter(({ from, to }) => from !== to && (isOn(from, to) || isOn(to, from))).map(({ id }) => id)))
    }
  })

  it('every tie that is shown has both ends shown, another condition shows no more, and shown and hidden are the pool', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const map = generateMap(seeded(seed))
      const { elements, ties } = pool(map)
      const clauses: readonly Clause[] = [
        { is: 'kind', of: ['team', 'role', 'people', 'group'] }, { is: 'organisation', of: [null, ...[...map.organisations.keys()].slice(0, 2)] }, { is: 'unrated' }, { is: 'tie kind', of: ['works', 'refers', 'informs'] }, { is: 'strength', from: 1, to: 4 },
      ]
      let before = new Set([...elements.keys(), ...ties.keys()])
      for (let n = 1; n <= clauses.length; n++) {
        const shown = show(map, clauses.slice(0, n))
        for (const id of shown.ties) expect([ties.get(id)?.from, ties.get(id)?.to].every((end) => shown.elements.has(end ?? '')), `seed ${seed}`).toBe(true)
        const now = new Set([...shown.elements, ...shown.ties])
        expect([...now].filter((id) => !before.has(id)), `seed ${seed}`).toEqual([])
        expect(sorted([...now, ...shown.hidden]), `seed ${seed}`).toBe(sorted([...elements.keys(), ...ties.keys()]))
        before = now
      }
    }
  })
})
