import { judgementId, type MapChange, type Write } from '../model/change.ts'
import { newId, type Id, type Random } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'

/** What every edit that makes a thing is given. */
export interface Making {
  readonly now: Date
  readonly random: Random
  /** Whose view is being written: what is drawn or typed, that perspective says yes to, in the same change. */
  readonly perspective: Id | null
}

/** A new record's id, and the change that makes it. */
export interface Made {
  readonly id: Id
  readonly change: MapChange
}

/** An id that nothing in the map has (rule 2). A random source that repeats itself still ends. */
export function freshId(map: SystemMap, random: Random, taken: ReadonlySet<Id> = NOTHING): Id {
  const isTaken = (id: Id) =>
    taken.has(id) || map.elements.has(id) || map.relationships.has(id) || map.organisations.has(id) || map.perspectives.has(id) ||
    map.actions.has(id) || map.reflections.has(id) || map.outcomeReadings.has(id) || map.notes.has(id) || map.areas.has(id)
  const first = newId(random)
  let id = first
  for (let n = 1; isTaken(id); n++) id = n < 8 ? newId(random) : `${first}-${n}`
  return id
}
const NOTHING: ReadonlySet<Id> = new Set()

/**
 * The perspective's yes to a subject, unless it has said yes before. A stated no becomes a yes, since drawing a thing is
 * saying that it is there. Nothing where no perspective is chosen, or the voices together.
 */
export function sayYes(map: SystemMap, perspective: Id | null, subject: Id): readonly Write[] {
  if (perspective === null || !map.perspectives.has(perspective)) return []
  const said = map.judgements.get(perspective)?.get(subject)?.presence
  return said === undefined || said === 0 ? [{ at: 'judgements', id: judgementId(perspective, subject), field: 'presence', to: 'yes' }] : []
}

/** As a record keeps the moment it was added. */
export function moment(now: Date): string {
  return now.toISOString()
}

/** A typed name without its outer spaces, and with single ones within. */
export function tidy(name: string): string {
  return name.trim().replace(/\s+/gu, ' ')
}
