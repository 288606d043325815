import type { Id } from '../model/ids.ts'
import type { Point, Size } from '../model/records.ts'
import { pointAt } from '../scene/curves.ts'
import type { Bounds, Scene } from '../scene/scene.ts'

export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export const LEAST_ZOOM = 0.05
export const MOST_ZOOM = 4
/** A small map is not blown up past this by *Fit all*. */
const MOST_FIT = 1.6
/** What is flown to is shown at least this large, so that names can be read. */
const READABLE = 0.9
/** Free paper round what is fitted, screen pixels. */
const GUTTER = 14

/** The corner that the buttons of the view take at the lower right, and the window that is wide enough to keep it free. Screen pixels. */
const BUTTONS = { width: 200, height: 56 }
const WIDE = 700

/** The empty margin that a scene has round it, and how much of it may lie outside. World units. */
const SCENE_MARGIN = 34
const MARGIN = 18

/** A map that has hardly begun is shown with the room it will take: new elements land where they can be seen. */
const ROOM: Bounds = { x: -420, y: -250, width: 840, height: 500 }
const BEGUN = 12

/** Where a curve is looked at, to tell how far it reaches. */
const ALONG = [0, 0.25, 0.5, 0.75, 1]

/** A scene for a view of all of it. Of a map that is shown in part no room is kept for what is still to come. */
export type Seen = Pick<Scene, 'bounds' | 'elements'> & { readonly isPart?: boolean }

/** A scene whose elements are on their way, as far as it will reach when they have come. */
export function arrived(scene: Scene, places: ReadonlyMap<Id, Point>): Seen {
  const standing = boundsOf(scene, [...scene.elementById.keys(), ...scene.noteById.keys(), ...scene.areaById.keys()], places)
  if (!standing) return scene
  const bounds = scene.picture ? union(standing, scene.picture.bounds) : standing
  const [x, y] = [bounds.x - SCENE_MARGIN, bounds.y - SCENE_MARGIN]
  return { elements: scene.elements, bounds: { x, y, width: bounds.width + 2 * SCENE_MARGIN, height: bounds.height + 2 * SCENE_MARGIN } }
}

/** The view that shows a whole scene, with no card under the buttons in the corner: it moves up or aside where there is room, else it is made smaller. */
export function fittedScene(scene: Seen, width: number, height: number): View {
  const { bounds } = scene
  const own = { x: bounds.x + MARGIN, y: bounds.y + MARGIN, width: bounds.width - 2 * MARGIN, height: bounds.height - 2 * MARGIN }
  const all = scene.elements.length <= BEGUN && !scene.isPart ? union(own, ROOM) : own
  const view = fitted(all, width, height)
  const [aside, up] = underButtons(scene, view, width, height)
  if (up === 0) return view
  const spare = (length: number, of: number) => (length - of * view.zoom) / 2 - GUTTER
  if (up <= spare(height, all.height)) return { ...view, y: view.y - up }
  if (aside <= spare(width, all.width)) return { ...view, x: view.x - aside }
  return fitted(all, width, height - BUTTONS.height)
}

const NONE: Point = [0, 0]

/** How far cards reach under the buttons in the corner, from the left and from above. Screen pixels. */
function underButtons({ elements }: Seen, { x, y, zoom }: View, width: number, height: number): Point {
  let [aside, up] = NONE
  for (const { centre, size } of elements) {
    const [over, below] = intoCorner(centre[0] + size[0] / 2, centre[1] + size[1] / 2, { x, y, zoom }, width, height)
    aside = Math.max(aside, over)
    up = Math.max(up, below)
  }
  return [aside, up]
}

/** How far something whose right and lower edges are these reaches into that corner. World units, and screen pixels. */
function intoCorner(right: number, bottom: number, { x, y, zoom }: View, width: number, height: number): Point {
  const over = right * zoom + x - (width - BUTTONS.width)
  const below = bottom * zoom + y - (height - BUTTONS.height)
  return over <= 0 || below <= 0 || width < WIDE ? NONE : [over, below]
}

function union(a: Bounds, b: Bounds): Bounds {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y }
}

/** The view that shows these bounds whole in a window of that size, in screen pixels. */
export function fitted(bounds: Bounds, width: number, height: number, most = MOST_FIT): View {
  const zoom = Math.max(LEAST_ZOOM, Math.min(most, (width - 2 * GUTTER) / Math.max(1, bounds.width), (height - 2 * GUTTER) / Math.max(1, bounds.height)))
  return { zoom, x: width / 2 - (bounds.x + bounds.width / 2) * zoom, y: height / 2 - (bounds.y + bounds.height / 2) * zoom }
}

