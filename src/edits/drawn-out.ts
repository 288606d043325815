import { LEAST_NOTE, MOST_NOTE } from '../boxes/note-box.ts'
import type { Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { LEAST_AREA } from './areas.ts'
import { standingBox, type Box } from './standing-box.ts'

/** Which part of a box a hand has hold of: a corner of an area, the right side of a note. */
export type Corner = 'top left' | 'top right' | 'bottom right' | 'bottom left' | 'right'

/** The box of an area or a note while that part of it is drawn this far; the opposite side stays. Never smaller than can be taken hold of. */
export function drawnOut(map: SystemMap, id: Id, corner: Corner, dx: number, dy: number): Box | null {
  const box = standingBox(map, id)
  if (!box) return null
  if (map.notes.has(id)) return { ...box, width: Math.max(LEAST_NOTE, Math.min(MOST_NOTE, Math.round(box.width + dx))) }
  const width = Math.max(LEAST_AREA, Math.round(box.width + (corner.endsWith('left') ? -dx : dx)))
  const height = Math.max(LEAST_AREA, Math.round(box.height + (corner.startsWith('top') ? -dy : corner.startsWith('bottom') ? dy : 0)))
  return {
    x: corner.endsWith('left') ? box.x + box.width - width : box.x,
    y: corner.startsWith('top') ? box.y + box.height - height : box.y,
    width,
    height,
  }
}
