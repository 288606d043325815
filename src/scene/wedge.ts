import type { Point } from '../model/records.ts'
import { between, circleData, curveData, measuredCurve, n, pointAt, tangentAt, tAt, type Measured } from './curves.ts'
import type { Colour, Mark } from './marks.ts'
import type { Curve } from './scene.ts'

export const WEDGE_PATTERNS = ['solid', 'dash', 'saw'] as const
export type WedgePattern = (typeof WEDGE_PATTERNS)[number]

/** A tie as wide at each end as that end says it is. */
export interface Wedge {
  readonly widths: readonly [from: number, to: number]
  /** What each half is made of: that end's quality. */
  readonly patterns: readonly [from: WedgePattern, to: WedgePattern]
  readonly colour: Colour
}

const wedges = new Map<string, Wedge>()

/** The same numbers give the same wedge. */
export function wedge(widths: Wedge['widths'], patterns: Wedge['patterns'], colour: Colour, key: string): Wedge {
  const name = `${widths.join(' ')} ${patterns.join(' ')} ${key}`
  let found = wedges.get(name)
  if (!found) wedges.set(name, (found = { widths, patterns, colour }))
  return found
}

/** Each end shows its own width this far; between, one passes into the other. A linear taper would show it at the point alone. */
const SHOWN = 0.25
/** An end that says there is no tie closes to this, and to a ring so far from its card. */
const POINT = 0.9
const RING = 4.6
const RING_OFF = 7
const HALO_OFF = 14
const HALO_MORE = 4.5
const DASH = 15
const DASH_DRAWN = 0.7
const TOOTH = 10
const SAMPLES = 20

/** Width at a share of the way: level, smooth step, level. */
function widthAt({ widths: [from, to] }: Wedge, share: number): number {
  const [a, b] = [Math.max(POINT, from), Math.max(POINT, to)]
  const t = Math.max(0, Math.min(1, (share - SHOWN) / (1 - 2 * SHOWN)))
  return a + (b - a) * t * t * (3 - 2 * t)
}

/** Points at a share of the way, so far off the middle line on either side. */
function offAt(whole: Measured, share: number, off: number): Point {
  const t = tAt(whole, share * whole.length)
  const [x, y] = pointAt(whole.curve, t)
  const [tx, ty] = tangentAt(whole.curve, t)
  return [x - ty * off, y + tx * off]
}

const closed = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`

/** The part of a wedge between two shares of the way, as one shape. */
function slab(whole: Measured, of: Wedge, from: number, to: number): string {
  const steps = Math.max(1, Math.ceil((to - from) * SAMPLES))
  const shares = Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps)
  return closed([...shares.map((share) => offAt(whole, share, widthAt(of, share) / 2)), ...shares.reverse().map((share) => offAt(whole, share, -widthAt(of, share) / 2))])
}

/** A zigzag band about the middle line, as thick as that end is strong. */
function teeth(whole: Measured, of: Wedge, from: number, to: number): string {
  const count = Math.max(2, 2 * Math.round(((to - from) * whole.length) / TOOTH))
  const edge = (side: 1 | -1) => Array.from({ length: count + 1 }, (_, i) => {
    const share = from + ((to - from) * i) / count
    const width = widthAt(of, share)
    const high = i === 0 || i === count ? 0 : (i % 2 ? 1 : -1) * Math.max(3, 0.45 * width + 1.2)
    return offAt(whole, share, high + (side * Math.max(1.3, 0.72 * width)) / 2)
  })
  return closed([...edge(1), ...edge(-1).reverse()])
}

function half(whole: Measured, of: Wedge, end: 0 | 1): string {
  const [from, to] = end === 0 ? [0, 0.5] : [0.5, 1]
  const pattern = of.patterns[end]
  if (pattern === 'saw') return teeth(whole, of, from, to)
  if (pattern === 'solid') return slab(whole, of, from, to)
  const count = Math.max(1, Math.round((0.5 * whole.length) / DASH))
  const pitch = 0.5 / count
  // Dashes begin at the card of their own end.
  return Array.from({ length: count }, (_, i) => (end === 0 ? slab(whole, of, i * pitch, (i + DASH_DRAWN) * pitch) : slab(whole, of, 1 - (i + DASH_DRAWN) * pitch, 1 - i * pitch))).join('')
}

/** A wedge along a tie, from the back to the front. */
export function wedgeMarks(curve: Curve, of: Wedge, hasHalo: boolean): readonly Mark[] {
  const whole = measuredCurve(curve)
  const marks: Mark[] = []
  if (hasHalo && whole.length > 2 * HALO_OFF + 4) {
    marks.push({ is: 'path', part: 'halo', d: curveData(between(whole, HALO_OFF, whole.length - HALO_OFF)), stroke: 'paper', width: Math.max(...of.widths) + HALO_MORE })
  }
  marks.push({ is: 'path', part: 'line', d: half(whole, of, 0) + half(whole, of, 1), fill: of.colour })
  for (const end of [0, 1] as const) {
    if (of.widths[end] > 0) continue
    const [x, y] = pointAt(curve, tAt(whole, end === 0 ? RING_OFF : whole.length - RING_OFF))
    marks.push({ is: 'path', part: 'bead', d: circleData(x, y, RING), fill: 'paper', stroke: of.colour, width: 1.8 })
  }
  return marks
}
