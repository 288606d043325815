import type { Point } from '../model/records.ts'
import type { Bounds, Curve } from './scene.ts'

export type Quadratic = readonly [start: Point, control: Point, end: Point]

const SAMPLES = 24

/** A number for path data: two decimals, no trailing zeros. */
export const n = (value: number): string => String(Math.round(value * 100) / 100 || 0)
export const xy = (p: Point): string => `${n(p[0])} ${n(p[1])}`

export const endOf = (curve: Curve): Point => curve[curve.length - 1] as Point

/** The quadratic of a curve that t falls in, and where in it. Each of them takes an equal share of t. */
function stretch(curve: Curve, t: number): readonly [Quadratic, number] {
  if (curve.length === 3) return [curve as unknown as Quadratic, t]
  const count = (curve.length - 1) / 2
  const i = Math.min(count - 1, Math.max(0, Math.floor(t * count)))
  return [quadratic(curve, i), t * count - i]
}

const quadratic = (curve: Curve, i: number): Quadratic => [curve[2 * i] as Point, curve[2 * i + 1] as Point, curve[2 * i + 2] as Point]

export function pointAt(curve: Curve, at: number): Point {
  const [[a, c, b], t] = stretch(curve, at)
  const s = 1 - t
  return [s * s * a[0] + 2 * s * t * c[0] + t * t * b[0], s * s * a[1] + 2 * s * t * c[1] + t * t * b[1]]
}

/** The unit tangent at t; along the chord where the curve stands still. */
export function tangentAt(curve: Curve, at: number): Point {
  const [[a, c, b], t] = stretch(curve, at)
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
function part(curve: Curve, from: number, to: number): Curve {
  const count = (curve.length - 1) / 2
  if (count === 1) return quadraticPart(curve as unknown as Quadratic, from, to)
  const points: Point[] = []
  for (let i = 0; i < count; i++) {
    const [low, high] = [Math.max(0, from * count - i), Math.min(1, to * count - i)]
    if (low >= high) continue
    const [start, control, end] = quadraticPart(quadratic(curve, i), low, high)
    if (points.length === 0) points.push(start)
    points.push(control, end)
  }
  const at = pointAt(curve, from)
  return points.length > 2 ? (points as unknown as Curve) : [at, at, at]
}

function quadraticPart([a, c, b]: Quadratic, from: number, to: number): Quadratic {
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

export function curveData(curve: Curve): string {
  let data = `M${xy(curve[0])}`
  for (let i = 1; i < curve.length; i += 2) data += `Q${xy(curve[i] as Point)} ${xy(curve[i + 1] as Point)}`
  return data
}

/** The box of all its points: never smaller than the curve's own. */
export function curveBounds(curve: Curve, grow = 0): Bounds {
  let [left, top] = curve[0]
  let [right, bottom] = curve[0]
  for (const [x, y] of curve) {
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return { x: left - grow, y: top - grow, width: right - left + 2 * grow, height: bottom - top + 2 * grow }
}

/** A curve that leads smoothly along a line of points, from the first to the last: it touches each stretch between two others at its middle. */
export function smoothed(points: readonly [Point, Point, ...Point[]]): Curve {
  const inner = points.slice(1, -1)
  const curve: Point[] = [points[0]]
  inner.forEach((control, i) => {
    const next = inner[i + 1]
    curve.push(control, next ? [(control[0] + next[0]) / 2, (control[1] + next[1]) / 2] : (points[points.length - 1] as Point))
  })
  return curve as unknown as Curve
}

/** The curve through a bow: `bow` is how far the middle stands off the chord, to the left of start → end. */
export function bowed(start: Point, end: Point, bow: number): Quadratic {
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
