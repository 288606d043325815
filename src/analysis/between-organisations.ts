import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { presentTies } from '../reading/present.ts'
import type { Reading } from '../reading/resolve.ts'
import { homeOf } from '../reading/two-ends.ts'

interface Crossing {
  readonly from: Id
  readonly to: Id
  /** The two organisations, the lesser id first. */
  readonly between: readonly [Id, Id]
}

/** Present ties between two organisations: influences, elements of no organisation and what is shared by all are none. */
function crossingTies(moment: MapContent, reading: Reading): readonly Crossing[] {
  return presentTies(moment, reading).flatMap((tie) => {
    const [a, b] = [homeOf(moment, tie.from), homeOf(moment, tie.to)]
    if (tie.kind === 'influences' || !a || !b || a === b) return []
    return [{ from: tie.from, to: tie.to, between: a.id < b.id ? [a.id, b.id] : [b.id, a.id] }]
  })
}

/** How many ties of each element cross to another organisation; only of those that have any. */
export function crossings(moment: MapContent, reading: Reading): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>()
  for (const { from, to } of crossingTies(moment, reading)) for (const end of [from, to]) counts.set(end, (counts.get(end) ?? 0) + 1)
  return counts
}

/** Elements that are an end of every tie between two organisations: without one of them there is none. By element, the pairs of organisations. */
export function onlyLinks(moment: MapContent, reading: Reading): ReadonlyMap<Id, readonly (readonly [Id, Id])[]> {
  const pairs = new Map<string, { readonly between: readonly [Id, Id]; readonly ends: readonly (readonly [Id, Id])[] }>()
  for (const { from, to, between } of crossingTies(moment, reading)) {
    const key = between.join(' ')
    pairs.set(key, { between, ends: [...(pairs.get(key)?.ends ?? []), [from, to]] })
  }
  const found = new Map<Id, (readonly [Id, Id])[]>()
  for (const { between, ends } of pairs.values()) {
    const [first = [] as unknown as readonly [Id, Id]] = ends
    for (const id of new Set(first)) if (ends.every((both) => both.includes(id))) found.set(id, [...(found.get(id) ?? []), between])
  }
  for (const list of found.values()) list.sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1))
  return found
}
