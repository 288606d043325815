import type { Point } from '../model/records.ts'
import type { Bounds } from '../scene/scene.ts'
import type { View } from './camera.ts'

/** A map of this many elements has a minimap unless it is put away. */
const MANY = 150
/** So has a smaller one, of which less than this share is in sight. A handful of elements never needs one. */
const SHARE = 1 / 9
const FEW = 12
/** Room left round the map in its minimap, CSS px. */
const EDGE = 6

/** Whether the minimap is there before anybody asked for it or put it away. */
export function needsMinimap(elements: number, whole: Bounds, shown: Bounds): boolean {
  return elements >= MANY || (elements > FEW && shown.width * shown.height < whole.width * whole.height * SHARE)
}

/** The view that shows all of the map in a minimap of that size: no zoom is too far out for it. */
export function viewInMinimap(whole: Bounds, width: number, height: number): View {
  const zoom = Math.min((width - 2 * EDGE) / Math.max(1, whole.width), (height - 2 * EDGE) / Math.max(1, whole.height))
  return { zoom, x: width / 2 - (whole.x + whole.width / 2) * zoom, y: height / 2 - (whole.y + whole.height / 2) * zoom }
}

/** The point of the world that a point of the minimap stands for. */
export function worldAt(mini: View, [x, y]: Point): Point {
  return [(x - mini.x) / mini.zoom, (y - mini.y) / mini.zoom]
}

/** The view with that point of the world in the middle of its window. */
export function centredOn([x, y]: Point, zoom: number, width: number, height: number): View {
  return { zoom, x: width / 2 - x * zoom, y: height / 2 - y * zoom }
}
