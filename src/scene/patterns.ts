import type { Slot } from '../model/kinds.ts'
import type { Point } from '../model/records.ts'
import { circleData } from './curves.ts'
import { clipped, contains, polygonData, type Polygon } from './polygons.ts'

/** What a slot's band is textured with, drawn in paper on its colour; slot 1 is solid. Distances are those of VOCABULARY §1. */
type Pattern =
  | { readonly is: 'stripes'; readonly every: number; readonly thick: number; readonly degrees: number }
  | { readonly is: 'dots'; readonly every: number; readonly r: number }
  | { readonly is: 'grid'; readonly every: number; readonly thick: number }
  | { readonly is: 'chevrons'; readonly every: number; readonly thick: number }

const PATTERNS: Partial<Record<Slot, Pattern>> = {
  2: { is: 'stripes', every: 5, thick: 1.6, degrees: 45 },
  3: { is: 'stripes', every: 4, thick: 1.3, degrees: 90 },
  4: { is: 'dots', every: 5, r: 1.15 },
  5: { is: 'stripes', every: 4, thick: 1.4, degrees: 0 },
  6: { is: 'stripes', every: 5, thick: 2.2, degrees: -45 },
  7: { is: 'grid', every: 5, thick: 1.2 },
  8: { is: 'chevrons', every: 5, thick: 1.5 },
}

function box(band: Polygon): readonly [x0: number, y0: number, x1: number, y1: number] {
  const xs = band.map((p) => p[0])
  const ys = band.map((p) => p[1])
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Bars at an angle across a box, each as a polygon; `offset` shifts them across. */
function stripes(band: Polygon, every: number, thick: number, degrees: number): Polygon[] {
  const [x0, y0, x1, y1] = box(band)
  const angle = (degrees * Math.PI) / 180
  const [ux, uy] = [Math.cos(angle), -Math.sin(angle)]
  const [vx, vy] = [-uy, ux]
  const middle: Point = [(x0 + x1) / 2, (y0 + y1) / 2]
  const reach = Math.hypot(x1 - x0, y1 - y0) / 2 + every
  const bars: Polygon[] = []
  for (let at = -Math.ceil(reach / every) * every + every / 2; at <= reach; at += every) {
    const [cx, cy] = [middle[0] + vx * at, middle[1] + vy * at]
    const [tx, ty] = [(vx * thick) / 2, (vy * thick) / 2]
    const bar: Polygon = [
      [cx - ux * reach - tx, cy - uy * reach - ty], [cx + ux * reach - tx, cy + uy * reach - ty],
      [cx + ux * reach + tx, cy + uy * reach + ty], [cx - ux * reach + tx, cy - uy * reach + ty],
    ]
    bars.push(bar)
  }
  return bars
}

function chevrons(band: Polygon, every: number, thick: number): Polygon[] {
  const [x0, y0, x1, y1] = box(band)
  const middle = (x0 + x1) / 2
  const rise = (x1 - x0) / 2
  const drawn: Polygon[] = []
  for (let y = y0 - rise; y <= y1 + rise; y += every) {
    drawn.push([[x0, y], [middle, y - rise], [middle, y - rise + thick], [x0, y + thick]])
    drawn.push([[middle, y - rise], [x1, y], [x1, y + thick], [middle, y - rise + thick]])
  }
  return drawn
}

function dots(band: Polygon, every: number, r: number): string {
  const [x0, y0, x1, y1] = box(band)
  let d = ''
  for (let x = x0 + every / 2; x < x1; x += every) {
    for (let y = y0 + every / 2; y < y1; y += every) {
      const isInside = ([[r, 0], [-r, 0], [0, r], [0, -r]] as const).every(([dx, dy]) => contains(band, [x + dx, y + dy]))
      if (isInside) d += circleData(x, y, r)
    }
  }
  return d
}

/** The texture of a slot within a band, as path data to fill with paper; empty for a solid band or none. */
export function patternData(slot: Slot, band: Polygon): string {
  const pattern = PATTERNS[slot]
  if (!pattern) return ''
  if (pattern.is === 'dots') return dots(band, pattern.every, pattern.r)
  const bars =
    pattern.is === 'stripes' ? stripes(band, pattern.every, pattern.thick, pattern.degrees)
    : pattern.is === 'grid' ? [...stripes(band, pattern.every, pattern.thick, 0), ...stripes(band, pattern.every, pattern.thick, 90)]
    : chevrons(band, pattern.every, pattern.thick)
  return bars.map((bar) => clipped(bar, band)).filter((bar) => bar.length > 2).map(polygonData).join('')
}
