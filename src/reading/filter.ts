import type { Id } from '../model/ids.ts'
import type { ElementKind, TieKind } from '../model/kinds.ts'
import type { MapElement, Perspective, Relationship } from '../model/records.ts'
import type { MapContent, Records } from '../model/system-map.ts'
import { strengthWithZero } from './answer.ts'
import { blindSpots } from './blind-spots.ts'
import { compare } from './compare.ts'
import { pool } from './pool.ts'
import { resolve, type Reading } from './resolve.ts'
import { near, shortestPaths, type Way } from './reach.ts'
import { spreadOf } from './spread.ts'

/** One condition on what is shown. Choices within it are joined by *or*; the conditions of a filter by *and*. */
export type Clause =
  | { readonly is: 'kind'; readonly of: readonly ElementKind[] }
  /** Null: those of no organisation. */
  | { readonly is: 'organisation'; readonly of: readonly (Id | null)[] }
  | { readonly is: 'tag'; readonly of: readonly string[] }
  /** Null: any value. */
  | { readonly is: 'fact'; readonly on: 'element' | 'tie'; readonly name: string; readonly value: string | number | null }
  | { readonly is: 'tie kind'; readonly of: readonly TieKind[] }
  /** Both ends of the range count. */
  | { readonly is: 'strength' | 'quality'; readonly from: number; readonly to: number }
  | { readonly is: 'star' | 'unrated' | 'no action' }
  /** The voices differ by more than half a scale. */
  | { readonly is: 'far apart' }
  /** What this perspective says no to, and others see. */
  | { readonly is: 'blind'; readonly to: Id }
  /** What a version did not have, or the same people said no to then; `named` is how it was called. */
  | { readonly is: 'new'; readonly since: Id; readonly named: string }
  /** What can be reached from these elements in so many steps. */
  | { readonly is: 'near'; readonly of: readonly Id[]; readonly steps: number; readonly way: Way }
  /** What lies on a shortest path between two elements, whichever way ties run. */
  | { readonly is: 'paths'; readonly from: Id; readonly to: Id }

export type Filter = readonly Clause[]

export const NO_FILTER: Filter = []

/** What a filter is asked about. `touched`: subjects that an action which is not stopped touches. */
export interface Asked {
  readonly moment: MapContent
  readonly reading: Reading
  readonly touched: Pick<ReadonlySet<Id>, 'has'>
  readonly voices: readonly Perspective[]
  /** What versions had, by their id, of those that were opened. Of any other nothing is known, so nothing is new since. */
  readonly earlier: ReadonlyMap<Id, MapContent>
}

/** What a filter leaves on the map. */
export interface Shown {
  readonly elements: ReadonlySet<Id>
  readonly ties: ReadonlySet<Id>
  /** Everything of the pool that it leaves out. */
  readonly hidden: ReadonlySet<Id>
}

const last = new WeakMap<Filter, { readonly asked: Asked; readonly shown: Shown }>()

/**
 * What of a moment's pool passes a filter: elements that meet the conditions on elements; ties between them that meet those on
 * ties; where there is any of the latter, only elements with such a tie, or that are meant themselves; of these, what is near, or on a path. A tie that the
 * reading says no to is on no path. The same object as long as what it was derived from is the same. One pass, and one search for
 * each condition of nearness.
 */
export function filtered(asked: Asked, filter: Filter): Shown {
  const before = last.get(filter)
  if (before && before.asked.reading === asked.reading && before.asked.touched === asked.touched && before.asked.voices === asked.voices && before.asked.earlier === asked.earlier && before.asked.moment.elements === asked.moment.elements && before.asked.moment.relationships === asked.moment.relationships) return before.shown
  const shown = search(asked, filter)
  last.set(filter, { asked, shown })
  return shown
}

function search(asked: Asked, filter: Filter): Shown {
  const { moment, reading } = asked
  const all = pool(moment)
  const about = filter.map((clause) => {
    const means = meansSubject(clause, asked)
    return { clause, passes: passesElement(clause), means, ties: means ? ({ id }: Relationship) => means(id) : passesTie(clause, asked) }
  })
  let elements = new Set<Id>()
  for (const [id, element] of all.elements) if (about.every(({ passes }) => passes?.(element) ?? true)) elements.add(id)
  let ties = new Set<Id>()
  const meet = (tie: Relationship) => elements.has(tie.from) && elements.has(tie.to)
  for (const [id, tie] of all.ties) if (meet(tie) && about.every(({ ties: passes }) => passes?.(tie) ?? true)) ties.add(id)

  const onTies = about.filter(({ ties: passes }) => passes)
  if (onTies.length > 0) {
    const meant = [...elements].filter((id) => onTies.every(({ means }) => means?.(id) ?? false))
    elements = endsOf(all.ties, ties)
    for (const id of meant) elements.add(id)
  }
  for (const { clause } of about) {
    if (clause.is !== 'near' && clause.is !== 'paths') continue
    const present = [...ties].flatMap((id) => (reading.of(id).state === 'no' ? [] : (all.ties.get(id) ?? [])))
    const named = clause.is === 'near' ? clause.of : [clause.from, clause.to]
    const found = clause.is === 'near' ? { elements: near(present, clause.of, clause.steps, clause.way), ties: null } : shortestPaths(present, clause.from, clause.to)
    // Whoever was asked about stays, though nothing leads there.
    elements = new Set([...found.elements, ...named].filter((id) => elements.has(id) || (named.includes(id) && all.elements.has(id))))
    ties = new Set([...ties].filter((id) => (found.ties?.has(id) ?? true) && meet(all.ties.get(id) as Relationship)))
  }
  const hidden = new Set<Id>()
  for (const id of all.elements.keys()) if (!elements.has(id)) hidden.add(id)
  for (const id of all.ties.keys()) if (!ties.has(id)) hidden.add(id)
  return { elements, ties, hidden }
}

