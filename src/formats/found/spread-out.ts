import type { Point } from '../../model/records.ts'

/** World units between the centres of two cards that stand side by side with air. */
const APART = 190
/** Elements that the distance is taken from: each is compared with its neighbours along one axis. */
const LOOKED_AT = 400
const MOST = 40

/**
 * The places of a file at the size of our cards: other tools draw points, and put them closer. All are moved apart alike, from the corner at 0, 0, so
 * that the picture stays the same, until the usual element has room; what is roomy already stays as it is. Elements without a place keep none. What
 * stands `beside` them follows, at the end of the list.
 */
export function spreadOut(elements: readonly (Point | null)[], beside: readonly Point[] = []): readonly (Point | null)[] {
  const points = [...elements, ...beside]
  const placed = points.filter((point) => point !== null)
  if (placed.length === 0) return points
  const usual = usualDistance(elements.filter((point) => point !== null))
  const by = usual <= 0 ? 1 : Math.min(MOST, Math.max(1, APART / usual))
  const reach = placed.reduce((most, [x, y]) => Math.max(most, Math.abs(x), Math.abs(y)), 0)
  // Places past what a whole number of units can hold would be none.
  const within = reach * by > 1e9 ? 1e9 / reach : by
  return points.map((point) => point && [Math.round(point[0] * within) + 0, Math.round(point[1] * within) + 0])
}

/** The middle of the distances to the nearest other element, two in the same place left out. */
function usualDistance(points: readonly Point[]): number {
  const sorted = points.toSorted((a, b) => a[0] - b[0])
  const step = Math.max(1, Math.floor(sorted.length / LOOKED_AT))
  const nearest: number[] = []
  for (let i = 0; i < sorted.length; i += step) {
    const here = sorted[i]
    if (!here) continue
    let best = Infinity
    for (const way of [-1, 1]) {
      for (let j = i + way; j >= 0 && j < sorted.length; j += way) {
        const other = sorted[j]
        if (!other || Math.abs(other[0] - here[0]) >= best) break
        const far = Math.hypot(other[0] - here[0], other[1] - here[1])
        if (far > 0 && far < best) best = far
      }
    }
    if (Number.isFinite(best)) nearest.push(best)
  }
  return nearest.toSorted((a, b) => a - b)[Math.floor(nearest.length / 2)] ?? 0
}
