import type { Point } from '../model/records.ts'

/** The convex hull of points, anticlockwise with y up, without its middle points (Andrew's monotone chain, O(n log n)). */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  if (sorted.length < 3) return sorted
  const chain = (list: readonly Point[]): Point[] => {
    const hull: Point[] = []
    for (const point of list) {
      while (hull.length >= 2 && turn(hull.at(-2) as Point, hull.at(-1) as Point, point) <= 0) hull.pop()
      hull.push(point)
    }
    hull.pop()
    return hull
  }
  return [...chain(sorted), ...chain(sorted.toReversed())]
}

/** Whether a point lies in a hull, or within `margin` of it. */
export function isInHull(hull: readonly Point[], [x, y]: Point, margin: number): boolean {
  let isInside = hull.length >= 3
  for (let i = 0; i < hull.length; i++) {
    const a = hull[i] as Point
    const b = hull[(i + 1) % hull.length] as Point
    if (turn(a, b, [x, y]) < 0) isInside = false
    const dx = b[0] - a[0]
    const dy = b[1] - a[1]
    const along = dx * dx + dy * dy
    const t = along === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / along))
    if (Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy) <= margin) return true
  }
  return isInside
}

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}
