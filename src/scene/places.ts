import type { Point, Size } from '../model/records.ts'
import { endOf, pointAt } from './curves.ts'
import { around, overlapOf, type Obstacles } from './rectangles.ts'
import type { Bounds, Curve } from './scene.ts'

/** Where along a tie a chip may stand, and a label: the middle first. VOCABULARY §3. */
export const CHIP_PLACES: readonly number[] = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8]
const LABEL_PLACES: readonly number[] = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72]

/** Where no place on the line is clear, a label stands above or below it, at these distances; or to its left or right, this far off. */
const BESIDE: readonly number[] = [-16, 16, -30, 30, -42, 42, -56, 56]
const BESIDE_AT: readonly number[] = [0.5, 0.35, 0.65, 0.2, 0.8]
const AWAY = 8

/** The clearest place for a label: on the line where one is clear, else just beside it. On a loop a label would hide most of it. */
export function clearestBeside(curve: Curve, size: Size, obstacles: Obstacles): Point {
  const isLoop = curve.length > 3
  const on = isLoop ? { at: pointAt(curve, 0.5), cost: Infinity } : clearest(curve, size, LABEL_PLACES, obstacles)
  let best = on.at
  let least = on.cost
  if (least < 1) return best
  const outwards = pointAt(curve, 0.5)[1] < endOf(curve)[1] ? BESIDE : BESIDE.map((off) => -off)
  const look = (t: number, at: Point, far: number) => {
    const cost = 2 * Math.abs(t - 0.5) + far + covered(around(at, size, 2), obstacles)
    if (cost < least) [least, best] = [cost, at]
  }
  for (const t of BESIDE_AT) {
    const [x, y] = pointAt(curve, t)
    for (const off of isLoop ? outwards : BESIDE) look(t, [x, y + off], Math.abs(off) / 40)
    for (const side of [-1, 1]) look(t, [x + side * (size[0] / 2 + AWAY), y], 0.5)
  }
  return best
}

export function covered(place: Bounds, obstacles: Obstacles): number {
  let cost = 0
  for (const other of obstacles.under(place)) cost += 1 + overlapOf(place, other) / 40
  return cost
}

/** The best of these places along a curve for something of this size, clear of cards and of what was put before it. Cost 2·|t − .5| + (1 + area/40) for each thing overlapped. */
export function clearest(curve: Curve, size: Size, places: readonly number[], obstacles: Obstacles): { readonly t: number; readonly at: Point; readonly cost: number } {
  let best = { t: 0.5, at: pointAt(curve, 0.5), cost: Infinity }
  for (const t of places) {
    const at = pointAt(curve, t)
    const cost = 2 * Math.abs(t - 0.5) + covered(around(at, size, 2), obstacles)
    if (cost < best.cost) best = { t, at, cost }
  }
  return best
}
