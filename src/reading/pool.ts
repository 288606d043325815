import type { Id } from '../model/ids.ts'
import type { MapElement, Relationship } from '../model/records.ts'
import type { MapContent, Records } from '../model/system-map.ts'

/** What can be judged at a moment: its elements, and its ties whose two ends are there. */
export interface Pool {
  readonly elements: Records<MapElement>
  /** The moment's own table where no tie is hidden. */
  readonly ties: Records<Relationship>
}

const pools = new WeakMap<object, WeakMap<object, Pool>>()

/** Rule 10: a tie with a missing end is hidden: in no pool, no count. Cached by both tables' identity; costs one pass over the ties. */
export function pool(moment: Pick<MapContent, 'elements' | 'relationships'>): Pool {
  const { elements, relationships } = moment
  let byTies = pools.get(elements)
  if (!byTies) pools.set(elements, (byTies = new WeakMap()))
  let found = byTies.get(relationships)
  if (!found) byTies.set(relationships, (found = { elements, ties: visible(elements, relationships) }))
  return found
}

function visible(elements: Records<MapElement>, ties: Records<Relationship>): Records<Relationship> {
  const shown = new Map<Id, Relationship>()
  for (const [id, tie] of ties) if (elements.has(tie.from) && elements.has(tie.to)) shown.set(id, tie)
  return shown.size === ties.size ? ties : shown
}

const tiesByEnd = new WeakMap<object, ReadonlyMap<Id, readonly Relationship[]>>()
const NONE: readonly Relationship[] = []

/** The ties of the pool that touch this element, a self-tie once, in the order of the table. */
export function tiesOf(moment: Pick<MapContent, 'elements' | 'relationships'>, element: Id): readonly Relationship[] {
  const { ties } = pool(moment)
  let ends = tiesByEnd.get(ties)
  if (!ends) tiesByEnd.set(ties, (ends = indexed(ties)))
  return ends.get(element) ?? NONE
}

function indexed(ties: Records<Relationship>): ReadonlyMap<Id, readonly Relationship[]> {
  const ends = new Map<Id, Relationship[]>()
  const add = (end: Id, tie: Relationship) => {
    const list = ends.get(end)
    if (list) list.push(tie)
    else ends.set(end, [tie])
  }
  for (const tie of ties.values()) {
    add(tie.from, tie)
    if (tie.to !== tie.from) add(tie.to, tie)
  }
  return ends
}
