import { standingMiddle } from '../edits/standing-box.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { shownPlaces } from '../session/previewed.ts'
import { session } from '../session/session.ts'
import { canvas } from './canvas-store.ts'

/** How long the elements of a settled map take to their new places, milliseconds. */
const GLIDE = 600
/** Fewer than this moving, or none further than this, and they are simply there: a nudge, a drop, a pair put apart. World units. */
const FEWEST = 3
const NEAREST = 24
/** A larger map cannot be drawn often enough in that time to be followed by eye. */
const MOST = 150

/** The curve of every motion here: cubic-bezier(.2, .7, .2, 1), by its time. */
export function eased(time: number): number {
  let [low, high] = [0, 1]
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2
    if (bezier(middle, 0.2, 0.2) < time) low = middle
    else high = middle
  }
  return bezier((low + high) / 2, 0.7, 1)
}

const bezier = (t: number, a: number, b: number) => 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t ** 2 * b + t ** 3

/** Who moves, from where to where, between two tables of places; null where it is not worth following. */
export function glideBetween(from: ReadonlyMap<Id, Point>, to: ReadonlyMap<Id, Point>): ReadonlyMap<Id, readonly [Point, Point]> | null {
  const moved = new Map<Id, readonly [Point, Point]>()
  let furthest = 0
  for (const [id, end] of to) {
    const start = from.get(id)
    if (!start || start === end || (start[0] === end[0] && start[1] === end[1])) continue
    moved.set(id, [start, end])
    furthest = Math.max(furthest, Math.hypot(end[0] - start[0], end[1] - start[1]))
  }
  return moved.size < FEWEST || moved.size > MOST || furthest < NEAREST ? null : moved
}

/** Where everything on a map stands, by its middle: an area glides with what lies in it. */
function middlesOf(map: SystemMap): ReadonlyMap<Id, Point> {
  if (map.notes.size + map.areas.size === 0) return map.positions
  const middles = new Map(map.positions)
  for (const id of [...map.notes.keys(), ...map.areas.keys()]) {
    const middle = standingMiddle(map, id)
    if (middle) middles.set(id, middle)
  }
  return middles
}

/** The map as it is now on screen; null while a version is looked at. */
function shownNow(): SystemMap | null {
  const { map } = live.getState()
  const { reading, preview } = session.getState()
  if (!map || reading.version !== null) return null
  const positions = shownPlaces(map, preview)
  return positions === map.positions ? map : { ...map, positions }
}

/**
 * Where many elements of the open map go to other places at once (*Settle* and its undo, a layout that is shown and put back), they glide
 * there. The map has changed already: only what is on screen follows. A press of the pointer ends it, and so does asking for less motion. Gives back how to stop.
 */
export function keepGliding(): () => void {
  let shown: ReadonlyMap<Id, Point> | null = null
  let frame = 0

  function end() {
    cancelAnimationFrame(frame)
    if (shown !== null) canvas.setState({ gliding: null, ...(canvas.getState().dragged === shown ? { dragged: null } : {}) })
    shown = null
  }

  function glide(moved: ReadonlyMap<Id, readonly [Point, Point]>) {
    let begun: number | null = null
    const put = (share: number) => {
      shown = new Map([...moved].map(([id, [a, b]]) => [id, [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share] as const]))
      canvas.setState({ dragged: shown })
    }
    const step = (now: number) => {
      // Another hand has taken the elements, or they are gone.
      if (canvas.getState().dragged !== shown) {
        shown = null
        return canvas.setState({ gliding: null })
      }
      begun ??= now
      const time = (now - begun) / GLIDE
      if (time >= 1) return end()
      put(eased(time))
      frame = requestAnimationFrame(step)
    }
    canvas.setState({ gliding: new Map([...moved].map(([id, [, to]]) => [id, to])) })
    put(0)
    frame = requestAnimationFrame(step)
  }

  let known = shownNow()
  function look() {
    const now = shownNow()
    const before = known
    known = now
    if (!now || !before || (now.positions === before.positions && now.notes === before.notes && now.areas === before.areas)) return
    const from = shown ? new Map([...middlesOf(before), ...shown]) : middlesOf(before)
    end()
    if (now.meta.mapId !== before.meta.mapId || canvas.getState().dragged !== null || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const moved = glideBetween(from, middlesOf(now))
    if (moved) glide(moved)
  }
  const stops = [live.subscribe(look), session.subscribe(look)]
  addEventListener('pointerdown', end, true)
  return () => {
    stops.forEach((stop) => stop())
    end()
    removeEventListener('pointerdown', end, true)
  }
}
