import type { Point } from '../model/records.ts'
import { xy } from './curves.ts'

/** Corners in order, clockwise on screen; convex wherever a function says so. */
export type Polygon = readonly Point[]

export const polygonData = (polygon: Polygon): string => (polygon.length ? `M${polygon.map(xy).join('L')}Z` : '')

const side = (a: Point, b: Point, p: Point): number => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

/** What of one polygon lies in a convex one (Sutherland and Hodgman 1974). */
export function clipped(subject: Polygon, convex: Polygon): Polygon {
  let kept: Point[] = [...subject]
  for (let i = 0; i < convex.length && kept.length; i++) {
    const a = convex[i] as Point
    const b = convex[(i + 1) % convex.length] as Point
    const next: Point[] = []
    for (let j = 0; j < kept.length; j++) {
      const p = kept[j] as Point
      const q = kept[(j + 1) % kept.length] as Point
      const [sp, sq] = [side(a, b, p), side(a, b, q)]
      if (sp >= 0) next.push(p)
      if (sp > 0 !== sq > 0 && sp !== sq && sp !== 0 && sq !== 0) {
        const t = sp / (sp - sq)
        next.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])])
      }
    }
    kept = next
  }
  return kept
}

/** The convex hull, clockwise on screen (Andrew 1979), O(n log n). */
export function hullOf(points: readonly Point[]): Polygon {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  if (sorted.length < 3) return sorted
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const p of list) {
      while (chain.length > 1 && side(chain[chain.length - 2] as Point, chain[chain.length - 1] as Point, p) <= 0) chain.pop()
      chain.push(p)
    }
    chain.pop()
    return chain
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

/** Whether a point lies in a convex polygon, its edge included. */
export function contains(convex: Polygon, p: Point): boolean {
  for (let i = 0; i < convex.length; i++) {
    if (side(convex[i] as Point, convex[(i + 1) % convex.length] as Point, p) < -1e-6) return false
  }
  return convex.length > 2
}

/** A convex outline as a ruler: places on it by distance along it, and back. */
export interface Perimeter {
  readonly polygon: Polygon
  readonly upTo: readonly number[]
  readonly length: number
}

export function perimeterOf(polygon: Polygon): Perimeter {
  const upTo = [0]
  let length = 0
  polygon.forEach((p, i) => {
    const q = polygon[(i + 1) % polygon.length] as Point
    length += Math.hypot(q[0] - p[0], q[1] - p[1])
    upTo.push(length)
  })
  return { polygon, upTo, length }
}

export function placeOn({ polygon, upTo, length }: Perimeter, distance: number): Point {
  const at = ((distance % length) + length) % length
  let i = 0
  while (i < polygon.length - 1 && (upTo[i + 1] as number) < at) i++
  const p = polygon[i] as Point
  const q = polygon[(i + 1) % polygon.length] as Point
  const from = upTo[i] as number
  const t = (at - from) / ((upTo[i + 1] as number) - from || 1)
  return [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]
}

/** Where a ray from the middle (0, 0) leaves a convex outline, as a distance along it. */
export function distanceTowards({ polygon, upTo }: Perimeter, x: number, y: number): number {
  for (let i = 0; i < polygon.length; i++) {
    const p = polygon[i] as Point
    const q = polygon[(i + 1) % polygon.length] as Point
    const [ex, ey] = [q[0] - p[0], q[1] - p[1]]
    const det = x * ey - y * ex
    if (Math.abs(det) < 1e-9) continue
    const along = (p[0] * ey - p[1] * ex) / det
    const across = (p[0] * y - p[1] * x) / det
    if (along >= 0 && across >= -1e-9 && across <= 1 + 1e-9) {
      return (upTo[i] as number) + Math.min(1, Math.max(0, across)) * ((upTo[i + 1] as number) - (upTo[i] as number))
    }
  }
  return 0
}
