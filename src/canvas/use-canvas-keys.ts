import { useCallback, type KeyboardEvent } from 'react'
import { invoke } from '../commands/dispatch.ts'
import { NUDGE } from '../edits/move.ts'
import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { hitIndexOf, type Direction } from '../scene/hit.ts'
import { live } from '../session/live.ts'
import { momentOf } from '../session/moment.ts'
import { bringIntoSight, say, select, session } from '../session/session.ts'
import { spokenTie } from '../words/spoken.ts'
import { canvas } from './canvas-store.ts'
import { focusMap } from './focus-map.ts'
import { nudge } from './gestures.ts'
import { readingOrder, tiesAround } from './reading-order.ts'

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
const STEPS: Readonly<Record<Direction, readonly [number, number]>> = { left: [-NUDGE, 0], right: [NUDGE, 0], up: [0, -NUDGE], down: [0, NUDGE] }

function moment() {
  const { map, contents } = live.getState()
  return map && momentOf(map, contents, session.getState().reading)
}

/** Goes to an element: selects it, focuses it, brings it into sight. */
function goTo(id: Id): void {
  canvas.setState({ stop: id })
  select([id])
  bringIntoSight([id])
  focusMap()
}

/** The reading order of what is shown. */
function inOrder(now: MapContent): readonly Id[] {
  const { scene } = canvas.getState()
  return readingOrder(now).filter((id) => scene?.elementById.has(id) ?? true)
}

/** The element that moves start from: the last one selected (the near end of a selected tie), else the one Tab reaches, else the first. */
function here(): Id | null {
  const now = moment()
  if (!now) return null
  const last = session.getState().selection.at(-1)
  if (last !== undefined && now.elements.has(last)) return last
  const { stop } = canvas.getState()
  if (stop !== null && now.elements.has(stop)) return stop
  return inOrder(now)[0] ?? null
}

function go(direction: Direction): void {
  const { scene } = canvas.getState()
  const from = here()
  if (!scene || from === null) return
  if (session.getState().selection.length === 0) return goTo(from)
  const to = hitIndexOf(scene).next(from, direction)
  if (to === null) say('Nothing further that way.')
  else goTo(to)
}

function step(by: 1 | -1): void {
  const now = moment()
  const from = here()
  if (!now || from === null) return
  const order = inOrder(now)
  const to = order[order.indexOf(from) + by]
  if (to !== undefined) goTo(to)
}

function end(which: 'first' | 'last'): void {
  const now = moment()
  const to = now && inOrder(now).at(which === 'first' ? 0 : -1)
  if (to) goTo(to)
}

/** The next tie of the element that has the focus, then round again. The focus stays on the element. */
function nextTie(): void {
  const now = moment()
  const { stop } = canvas.getState()
  if (!now || stop === null) return
  const ties = tiesAround(now, stop).filter((id) => canvas.getState().scene?.tieById.has(id) ?? true)
  const last = session.getState().selection.at(-1)
  const to = ties[(last === undefined ? -1 : ties.indexOf(last)) + 1] ?? ties[0]
  if (to === undefined) return say('No ties yet. C connects it.')
  select([to])
  say(spokenTie(now, to, session.getState().reading.perspective))
}

/** What the arrow keys and their like do while the map has the focus; everything else is a command. */
export function useCanvasKeys() {
  return useCallback((event: KeyboardEvent) => {
    // The pointer may rest anywhere while the keyboard is at work.
    if (canvas.getState().hovered !== null) canvas.setState({ hovered: null })
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.element, .map-keys, .map-region')) return
    const direction = DIRECTIONS[event.key]
    if (direction && event.shiftKey) nudge(STEPS[direction])
    else if (direction) go(direction)
    else if (event.key === 'PageDown') step(1)
    else if (event.key === 'PageUp') step(-1)
    else if (event.key === 'Home') end('first')
    else if (event.key === 'End') end('last')
    else if (event.key === ' ') nextTie()
    else if (event.key === 'Escape' && session.getState().selection.length > 0) select([])
    else if (event.key === 'Escape' && session.getState().filter.length > 0) void invoke('show-all')
    else return
    event.preventDefault()
    event.stopPropagation()
  }, [])
}
