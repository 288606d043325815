import type { Point, Size } from '../model/records.ts'
import { hitIndexOf } from '../scene/hit.ts'
import type { Bounds, Scene } from '../scene/scene.ts'

/** Tried outwards from the middle, in shares of the window: where people look first. */
const SHARES: readonly number[] = [0, 0.12, -0.12, 0.24, -0.24, 0.34, -0.34]

/** The middle of a box of this size within what is shown, clear of cards and notes; the middle of the window where nothing is clear. */
export function clearPlace(scene: Scene, shown: Bounds, [width, height]: Size): Point {
  const [midX, midY] = [shown.x + shown.width / 2, shown.y + shown.height / 2]
  const tried = SHARES.flatMap((dx) => SHARES.map((dy) => ({ at: [midX + dx * shown.width, midY + dy * shown.height] as Point, off: Math.hypot(dx, dy) }))).sort((a, b) => a.off - b.off)
  const index = hitIndexOf(scene)
  const isClear = ([x, y]: Point) => !index.within({ x: x - width / 2, y: y - height / 2, width, height }).some(({ is }) => is === 'element' || is === 'note')
  return tried.find(({ at }) => isClear(at))?.at ?? [midX, midY]
}
