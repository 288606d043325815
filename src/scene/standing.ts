import type { Id } from '../model/ids.ts'
import type { MapElement, Relationship } from '../model/records.ts'
import type { Answer } from '../reading/answer.ts'
import type { ElementState } from './scene.ts'

/** Names kept where only some can be read. */
const NAMES_KEPT = 24

/** What a selection, or the pointer, calls out. */
export interface Touched {
  readonly ties: ReadonlySet<Id>
  readonly elements: ReadonlySet<Id>
  /** Whether the rest steps back. */
  readonly isAsking: boolean
}

export function touchedBy(selection: readonly Id[], ties: ReadonlyMap<Id, Relationship>): Touched {
  const chosen = new Set(selection)
  const touched = new Set<Id>()
  const elements = new Set<Id>(selection)
  if (chosen.size) {
    for (const tie of ties.values()) {
      if (!chosen.has(tie.id) && !chosen.has(tie.from) && !chosen.has(tie.to)) continue
      touched.add(tie.id)
      elements.add(tie.from).add(tie.to)
    }
  }
  return { ties: touched, elements, isAsking: touched.size > 0 }
}

/** Whose name stays where only some can be read: what is called out, the middle, and then those with most ties, starred ones first. */
export function namesKept(elements: readonly MapElement[], ties: ReadonlyMap<Id, Relationship>, touched: Touched, middle: Id | null): ReadonlySet<Id> {
  if (elements.length <= NAMES_KEPT) return new Set(elements.map((element) => element.id))
  const rank = new Map<Id, number>()
  const add = (id: Id, by: number) => rank.set(id, (rank.get(id) ?? 0) + by)
  const organisation = new Map(elements.map((element) => [element.id, element.organisation]))
  for (const tie of ties.values()) {
    const by = (tie.star ? 100 : 0) + (organisation.get(tie.from) === organisation.get(tie.to) ? 0.1 : 1)
    add(tie.from, by)
    add(tie.to, by)
  }
  for (const id of touched.elements) add(id, 1000)
  if (middle !== null) add(middle, 500)
  return new Set([...rank].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, NAMES_KEPT).map(([id]) => id))
}

/** Silence about an element matters only in one perspective, and only where no tie of it is present there. */
export function stateOf(answer: Answer, hasPresentTie: boolean, isTogether: boolean, isBack: boolean): ElementState {
  if (answer.state === 'no') return 'says no'
  if (isBack) return 'stepped back'
  return answer.state === 'silent' && !isTogether && !hasPresentTie ? 'not said' : 'plain'
}

/** The organisation that holds both ends of a tie. */
export const organisationWithin = (tie: Relationship, records: ReadonlyMap<Id, MapElement>): Id | null => {
  const from = records.get(tie.from)?.organisation ?? null
  return from !== null && from === records.get(tie.to)?.organisation ? from : null
}

/** How many ties each organisation has within it. */
export function countsWithin(ties: ReadonlyMap<Id, Relationship>, records: ReadonlyMap<Id, MapElement>): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>()
  for (const tie of ties.values()) {
    const within = organisationWithin(tie, records)
    if (within !== null) counts.set(within, (counts.get(within) ?? 0) + 1)
  }
  return counts
}
