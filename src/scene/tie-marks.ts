import type { Polarity, TieKind } from '../model/kinds.ts'
import type { Point } from '../model/records.ts'
import { between, circleData, curveData, endOf, measuredCurve, n, pointAt, tangentAt, tAt, xy, type Measured } from './curves.ts'
import type { Colour, Mark, TextMark } from './marks.ts'
import type { Curve } from './scene.ts'
import type { TieLook } from './tie-look.ts'
import { wedgeMarks } from './wedge.ts'

/** What of a tie's record is drawn. */
export interface TieShape {
  readonly kind: TieKind
  readonly isMutual: boolean
  readonly polarity: Polarity | null
  readonly isDelayed: boolean
}

/** How far a halo and a head stay off the cards: VOCABULARY §2. */
const HALO_OFF = 14
const HALO_MORE = 4.5
const HEAD_OFF = 1.5

const headLength = (width: number): number => Math.max(9, 0.7 * width + 6.5)
const headBase = (width: number): number => Math.max(9, width + 6.5)

const hasHead = (shape: TieShape): boolean => shape.kind !== 'works' && !shape.isMutual

/** The middle of a tie that starts at a card, ends at another, and gives room to its head. */
function bodyOf(curve: Curve, look: TieLook, shape: TieShape): Measured {
  const whole = measuredCurve(curve)
  if (!look.hasKind || !hasHead(shape)) return whole
  const back = Math.min(HEAD_OFF + 0.75 * headLength(look.width), whole.length * 0.6)
  return measuredCurve(between(whole, 0, whole.length - back))
}

function line(d: string, look: TieLook): Mark {
  const plain = { is: 'path', part: 'line', d, stroke: look.colour, width: look.width } as const
  switch (look.body) {
    case 'dash':
      return { ...plain, dash: [9 + 0.7 * look.width, 4.5 + 0.15 * look.width] }
    case 'not rated':
      return { ...plain, dash: [0.1, 3.2], cap: 'round' }
    case 'says no':
      return { ...plain, dash: [0.1, 5], cap: 'round' }
    default:
      return plain
  }
}

/** A zigzag about the centre line: amplitude max(3, .45w + 1.6), pitch max(9, 1.5w + 5). */
function sawData(body: Measured, width: number): string {
  const high = Math.max(3, 0.45 * width + 1.6)
  const pitch = Math.max(9, 1.5 * width + 5)
  const teeth = Math.max(1, Math.round((body.length * 2) / pitch))
  const points: Point[] = [body.curve[0]]
  for (let i = 0; i < teeth; i++) {
    const t = tAt(body, ((i + 0.5) * body.length) / teeth)
    const [x, y] = pointAt(body.curve, t)
    const [tx, ty] = tangentAt(body.curve, t)
    const off = i % 2 ? -high : high
    points.push([x - ty * off, y + tx * off])
  }
  points.push(endOf(body.curve))
  return `M${points.map(xy).join('L')}`
}

function headMarks(tip: Point, from: Point, look: TieLook, isOpen: boolean): Mark {
  const angle = Math.hypot(tip[0] - from[0], tip[1] - from[1]) || 1
  const [ux, uy] = [(tip[0] - from[0]) / angle, (tip[1] - from[1]) / angle]
  const length = headLength(look.width)
  const half = headBase(look.width) / 2
  const base: Point = [tip[0] - ux * length, tip[1] - uy * length]
  const d = `M${xy(tip)}L${xy([base[0] - uy * half, base[1] + ux * half])}L${xy([base[0] + uy * half, base[1] - ux * half])}Z`
  return isOpen ? { is: 'path', part: 'head', d, fill: 'paper', stroke: look.colour, width: 1.5, join: 'miter' } : { is: 'path', part: 'head', d, fill: look.colour }
}

const sign = (x: number, y: number, text: string, size: number, fill: Colour): TextMark => ({
  is: 'text', part: 'kind', x, y: y + size * 0.355, text, size, weight: 700, fill, anchor: 'middle',
})

function signMarks([x, y]: Point, polarity: Polarity | null, colour: Colour): Mark[] {
  const marks: Mark[] = [{ is: 'path', part: 'kind', d: circleData(x, y, 7.5), fill: 'paper', stroke: colour, width: 1.25 }]
  if (polarity === '+' || polarity === '-') {
    const across = `M${n(x - 3.4)} ${n(y)}H${n(x + 3.4)}`
    marks.push({ is: 'path', part: 'kind', d: polarity === '+' ? `${across}M${n(x)} ${n(y - 3.4)}V${n(y + 3.4)}` : across, stroke: colour, width: 1.5 })
  } else marks.push(sign(x, y, '?', 11, colour))
  return marks
}

