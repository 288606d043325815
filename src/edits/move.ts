import { place, set, type MapChange, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Point, Size } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { carried } from './areas.ts'
import { standingBox, standingMiddle } from './standing-box.ts'

/** World units that `Shift` and an arrow move the selection. */
export const NUDGE = 8

/** Where things were dragged to, by their middles: elements, notes, areas. An element that a person put somewhere is pinned there. */
export function move(map: SystemMap, to: ReadonlyMap<Id, Point>): MapChange {
  return { writes: [...to].flatMap(([id, at]) => (map.elements.has(id) ? elementTo(map, id, at) : cornerTo(map, id, at))) }
}

function elementTo(map: SystemMap, id: Id, [x, y]: Point): readonly Write[] {
  const before = map.positions.get(id)
  if (before && before[0] === Math.round(x) && before[1] === Math.round(y)) return []
  return [place(id, x, y), ...(map.elements.get(id)?.pinned ? [] : [set('elements', id, 'pinned', true)])]
}

function cornerTo(map: SystemMap, id: Id, middle: Point): readonly Write[] {
  const record = map.notes.get(id) ?? map.areas.get(id)
  const box = standingBox(map, id)
  if (!record || !box) return []
  const [x, y] = cornerOf(middle, [box.width, box.height])
  return record.position[0] === x && record.position[1] === y ? [] : [set(map.notes.has(id) ? 'notes' : 'areas', id, 'position', [x, y])]
}

function cornerOf([x, y]: Point, [width, height]: Size): Point {
  return [Math.round(x - width / 2) + 0, Math.round(y - height / 2) + 0]
}

/** A step for all of these, and for what lies in their areas. */
export function nudge(map: SystemMap, ids: Iterable<Id>, dx: number, dy: number): MapChange {
  const to = new Map<Id, Point>()
  for (const id of carried(map, ids)) {
    const at = standingMiddle(map, id)
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
