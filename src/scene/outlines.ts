import type { ElementKind } from '../model/kinds.ts'
import type { Point } from '../model/records.ts'
import { roundedData } from './curves.ts'
import { polygonData, type Polygon } from './polygons.ts'

/** A card's shape about its centre: kind is shape, and nothing else is. */
export interface Outline {
  readonly d: string
  /** The same as a convex polygon, clockwise on screen. */
  readonly polygon: Polygon
}

/** How far a hexagon's or a flag's point reaches in, and how much an asset's corner loses. */
const POINT = 10
const ROUND_STEPS = 8

function rounded(width: number, height: number, radius: number): Outline {
  const [w, h] = [width / 2, height / 2]
  const r = Math.min(radius, w, h)
  const polygon: Point[] = []
  const corners: readonly (readonly [number, number, number])[] = [[w - r, r - h, -90], [w - r, h - r, 0], [r - w, h - r, 90], [r - w, r - h, 180]]
  for (const [x, y, from] of corners) {
    for (let i = 0; i <= ROUND_STEPS; i++) {
      const angle = ((from + (90 * i) / ROUND_STEPS) * Math.PI) / 180
      polygon.push([x + r * Math.cos(angle), y + r * Math.sin(angle)])
    }
  }
  return { d: roundedData(-w, -h, width, height, r), polygon }
}

const cornered = (polygon: Polygon): Outline => ({ d: polygonData(polygon), polygon })

export function outlineOf(kind: ElementKind, width: number, height: number): Outline {
  const [w, h] = [width / 2, height / 2]
  switch (kind) {
    case 'role':
      return rounded(width, height, height / 2)
    case 'people':
      return rounded(width, height, 8)
    case 'group':
      return cornered([[-w, 0], [POINT - w, -h], [w - POINT, -h], [w, 0], [w - POINT, h], [POINT - w, h]])
    case 'asset':
      return cornered([[-w, -h], [w, -h], [w, h - POINT], [w - POINT, h], [-w, h]])
    case 'outcome':
      return cornered([[-w, -h], [w - POINT, -h], [w, 0], [w - POINT, h], [-w, h]])
    case 'factor':
      return cornered([[-w, -h], [w, -h], [w, h], [-w, h]])
    case 'team':
    case 'organisation':
      return rounded(width, height, 2)
  }
}

const outlines = new Map<string, Outline>()

/** The same, kept: maps have few sizes and shapes. */
export function keptOutline(kind: ElementKind, width: number, height: number): Outline {
  const key = `${kind} ${width} ${height}`
  let found = outlines.get(key)
  if (!found) outlines.set(key, (found = outlineOf(kind, width, height)))
  return found
}
