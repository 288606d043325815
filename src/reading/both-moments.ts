import type { Id } from '../model/ids.ts'
import type { MapContent, Records } from '../model/system-map.ts'

const merged = new WeakMap<object, WeakMap<object, Records<unknown>>>()

/** All of `first`, and what only `second` has. `first` itself where that is nothing; the same table for the same two. */
function both<T>(first: Records<T>, second: Records<T>): Records<T> {
  if (first === second) return first
  let bySecond = merged.get(first)
  if (!bySecond) merged.set(first, (bySecond = new WeakMap()))
  let table = bySecond.get(second) as Records<T> | undefined
  if (!table) {
    const more = [...second].filter(([id]: readonly [Id, T]) => !first.has(id))
    bySecond.set(second, (table = more.length ? new Map([...first, ...more]) : first))
  }
  return table
}

const moments = new WeakMap<MapContent, WeakMap<MapContent, { readonly now: MapContent; readonly moment: MapContent }>>()

/**
 * What there is to draw where two moments are compared: everything that either has, as the later of them has it, where it stands now;
 * what is gone by now stands where it stood. What is said of it is the later moment's. The same moment as long as the tables are the same.
 */
export function bothMoments(earlier: MapContent, later: MapContent, now: MapContent): MapContent {
  if (earlier === later && later === now) return later
  let byLater = moments.get(earlier)
  if (!byLater) moments.set(earlier, (byLater = new WeakMap()))
  const known = byLater.get(later)
  if (known && known.now === now) return known.moment
  const moment: MapContent = {
    ...later,
    organisations: both(later.organisations, earlier.organisations),
    elements: both(later.elements, earlier.elements),
    relationships: both(later.relationships, earlier.relationships),
    perspectives: both(later.perspectives, earlier.perspectives),
    positions: both(both(now.positions, later.positions), earlier.positions),
  }
  byLater.set(later, { now, moment })
  return moment
}
