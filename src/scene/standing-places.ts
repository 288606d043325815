import type { Id } from '../model/ids.ts'
import type { MapElement, Point } from '../model/records.ts'

/** Elements that were never placed stand in rows beneath the others, until someone places them. */
export function placesOf(elements: readonly MapElement[], kept: ReadonlyMap<Id, Point>, dragged: ReadonlyMap<Id, Point> | undefined): ReadonlyMap<Id, Point> {
  const places = new Map<Id, Point>()
  const unplaced: MapElement[] = []
  let lowest = -Infinity
  for (const element of elements) {
    const at = dragged?.get(element.id) ?? kept.get(element.id)
    if (at) {
      places.set(element.id, at)
      lowest = Math.max(lowest, at[1])
    } else unplaced.push(element)
  }
  const columns = Math.max(4, Math.ceil(Math.sqrt(unplaced.length)))
  const top = lowest === -Infinity ? 0 : lowest + 90
  unplaced.forEach((element, i) => places.set(element.id, [((i % columns) - (columns - 1) / 2) * 210, top + Math.floor(i / columns) * 70]))
  return places
}
