import { place, set, type MapChange, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'

/** World units that `Shift` and an arrow move the selection. */
export const NUDGE = 8

/** Where elements were dragged to. What a person put somewhere is pinned there. */
export function move(map: SystemMap, to: ReadonlyMap<Id, Point>): MapChange {
  const writes: Write[] = []
  for (const [id, [x, y]] of to) {
    const element = map.elements.get(id)
    const before = map.positions.get(id)
    if (!element || (before && before[0] === Math.round(x) && before[1] === Math.round(y))) continue
    writes.push(place(id, x, y))
    if (!element.pinned) writes.push(set('elements', id, 'pinned', true))
  }
  return { writes }
}

export function nudge(map: SystemMap, ids: Iterable<Id>, dx: number, dy: number): MapChange {
  const to = new Map<Id, Point>()
  for (const id of ids) {
    const at = map.positions.get(id)
    if (at) to.set(id, [at[0] + dx, at[1] + dy])
  }
  return move(map, to)
}

/** Pins all of them, unless all are pinned: then lets them go. */
export function togglePinned(map: SystemMap, ids: Iterable<Id>): MapChange {
  const elements = [...ids].flatMap((id) => map.elements.get(id) ?? [])
  const to = elements.some((element) => !element.pinned)
  return { writes: elements.filter((element) => element.pinned !== to).map((element) => set('elements', element.id, 'pinned', to)) }
}
