import { useCallback } from 'react'
import { invoke } from '../commands/dispatch.ts'
import { NUDGE } from '../edits/move.ts'
import type { Id } from '../model/ids.ts'
import { hitIndexOf, type Direction } from '../scene/hit.ts'
import { say, select, session } from '../session/session.ts'
import { selectedWords } from '../words/announcements.ts'
import { nameOnMap } from '../words/beside.ts'
import { spokenTieAsked } from '../words/spoken-asked.ts'
import { canvas } from './canvas-store.ts'
import { nudge } from './gestures.ts'
import { allInOrder, goTo, isChoosing, momentShown } from './go-along.ts'
import { resizeBy } from './beside-gestures.ts'
import { tiesAround } from './reading-order.ts'
import { standsOn, STANDING } from './standing-there.ts'

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
const STEPS: Readonly<Record<Direction, readonly [number, number]>> = { left: [-NUDGE, 0], right: [NUDGE, 0], up: [0, -NUDGE], down: [0, NUDGE] }

/** Where moves start from: the last one selected (the near end of a selected tie), else the one Tab reaches, else the first. */
function here(): Id | null {
  const { scene, stop } = canvas.getState()
  if (!scene) return null
  const last = session.getState().selection.at(-1)
  if (last !== undefined && standsOn(scene, last) && !isChoosing()) return last
  if (stop !== null && standsOn(scene, stop)) return stop
  return allInOrder()[0] ?? null
}

function go(direction: Direction): void {
  const { scene } = canvas.getState()
  const from = here()
  if (!scene || from === null) return
  if (isChoosing() ? canvas.getState().stop === null : session.getState().selection.length === 0) return goTo(from)
  const to = hitIndexOf(scene).next(from, direction)
  if (to === null) say('Nothing further that way.')
  else goTo(to)
}

function step(by: 1 | -1): void {
  const from = here()
  if (from === null) return
  const all = allInOrder()
  const to = all[all.indexOf(from) + by]
  if (to !== undefined) goTo(to)
}

function end(which: 'first' | 'last'): void {
  const to = allInOrder().at(which === 'first' ? 0 : -1)
  if (to !== undefined) goTo(to)
}

/** The next tie of the element that has the focus, then round again. The focus stays on the element. */
function nextTie(): void {
  const now = momentShown()
  const { stop } = canvas.getState()
  if (!now || stop === null || !now.elements.has(stop)) return
  const ties = tiesAround(now, stop).filter((id) => canvas.getState().scene?.tieById.has(id) ?? true)
  const last = session.getState().selection.at(-1)
  const to = ties[(last === undefined ? -1 : ties.indexOf(last)) + 1] ?? ties[0]
  if (to === undefined) return say('No ties yet. C connects it.')
  select([to])
  const { shown } = canvas.getState()
  if (shown) say(spokenTieAsked(shown, to, session.getState().reading.perspective))
}

/** Takes the element that has the focus into what is chosen, or leaves it out. */
function takeOrLeave(): void {
  const now = momentShown()
  const id = here()
  if (!now || id === null) return
  const { selection } = session.getState()
  const isIn = selection.includes(id)
  select(isIn ? selection.filter((other) => other !== id) : [...selection, id])
  say(`${nameOnMap(now, id)} ${isIn ? 'left out' : 'taken'}. ${selectedWords(now, session.getState().selection)}`)
}

function stopChoosing(): void {
  session.setState({ choosing: null, toast: null })
  say('One at a time again.')
}

/** What a press is, whether React brings it or the page. */
type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target' | 'preventDefault' | 'stopPropagation'>

/** What the arrow keys and their like do while the map has the focus; everything else is a command. */
export function useCanvasKeys() {
  return useCallback((event: Pressed) => {
    // The pointer may rest anywhere while the keyboard is at work.
    if (canvas.getState().hovered !== null) canvas.setState({ hovered: null })
    const direction = DIRECTIONS[event.key]
    const isResizing = direction !== undefined && event.shiftKey && (event.ctrlKey || event.metaKey)
    if (event.altKey || ((event.ctrlKey || event.metaKey) && !isResizing)) return
    if (!(event.target instanceof HTMLElement) || !event.target.matches(`${STANDING}, .map-keys, .map-region, .list-row, body`)) return
    if (isResizing) resizeBy(...STEPS[direction])
    else if (direction && event.shiftKey) nudge(STEPS[direction])
    else if (direction) go(direction)
    else if (event.key === 'PageDown') step(1)
    else if (event.key === 'PageUp') step(-1)
    else if (event.key === 'Home') end('first')
    else if (event.key === 'End') end('last')
    else if (event.key === ' ') (isChoosing() ? takeOrLeave : nextTie)()
    else if (event.key === 'Escape' && isChoosing()) stopChoosing()
    else if (event.key === 'Escape' && session.getState().preview !== null) return
    else if (event.key === 'Escape' && session.getState().selection.length > 0) select([])
    else if (event.key === 'Escape' && session.getState().filter.length > 0) void invoke('show-all')
    else return
    event.preventDefault()
    event.stopPropagation()
  }, [])
}
