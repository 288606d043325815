import { boxOf } from '../boxes/boxes.ts'
import { middleOfNote, noteBox } from '../boxes/note-box.ts'
import type { Id } from '../model/ids.ts'
import type { Area, Point } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'

/** An upright rectangle by its upper left corner, world units. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function boxOfArea({ position: [x, y], size: [width, height] }: Area): Box {
  return { x, y, width: Math.max(1, width), height: Math.max(1, height) }
}

/** The box of an element, a note or an area where it stands; null for what is not there, was never placed, or is a tie. */
export function standingBox(map: SystemMap, id: Id): Box | null {
  const element = map.elements.get(id)
  if (element) {
    const at = map.positions.get(id)
    const { width, height } = boxOf(element)
    return at ? { x: at[0] - width / 2, y: at[1] - height / 2, width, height } : null
  }
  const note = map.notes.get(id)
  if (note) {
    const { width, height } = noteBox(note)
    return { x: note.position[0], y: note.position[1], width, height }
  }
  const area = map.areas.get(id)
  return area ? boxOfArea(area) : null
}

/** Its middle, which is where a drag has it. */
export function standingMiddle(map: SystemMap, id: Id): Point | null {
  if (map.elements.has(id)) return map.positions.get(id) ?? null
  const note = map.notes.get(id)
  if (note) return middleOfNote(note)
  const area = map.areas.get(id)
  return area ? [area.position[0] + Math.max(1, area.size[0]) / 2, area.position[1] + Math.max(1, area.size[1]) / 2] : null
}

/** The box round all of these; null where none of them stands anywhere. */
export function boxAround(map: SystemMap, ids: Iterable<Id>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const id of ids) {
    const box = standingBox(map, id)
    if (!box) continue
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top }
}
