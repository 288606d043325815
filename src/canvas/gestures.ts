import { connected } from '../commands/connect.ts'
import { dispatch, perform, ports } from '../commands/dispatch.ts'
import { addElement } from '../edits/add-element.ts'
import { changeTieKind, connectToNew, moveEnd } from '../edits/add-tie.ts'
import type { Making } from '../edits/making.ts'
import { move, nudge as nudged } from '../edits/move.ts'
import { rename } from '../edits/set-field.ts'
import type { Id } from '../model/ids.ts'
import type { TieKind } from '../model/kinds.ts'
import type { Point } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { say, select, session } from '../session/session.ts'
import { nameOf } from '../words/tie-sentence.ts'
import { canvas } from './canvas-store.ts'

/** The open map as it is now, while a gesture may alter it. */
function open(): SystemMap | null {
  return canvas.getState().canEdit ? live.getState().map : null
}

function making(): Making {
  const { now, random } = ports()
  return { now: now(), random, perspective: session.getState().reading.perspective }
}

/** A drag's end: one change, and what was put somewhere is pinned there. */
export function moveTo(places: ReadonlyMap<Id, Point>): void {
  const map = open()
  if (!map) return
  const change = move(map, places)
  if (change.writes.length > 0) dispatch('Move', change)
}

/** What is selected a step this way, with an area what lies in it. The keyboard's way to do what a drag does. */
export function nudge([dx, dy]: readonly [number, number]): void {
  const map = open()
  if (!map) return
  const change = nudged(map, session.getState().selection, dx, dy)
  if (change.writes.length > 0) dispatch('Move', change)
}

/** A tie between two elements; one that is there already is selected instead. Its kind can be picked for a moment. */
export function connectElements(from: Id, to: Id): void {
  const map = open()
  if (map) perform('Connect', connected(map, from, to, making()))
}

/** The element that was wanted is this one: it becomes the other end, the new end, or the same as the one that asked. */
export function aimAt(target: Id): void {
  const map = open()
  const { aiming } = session.getState()
  if (!map || !aiming || !map.elements.has(target)) return
  if (aiming.is === 'end' && aiming.end === null) {
    const tie = map.relationships.get(aiming.tie)
    if (tie && tie.from !== tie.to && (target === tie.from || target === tie.to)) session.setState({ aiming: { ...aiming, end: target === tie.from ? 'from' : 'to' } })
    return
  }
  session.setState({ aiming: null })
  if (aiming.is === 'connect') connectElements(aiming.from, target)
  else if (aiming.is === 'same') {
    if (target !== aiming.element) session.setState({ dialog: { name: 'Same as', kept: aiming.element, gone: [target] } })
  } else if (aiming.end !== null) moveEndTo(map, aiming.tie, aiming.end, target)
}

function moveEndTo(map: SystemMap, tie: Id, end: 'from' | 'to', element: Id): void {
  const change = moveEnd(map, tie, end, element)
  if (change.writes.length > 0) dispatch('Move an end', change)
  select([tie])
  say(`${nameOf(live.getState().map ?? map, tie)}.`)
}

/** Opens a name box on empty canvas. */
export function nameHere(at: Point, from: Id | null): void {
  if (open()) canvas.setState({ newName: { at, from } })
}

/** A new element where the name box stood, tied to where the drag began if there was one. */
export function makeHere(name: string, at: Point, from: Id | null): void {
  const map = open()
  if (!map) return
  if (from !== null) {
    const made = connectToNew(map, from, name, at, making())
    dispatch('Add and connect', made.change)
    select([made.id])
    session.setState({ picking: made.tie })
    canvas.setState({ stop: made.id })
  } else {
    const { organisation } = session.getState()
    const made = addElement(map, { name, organisation: organisation !== null && map.organisations.has(organisation) ? organisation : null }, making(), at)
    dispatch('Add', made.change)
    select([made.id])
    canvas.setState({ stop: made.id })
  }
  say(`${name}, added.`)
}

export function renameTo(id: Id, name: string): void {
  const map = open()
  if (!map) return
  const change = rename(map, id, name)
  if (change.writes.length > 0) dispatch('Rename', change)
}

export function setTieKind(tie: Id, kind: TieKind): void {
  const map = open()
  if (!map) return
  const change = changeTieKind(map, [tie], kind)
  if (change.writes.length > 0) dispatch('Change kind', change)
}