/** What a kind adds to the line, along the whole curve. */
function kindMarks(whole: Measured, look: TieLook, shape: TieShape): Mark[] {
  const at = (distance: number) => pointAt(whole.curve, tAt(whole, distance))
  const beforeEnd = (distance: number) => at(whole.length - Math.min(distance, whole.length * 0.42))
  const { colour, width } = look
  switch (shape.kind) {
    case 'funds': {
      const [x, y] = beforeEnd(30)
      return [{ is: 'path', part: 'kind', d: circleData(x, y, 8), fill: 'paper' }, sign(x, y, '£', 13, colour)]
    }
    case 'governs': {
      const t = tAt(whole, 7)
      const [x, y] = pointAt(whole.curve, t)
      const [tx, ty] = tangentAt(whole.curve, t)
      const half = (width + 10) / 2
      return [{ is: 'path', part: 'kind', d: `M${xy([x - ty * half, y + tx * half])}L${xy([x + ty * half, y - tx * half])}`, stroke: colour, width: 2.2 }]
    }
    case 'supports': {
      const [x, y] = at(3)
      return [{ is: 'path', part: 'kind', d: circleData(x, y, width / 2 + 2.8), fill: colour }]
    }
    case 'influences':
      return signMarks(beforeEnd(28), shape.polarity, colour)
    default:
      return []
  }
}

/** Two bars across the middle on a gap of paper: what it does, it does after a while. */
function delayMarks(body: Measured, look: TieLook, t: number): Mark[] {
  const [x, y] = pointAt(body.curve, t)
  const [tx, ty] = tangentAt(body.curve, t)
  const half = (look.width + 9) / 2
  const bar = (off: number) => `M${xy([x + tx * off - ty * half, y + ty * off + tx * half])}L${xy([x + tx * off + ty * half, y + ty * off - tx * half])}`
  const gap = `M${xy([x - tx * 2.6, y - ty * 2.6])}L${xy([x + tx * 2.6, y + ty * 2.6])}`
  return [
    { is: 'path', part: 'kind', d: gap, stroke: 'paper', width: look.width + 4 },
    { is: 'path', part: 'kind', d: bar(-2.6) + bar(2.6), stroke: look.colour, width: 1.8 },
  ]
}

function crossMarks([x, y]: Point, colour: Colour): Mark[] {
  const arm = 3.6
  return [
    { is: 'path', part: 'chip', d: circleData(x, y, 6.6), fill: 'paper' },
    { is: 'path', part: 'chip', d: `M${n(x - arm)} ${n(y - arm)}L${n(x + arm)} ${n(y + arm)}M${n(x - arm)} ${n(y + arm)}L${n(x + arm)} ${n(y - arm)}`, stroke: colour, width: 1.6 },
  ]
}

/** The line of a tie from port to port, from the back to the front. `crossAt` is where the × of *says no* stands. */
export function tieMarks(curve: Curve, look: TieLook, shape: TieShape, crossAt = 0.5): readonly Mark[] {
  const whole = measuredCurve(curve)
  const body = bodyOf(curve, look, shape)
  const marks: Mark[] = []
  if (look.isSelected) {
    marks.push({ is: 'path', part: 'ring', d: curveData(curve), stroke: 'focus', width: Math.max(10, look.width + 7) })
    marks.push({ is: 'path', part: 'ring', d: curveData(curve), stroke: 'paper', width: Math.max(5.5, look.width + 2.5) })
  } else if (look.hasHalo && !look.wedge && whole.length > 2 * HALO_OFF + 4) {
    marks.push({ is: 'path', part: 'halo', d: curveData(between(whole, HALO_OFF, whole.length - HALO_OFF)), stroke: 'paper', width: look.width + HALO_MORE })
  }
  if (look.wedge) marks.push(...wedgeMarks(curve, look.wedge, !look.isSelected))
  else if (look.strokes) {
    const d = curveData(body.curve)
    for (const { width, colour, dash, cap } of look.strokes) marks.push({ is: 'path', part: 'line', d, stroke: colour, width, ...(dash ? { dash } : {}), ...(cap ? { cap } : {}) })
  } else if (look.body === 'saw') {
    marks.push({ is: 'path', part: 'saw', d: sawData(body, look.width), stroke: look.colour, width: Math.max(1.3, 0.72 * look.width), join: 'miter' })
  } else marks.push(line(curveData(body.curve), look))
  if (look.bead) {
    const [x, y] = pointAt(body.curve, 0.5)
    const r = look.width / 2 + (look.bead === 'filled' ? 3 : 2.2)
    marks.push({ is: 'path', part: 'bead', d: circleData(x, y, r), ...(look.bead === 'filled' ? { fill: look.colour } : { fill: 'paper', stroke: look.colour, width: 1.5 }) })
  }
  if (look.hasKind) {
    if (hasHead(shape)) {
      const tip = pointAt(curve, tAt(whole, whole.length - HEAD_OFF))
      marks.push(headMarks(tip, endOf(body.curve), look, shape.kind === 'informs'))
    }
    marks.push(...kindMarks(whole, look, shape))
    if (shape.isDelayed) marks.push(...delayMarks(body, look, look.bead ? 0.4 : 0.5))
  }
  if (look.body === 'says no' && look.hasHalo) marks.push(...crossMarks(pointAt(curve, crossAt), look.colour))
  return marks
}

/** Half of what a tie covers across, for hit-testing and for keeping labels off it. */
export const tieReach = (look: TieLook): number => (look.body === 'saw' ? Math.max(3, 0.45 * look.width + 1.6) : look.width / 2)

