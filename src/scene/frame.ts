import type { Point, Size } from '../model/records.ts'
import { circleData, n } from './curves.ts'
import type { Colour, Mark } from './marks.ts'
import { faded } from './palette.ts'
import type { Bounds } from './scene.ts'

/** The graduated edge of a chart, in the units of `bounds`. */
const GRADUATION = 28
const GUTTER = 8

/** The neatline round a map: two lines, and between them a scale of even dashes. */
export function frameMarks({ x, y, width, height }: Bounds): readonly Mark[] {
  const rect = (by: number) => `M${n(x + by)} ${n(y + by)}H${n(x + width - by)}V${n(y + height - by)}H${n(x + by)}Z`
  const middle = GUTTER / 2
  const dashes = (length: number): readonly number[] => {
    const pairs = Math.max(1, Math.round(length / (2 * GRADUATION)))
    return [length / (2 * pairs), length / (2 * pairs)]
  }
  const across = width - GUTTER
  const down = height - GUTTER
  const side = (d: string, length: number): Mark => ({ is: 'path', d, stroke: 'coast', width: 3, dash: dashes(length), cap: 'butt' })
  return [
    { is: 'path', d: rect(0), stroke: 'coast', width: 1 },
    { is: 'path', d: rect(GUTTER), stroke: 'coast', width: 1 },
    side(`M${n(x + middle)} ${n(y + middle)}H${n(x + middle + across)}`, across),
    side(`M${n(x + middle)} ${n(y + height - middle)}H${n(x + middle + across)}`, across),
    side(`M${n(x + middle)} ${n(y + middle)}V${n(y + middle + down)}`, down),
    side(`M${n(x + width - middle)} ${n(y + middle)}V${n(y + middle + down)}`, down),
  ]
}

const TICKS = 72
/** Range rings are further from the eye than the rose. */
const FAR = faded(0.6, 'coast')

/** Range rings and a compass rose round the one in the middle. */
export function compassMarks([x, y]: Point, [width, height]: Size): readonly Mark[] {
  const r = Math.max(104, Math.hypot(width, height) / 2 + 24)
  let ticks = ''
  for (let i = 0; i < TICKS; i++) {
    const angle = (i / TICKS) * 2 * Math.PI
    const reach = i % 18 === 0 ? 18 : i % 6 === 0 ? 11 : i % 2 === 0 ? 6 : 0
    if (!reach) continue
    const [ux, uy] = [Math.sin(angle), -Math.cos(angle)]
    ticks += `M${n(x + ux * r)} ${n(y + uy * r)}L${n(x + ux * (r + reach))} ${n(y + uy * (r + reach))}`
  }
  const ring = (radius: number, stroke: Colour): Mark => ({ is: 'path', d: circleData(x, y, radius), stroke, width: 1 })
  return [ring(r, 'coast'), ring(r + 6, 'coast'), { is: 'path', d: ticks, stroke: 'coast', width: 1 }, ring(r * 1.8, FAR), ring(r * 2.3, FAR)]
}