/** Whether a view is of everything, in a window of that size. Screen pixels. */
export function isOfAll(view: View, scene: Seen, [width, height]: Size): boolean {
  const whole = fittedScene(scene, width, height)
  return Math.abs(view.zoom / whole.zoom - 1) < 0.005 && Math.abs(view.x - whole.x) < 2 && Math.abs(view.y - whole.y) < 2
}

/** The view of the same middle after the window became another size. Screen pixels. */
export function resized(view: View, from: Size, to: Size): View {
  return { zoom: view.zoom, x: view.x + (to[0] - from[0]) / 2, y: view.y + (to[1] - from[1]) / 2 }
}

/** What of these subjects is on the scene, a tie with its ends, as one box; null where none of them is. Elements in `places` stand there. */
export function boundsOf(scene: Scene, subjects: readonly Id[], places?: ReadonlyMap<Id, Point> | null): Bounds | null {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  const reach = (x: number, y: number) => {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const reachCard = (id: Id) => {
    const standing = scene.elementById.get(id) ?? scene.noteById.get(id)
    if (!standing) return
    const [x, y] = places?.get(id) ?? standing.centre
    reach(x - standing.size[0] / 2, y - standing.size[1] / 2)
    reach(x + standing.size[0] / 2, y + standing.size[1] / 2)
  }
  for (const id of subjects) {
    reachCard(id)
    const area = scene.areaById.get(id)?.bounds
    if (area) {
      reach(area.x, area.y)
      reach(area.x + area.width, area.y + area.height)
    }
    const tie = scene.tieById.get(id)
    if (!tie) continue
    reachCard(tie.from)
    reachCard(tie.to)
    // On the line itself: the points that bend it may lie far out.
    for (const share of ALONG) reach(...pointAt(tie.curve, share))
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top }
}

/** The part of the world that a window shows. */
export function shownIn(view: View, width: number, height: number): Bounds {
  return { x: -view.x / view.zoom, y: -view.y / view.zoom, width: width / view.zoom, height: height / view.zoom }
}

export function isWithin(inner: Bounds, outer: Bounds): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height
}

/** How far to move a window from `low` to `high` so that it holds what lies between two places: as little as will do. */
function step(from: number, to: number, low: number, high: number): number {
  if (to - from > high - low) return (from + to - low - high) / 2
  return from < low ? from - low : Math.max(0, to - high)
}

/**
 * Where to fly so that these bounds can be seen and read; null where they already can. What lies near by comes in at the edge, and the
 * rest of the map stays in sight; what is further off comes to the middle.
 */
export function flight(bounds: Bounds, view: View, width: number, height: number): View | null {
  const margin = 24 / view.zoom
  const wide = { x: bounds.x - margin, y: bounds.y - margin, width: bounds.width + 2 * margin, height: bounds.height + 2 * margin }
  const isSeen = isWithin(wide, shownIn(view, width, height))
  /** With nothing of it under the buttons: what is gone to has the focus, which is never covered. */
  const clear = (to: View): View => ({ ...to, y: to.y - intoCorner(bounds.x + bounds.width, bounds.y + bounds.height, to, width, height)[1] })
  if (isSeen && view.zoom >= READABLE * 0.6 && clear(view).y === view.y) return null
  const whole = fitted({ x: bounds.x - 60, y: bounds.y - 60, width: bounds.width + 120, height: bounds.height + 120 }, width, height, MOST_ZOOM)
  const zoom = Math.min(whole.zoom, Math.max(view.zoom, READABLE))
  const shown = shownIn(view, width, height)
  const dx = step(wide.x, wide.x + wide.width, shown.x, shown.x + shown.width) * zoom
  const dy = step(wide.y, wide.y + wide.height, shown.y, shown.y + shown.height) * zoom
  if (zoom === view.zoom && Math.abs(dx) <= width / 2 && Math.abs(dy) <= height / 2) return clear({ zoom, x: view.x - dx, y: view.y - dy })
  return { zoom, x: width / 2 - (bounds.x + bounds.width / 2) * zoom, y: height / 2 - (bounds.y + bounds.height / 2) * zoom }
}
