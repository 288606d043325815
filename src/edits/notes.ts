import { LEAST_NOTE, MOST_NOTE } from '../boxes/note-box.ts'
import { make, NO_CHANGE, remove, set, type MapChange } from '../model/change.ts'
import type { Id, Random } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { freshId, type Made } from './making.ts'

/** Words on the canvas, their upper left corner here. Nothing but spaces changes nothing. */
export function addNote(map: SystemMap, text: string, [x, y]: Point, random: Random): Made {
  const id = freshId(map, random)
  const words = text.trim()
  return { id, change: words === '' ? NO_CHANGE : { writes: [make('notes', id, { text: words, position: [Math.round(x), Math.round(y)] })] } }
}

/** The words of a note as they were written in place: a note left without any is taken away. */
export function writeNote(map: SystemMap, id: Id, text: string): MapChange {
  const note = map.notes.get(id)
  const words = text.trim()
  if (!note || words === note.text) return NO_CHANGE
  return { writes: [words === '' ? remove('notes', id) : set('notes', id, 'text', words)] }
}

export function widenNote(map: SystemMap, id: Id, width: number): MapChange {
  const note = map.notes.get(id)
  const to = Math.max(LEAST_NOTE, Math.min(MOST_NOTE, Math.round(width)))
  return note && Number.isFinite(width) && to !== note.width ? { writes: [set('notes', id, 'width', to)] } : NO_CHANGE
}
