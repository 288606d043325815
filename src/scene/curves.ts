import type { Point } from '../model/records.ts'
import type { Bounds } from './scene.ts'

/** One quadratic: where it starts, its control point, where it ends. */
export type Curve = readonly [start: Point, control: Point, end: Point]

const SAMPLES = 24

/** A number for path data: two decimals, no trailing zeros. */
export const n = (value: number): string => String(Math.round(value * 100) / 100 || 0)
export const xy = (p: Point): string => `${n(p[0])} ${n(p[1])}`

export function pointAt([a, c, b]: Curve, t: number): Point {
  const s = 1 - t
  return [s * s * a[0] + 2 * s * t * c[0] + t * t * b[0], s * s * a[1] + 2 * s * t * c[1] + t * t * b[1]]
}

/** The unit tangent at t; along the chord where the curve stands still. */
export function tangentAt([a, c, b]: Curve, t: number): Point {
  let x = (1 - t) * (c[0] - a[0]) + t * (b[0] - c[0])
  let y = (1 - t) * (c[1] - a[1]) + t * (b[1] - c[1])
  let length = Math.hypot(x, y)
  if (length < 1e-9) {
    x = b[0] - a[0]
    y = b[1] - a[1]
    length = Math.hypot(x, y)
  }
  return length < 1e-9 ? [1, 0] : [x / length, y / length]
}

/** A curve with its length, measured once, so that places along it can be found by distance. */
export interface Measured {
  readonly curve: Curve
  readonly length: number
  /** Length up to each of 25 even steps of t. */
  readonly upTo: readonly number[]
}

export function measuredCurve(curve: Curve): Measured {
  const upTo = [0]
  let before = curve[0]
  let length = 0
  for (let i = 1; i <= SAMPLES; i++) {
    const point = pointAt(curve, i / SAMPLES)
    length += Math.hypot(point[0] - before[0], point[1] - before[1])
    upTo.push(length)
    before = point
  }
  return { curve, length, upTo }
}

/** t at a distance from the start, held within the curve. */
export function tAt({ length, upTo }: Measured, distance: number): number {
  if (distance <= 0 || length === 0) return 0
  if (distance >= length) return 1
  let i = 1
  while ((upTo[i] as number) < distance) i++
  const from = upTo[i - 1] as number
  const to = upTo[i] as number
  return (i - 1 + (distance - from) / (to - from || 1)) / SAMPLES
}

/** The part of a curve between two values of t. */
function part([a, c, b]: Curve, from: number, to: number): Curve {
  const start = pointAt([a, c, b], from)
  const end = pointAt([a, c, b], to)
  const s = 1 - from
  const control: Point = [
    s * (1 - to) * a[0] + (s * to + from * (1 - to)) * c[0] + from * to * b[0],
    s * (1 - to) * a[1] + (s * to + from * (1 - to)) * c[1] + from * to * b[1],
  ]
  return [start, control, end]
}

/** The part of a curve between two distances from its start. */
export function between(measured: Measured, from: number, to: number): Curve {
  return part(measured.curve, tAt(measured, from), tAt(measured, to))
}

export const curveData = ([a, c, b]: Curve): string => `M${xy(a)}Q${xy(c)} ${xy(b)}`

/** The box of the three points: never smaller than the curve's own. */
export function curveBounds([a, c, b]: Curve, grow = 0): Bounds {
  const x = Math.min(a[0], c[0], b[0]) - grow
  const y = Math.min(a[1], c[1], b[1]) - grow
  return { x, y, width: Math.max(a[0], c[0], b[0]) + grow - x, height: Math.max(a[1], c[1], b[1]) + grow - y }
}

/** The curve through a bow: `bow` is how far the middle stands off the chord, to the left of start → end. */
export function bowed(start: Point, end: Point, bow: number): Curve {
  const dx = end[0] - start[0]
  const dy = end[1] - start[1]
  const length = Math.hypot(dx, dy) || 1
  return [start, [(start[0] + end[0]) / 2 - (dy / length) * 2 * bow, (start[1] + end[1]) / 2 + (dx / length) * 2 * bow], end]
}

export function circleData(x: number, y: number, r: number): string {
  const k = r * 0.5523
  return `M${n(x - r)} ${n(y)}C${n(x - r)} ${n(y - k)} ${n(x - k)} ${n(y - r)} ${n(x)} ${n(y - r)}C${n(x + k)} ${n(y - r)} ${n(x + r)} ${n(y - k)} ${n(x + r)} ${n(y)}C${n(x + r)} ${n(y + k)} ${n(x + k)} ${n(y + r)} ${n(x)} ${n(y + r)}C${n(x - k)} ${n(y + r)} ${n(x - r)} ${n(y + k)} ${n(x - r)} ${n(y)}Z`
}

export function roundedData(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2)
  const k = r * 0.4477
  const [right, bottom] = [x + width, y + height]
  return (
    `M${n(x + r)} ${n(y)}H${n(right - r)}C${n(right - k)} ${n(y)} ${n(right)} ${n(y + k)} ${n(right)} ${n(y + r)}` +
    `V${n(bottom - r)}C${n(right)} ${n(bottom - k)} ${n(right - k)} ${n(bottom)} ${n(right - r)} ${n(bottom)}` +
    `H${n(x + r)}C${n(x + k)} ${n(bottom)} ${n(x)} ${n(bottom - k)} ${n(x)} ${n(bottom - r)}` +
    `V${n(y + r)}C${n(x)} ${n(y + k)} ${n(x + k)} ${n(y)} ${n(x + r)} ${n(y)}Z`
  )
}

/** Path data with every number multiplied: for data without arcs, whose flags are no lengths. */
export function scaledData(d: string, by: number): string {
  return by === 1 ? d : d.replace(/-?\d*\.?\d+/g, (value) => n(Number(value) * by))
}
