import { ports, dispatch } from '../commands/dispatch.ts'
import { addElement } from '../edits/add-element.ts'
import { addTie, changeTieKind, connectToNew } from '../edits/add-tie.ts'
import type { Making } from '../edits/making.ts'
import { move, nudge as nudged } from '../edits/move.ts'
import { rename } from '../edits/set-field.ts'
import type { Id } from '../model/ids.ts'
import type { TieKind } from '../model/kinds.ts'
import type { Point } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { say, select, session } from '../session/session.ts'
import { canvas } from './canvas-store.ts'

/** The open map as it is now, while a gesture may alter it. */
function open(): SystemMap | null {
  return canvas.getState().canEdit ? live.getState().map : null
}

function making(): Making {
  const { now, random } = ports()
  return { now: now(), random, perspective: session.getState().reading.perspective }
}

const nameOf = (map: SystemMap, id: Id) => map.elements.get(id)?.name ?? ''

/** A drag's end: one change, and the elements that were put somewhere are pinned there. */
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
  if (!map || from === to) return
  const known = [...map.relationships.values()].find((tie) => tie.from === from && tie.to === to)
  if (known) {
    select([known.id])
    canvas.setState({ picking: known.id })
    return say(`${nameOf(map, from)} and ${nameOf(map, to)} are tied already.`)
  }
  const made = addTie(map, { from, to }, making())
  dispatch('Connect', made.change)
  select([made.id])
  canvas.setState({ picking: made.id })
  say(`${nameOf(map, from)} is tied to ${nameOf(map, to)}.`)
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
    canvas.setState({ picking: made.tie, stop: made.id })
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