function endsOf(all: Records<Relationship>, ties: ReadonlySet<Id>): Set<Id> {
  const ends = new Set<Id>()
  for (const id of ties) {
    const tie = all.get(id)
    if (tie) ends.add(tie.from).add(tie.to)
  }
  return ends
}

/** Undefined where the condition is not on elements. */
function passesElement(clause: Clause): ((element: MapElement) => boolean) | undefined {
  switch (clause.is) {
    case 'kind':
      return ({ kind }) => clause.of.includes(kind)
    case 'organisation':
      return ({ organisation }) => clause.of.includes(organisation)
    case 'tag':
      return ({ tags }) => clause.of.some((tag) => tags.has(tag))
    case 'fact':
      return clause.on === 'element' ? ({ facts }) => hasFact(facts, clause) : undefined
    default:
      return undefined
  }
}

/** For a condition that may mean an element or a tie, whether it means this one; undefined for any other. */
function meansSubject(clause: Clause, { moment, reading, voices, earlier }: Asked): ((subject: Id) => boolean) | undefined {
  switch (clause.is) {
    case 'far apart': {
      const spread = spreadOf(moment, voices)
      return (id) => spread.of(id)?.word === 'Far apart'
    }
    case 'blind': {
      const blind = new Set(blindSpots(moment, clause.to, voices).blind)
      return (id) => blind.has(id)
    }
    case 'new': {
      const then = earlier.get(clause.since)
      if (!then) return () => false
      const { elements, ties } = pool(then)
      const since = compare({ moment: then, reading: resolve(then, reading.perspective) }, { moment, reading })
      return (id) => (!elements.has(id) && !ties.has(id)) || since.of(id).class === 'appeared'
    }
    default:
      return undefined
  }
}

/** Undefined where the condition is not on ties alone. */
function passesTie(clause: Clause, { reading, touched }: Asked): ((tie: Relationship) => boolean) | undefined {
  const within = (value: number | undefined, { from, to }: { readonly from: number; readonly to: number }) => value !== undefined && value >= from && value <= to
  switch (clause.is) {
    case 'tie kind':
      return ({ kind }) => clause.of.includes(kind)
    case 'fact':
      return clause.on === 'tie' ? ({ facts }) => hasFact(facts, clause) : undefined
    case 'strength':
      return ({ id }) => within(strengthWithZero(reading.of(id)), clause)
    case 'quality':
      return ({ id }) => within(reading.of(id).quality, clause)
    case 'star':
      return ({ star }) => star
    case 'unrated':
      return ({ id }) => strengthWithZero(reading.of(id)) === undefined
    case 'no action':
      return ({ id }) => !touched.has(id)
    default:
      return undefined
  }
}

function hasFact(facts: ReadonlyMap<string, string | number>, { name, value }: { readonly name: string; readonly value: string | number | null }): boolean {
  return value === null ? facts.has(name) : facts.get(name) === value
}

/** The filter with this condition in place of the one of its sort; facts stand beside one another by their name. */
export function withClause(filter: Filter, clause: Clause): Filter {
  const at = filter.findIndex((other) => isSameSort(other, clause))
  return at < 0 ? [...filter, clause] : filter.with(at, clause)
}

/** The filter without the condition of this sort. */
export function withoutClause(filter: Filter, clause: Clause): Filter {
  return filter.filter((other) => !isSameSort(other, clause))
}

export function clauseOf<S extends Clause['is']>(filter: Filter, sort: S): Extract<Clause, { readonly is: S }> | undefined {
  return filter.find((clause): clause is Extract<Clause, { readonly is: S }> => clause.is === sort)
}

function isSameSort(a: Clause, b: Clause): boolean {
  return a.is === b.is && (a.is !== 'fact' || b.is !== 'fact' || (a.name === b.name && a.on === b.on))
}
