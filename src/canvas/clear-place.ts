import type { Point, Size } from '../model/records.ts'
import { hitIndexOf } from '../scene/hit.ts'
import type { Bounds, Scene } from '../scene/scene.ts'

/** Tried from the middle outwards, in shares of the window: where people look first. */
const SHARES: readonly number[] = [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.38, -0.38]
/** How much worse it is to lie on a card or on words than on a tie, and than to be a window away from the middle. */
const COVERED = 100
const AWAY = 8

/** Kept so that all of it is shown, with some paper round it; what is larger than the window stands in its middle. */
function within(at: number, middle: number, shown: number, size: number): number {
  const reach = Math.max(0, shown * 0.46 - size / 2)
  return Math.max(middle - reach, Math.min(middle + reach, at))
}

/** The middle of a box of this size within what is shown: where it covers least, and of such places the one nearest to the middle of the window. */
export function clearPlace(scene: Scene, shown: Bounds, [width, height]: Size): Point {
  const [midX, midY] = [shown.x + shown.width / 2, shown.y + shown.height / 2]
  const index = hitIndexOf(scene)
  let best: Point = [midX, midY]
  let least = Infinity
  for (const dx of SHARES) {
    for (const dy of SHARES) {
      const [x, y] = [within(midX + dx * shown.width, midX, shown.width, width), within(midY + dy * shown.height, midY, shown.height, height)]
      const { elements, notes, ties } = index.inSight({ x: x - width / 2, y: y - height / 2, width, height })
      const cost = COVERED * (elements.length + notes.length) + ties.length + AWAY * Math.hypot(dx, dy)
      if (cost < least) {
        least = cost
        best = [x, y]
      }
    }
  }
  return best
}
