import { dispatch, ports } from '../commands/dispatch.ts'
import { addArea, resizeArea } from '../edits/areas.ts'
import { addNote, widenNote, writeNote } from '../edits/notes.ts'
import { standingBox, type Box } from '../edits/standing-box.ts'
import { joined, type MapChange } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Point, Size } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { say, select, session } from '../session/session.ts'
import { canvas } from './canvas-store.ts'

/** Alters the open map as it is now, unless a version is looked at or there is nothing to alter. */
function alter(title: string, edit: (map: SystemMap) => MapChange): boolean {
  const map = canvas.getState().canEdit ? live.getState().map : null
  const change = map && edit(map)
  if (!change || change.writes.length === 0) return false
  dispatch(title, change)
  return true
}

/** The words of a new note, where its box stood. Left without words, there is none. */
export function makeNote(text: string, corner: Point): void {
  let id: Id = ''
  const isMade = alter('New note', (map) => {
    const made = addNote(map, text, corner, ports().random)
    id = made.id
    return made.change
  })
  if (!isMade) return
  select([id])
  canvas.setState({ stop: id })
  say('The note is on the map.')
}

export function rewriteNote(id: Id, text: string): void {
  const isGone = text.trim() === ''
  if (alter(isGone ? 'Remove a note' : 'Change a note', (map) => writeNote(map, id, text)) && isGone) say('Removed a note. Control Z brings it back.')
}

/** A new area about a point, its title to be written next. */
export function makeArea(middle: Point, size: Size): void {
  let id: Id = ''
  const isMade = alter('New area', (map) => {
    const made = addArea(map, middle, '', ports().random, size)
    id = made.id
    return made.change
  })
  if (!isMade) return
  select([id])
  canvas.setState({ stop: id })
  session.setState({ renaming: id })
}

/** What a handle was drawn to. A note has a width alone: its words make its height. */
export function resizeTo(id: Id, box: Box): void {
  alter('Resize', (map) => (map.notes.has(id) ? widenNote(map, id, box.width) : resizeArea(map, id, box)))
}

/** The chosen notes and areas wider and higher by this much. The keyboard's way to do what a handle does. */
export function resizeBy(width: number, height: number): void {
  const ids = session.getState().selection
  const isDone = alter('Resize', (map) =>
    joined(...ids.map((id) => {
      const box = standingBox(map, id)
      if (!box) return { writes: [] }
      return map.notes.has(id) ? widenNote(map, id, box.width + width) : resizeArea(map, id, { width: box.width + width, height: box.height + height })
    })),
  )
  const [only] = ids
  const map = live.getState().map
  const box = isDone && ids.length === 1 && only !== undefined && map ? standingBox(map, only) : null
  if (box) say(map?.notes.has(only ?? '') ? `${Math.round(box.width)} wide.` : `${box.width} by ${box.height}.`)
}
