import type { Point, Size } from '../model/records.ts'
import { pointAt, type Curve } from './curves.ts'
import { around, overlapOf, type Obstacles } from './rectangles.ts'

/** Where along a tie a chip may stand, and a label: the middle first. VOCABULARY §3. */
export const CHIP_PLACES: readonly number[] = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8]
export const LABEL_PLACES: readonly number[] = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72]

/** The best of these places along a curve for something of this size, clear of cards and of what was put before it. Cost 2·|t − .5| + (1 + area/40) for each thing overlapped. */
export function clearest(curve: Curve, size: Size, places: readonly number[], obstacles: Obstacles): { readonly t: number; readonly at: Point } {
  let best = { t: 0.5, at: pointAt(curve, 0.5), cost: Infinity }
  for (const t of places) {
    const at = pointAt(curve, t)
    const place = around(at, size, 2)
    let cost = 2 * Math.abs(t - 0.5)
    for (const other of obstacles.under(place)) cost += 1 + overlapOf(place, other) / 40
    if (cost < best.cost) best = { t, at, cost }
  }
  return best
}
