import type { Slot } from '../model/kinds.ts'
import { circleData, n } from './curves.ts'
import type { Colour, Mark } from './marks.ts'
import { slotToken } from './palette.ts'

/** A slot's sign: filled, or a line of 0.41 r where the organisation has no colour of its own to fill. */
export interface Glyph {
  readonly d: string
  readonly isFilled: boolean
}

const polygon = (r: number, points: readonly (readonly [number, number])[]): string => `M${points.map(([x, y]) => `${n(x * r)} ${n(y * r)}`).join('L')}Z`

const star = (): (readonly [number, number])[] =>
  Array.from({ length: 10 }, (_, i) => {
    const r = i % 2 ? 0.52 : 1.25
    const angle = (i * Math.PI) / 5 - Math.PI / 2
    return [r * Math.cos(angle), r * Math.sin(angle) + 0.08] as const
  })

/** Centred on 0, 0. Sizes are evened by eye, so that a diamond of r looks as large as a square of r. */
export function glyphOf(slot: Slot, r: number): Glyph {
  switch (slot) {
    case 1:
      return { d: polygon(r, [[0, -1.14], [1.14, 0], [0, 1.14], [-1.14, 0]]), isFilled: true }
    case 2:
      return { d: circleData(0, 0, r), isFilled: true }
    case 3:
      return { d: polygon(r, [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]]), isFilled: true }
    case 4:
      return { d: polygon(r, [[0, -1.11], [1.11, 0.86], [-1.11, 0.86]]), isFilled: true }
    case 5:
      return { d: polygon(r, [[0, 1.11], [-1.11, -0.86], [1.11, -0.86]]), isFilled: true }
    case 6:
      return {
        d: polygon(r, [[-0.36, -1.1], [0.36, -1.1], [0.36, -0.36], [1.1, -0.36], [1.1, 0.36], [0.36, 0.36], [0.36, 1.1], [-0.36, 1.1], [-0.36, 0.36], [-1.1, 0.36], [-1.1, -0.36], [-0.36, -0.36]]),
        isFilled: true,
      }
    case 7:
      return { d: polygon(r, star()), isFilled: true }
    case 8:
      return { d: polygon(r, [[-1.05, -1.05], [1.05, -1.05], [0.18, 0], [1.05, 1.05], [-1.05, 1.05], [-0.18, 0]]), isFilled: true }
    case 'people':
      return { d: polygon(r, [[-0.95, 0.95], [-0.95, -0.09], [0, -0.95], [0.95, -0.09], [0.95, 0.95]]), isFilled: false }
    case 'shared':
      return { d: circleData(0, 0, r * 0.95) + circleData(0, 0, r * 0.2), isFilled: false }
    case 'partner':
      return { d: circleData(0, 0, r * 0.95), isFilled: false }
  }
}

/** A glyph as a mark, its middle at x, y; in the organisation's own colour unless another is asked for. */
export function glyphMark(slot: Slot, x: number, y: number, r: number, colour: Colour = slotToken(slot)): Mark {
  const { d, isFilled } = glyphOf(slot, r)
  const moved = moveData(d, x, y)
  return isFilled ? { is: 'path', part: 'glyph', d: moved, fill: colour } : { is: 'path', part: 'glyph', d: moved, stroke: colour, width: 0.41 * r }
}

/** Path data of M, L, C and Z moved: every pair of numbers is a place. */
export function moveData(d: string, x: number, y: number): string {
  if (x === 0 && y === 0) return d
  let i = 0
  return d.replace(/-?\d*\.?\d+/g, (value) => n(Number(value) + (i++ % 2 ? y : x)))
}
