import type { Id } from '../../model/ids.ts'
import { textWidth } from '../../scene/text-width.ts'

/** CSS px. */
export interface Plot {
  readonly width: number
  readonly height: number
}

export interface ToLay {
  readonly id: Id
  readonly name: string
  readonly influence: number
  readonly interest: number
  /** Its name is shown whatever lies there. */
  readonly isChosen: boolean
}

export interface Laid {
  readonly id: Id
  /** The middle of the mark. */
  readonly x: number
  readonly y: number
  /** On which side its name stands; null where there is no room for it. */
  readonly label: 'right' | 'left' | null
}

/** A mark is a target for a finger: marks never lie closer. CSS px. */
export const MARK = 24
const LABEL = { height: 18, size: 13, weight: 600, gap: 14 } as const
const STEPS = 5

/** Where a value lies along the plot; the scale runs from 1 to 5, half a step free at either end. */
export const across = (interest: number, { width }: Plot): number => ((interest - 0.5) / STEPS) * width
export const down = (influence: number, { height }: Plot): number => ((STEPS + 0.5 - influence) / STEPS) * height

/** The nearest whole step to a place, bounded by the scale. */
export function stepsAt(x: number, y: number, { width, height }: Plot): { readonly interest: number; readonly influence: number } {
  const bounded = (value: number) => Math.max(1, Math.min(STEPS, Math.round(value)))
  return { interest: bounded((x / width) * STEPS + 0.5), influence: bounded(STEPS + 0.5 - (y / height) * STEPS) }
}

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const meets = (a: Box, b: Box) => a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height
const markBox = (x: number, y: number): Box => ({ left: x - MARK / 2, top: y - MARK / 2, width: MARK, height: MARK })

/**
 * Marks at their values, beside one another where they share a place: beneath, then above, then to the sides, never out of their own
 * cell as long as it has room. Then names, where there is room for them. In the order given; quadratic in the number of marks.
 */
export function layMarks(marks: readonly ToLay[], plot: Plot): readonly Laid[] {
  const offsets = offsetsIn(plot)
  const taken: Box[] = []
  const at = marks.map((mark) => {
    const [x, y] = [across(mark.interest, plot), down(mark.influence, plot)]
    const free = offsets.find(([dx, dy]) => taken.every((box) => !meets(box, markBox(x + dx, y + dy)))) ?? [0, 0]
    taken.push(markBox(x + free[0], y + free[1]))
    return { x: x + free[0], y: y + free[1] }
  })
  const labels: Box[] = []
  const sides = new Map<Id, Laid['label']>()
  const byNeed = marks.map((mark, i) => ({ mark, i })).sort((a, b) => Number(b.mark.isChosen) - Number(a.mark.isChosen))
  for (const { mark, i } of byNeed) {
    const { x, y } = at[i] as { readonly x: number; readonly y: number }
    const width = textWidth(mark.name, LABEL.size, LABEL.weight)
    const right: Box = { left: x + LABEL.gap, top: y - LABEL.height / 2, width, height: LABEL.height }
    const left: Box = { ...right, left: x - LABEL.gap - width }
    const fits = (box: Box) => box.left >= 2 && box.left + box.width <= plot.width - 2
    const isFree = (box: Box) => fits(box) && labels.every((other) => !meets(other, box)) && taken.every((other, j) => j === i || !meets(other, box))
    const side = isFree(right) ? 'right' : isFree(left) ? 'left' : mark.isChosen ? (fits(right) || !fits(left) ? 'right' : 'left') : null
    sides.set(mark.id, side)
    if (side) labels.push(side === 'right' ? right : left)
  }
  return marks.map(({ id }, i) => ({ id, ...(at[i] as { readonly x: number; readonly y: number }), label: sides.get(id) ?? null }))
}

/** Ways aside that stay within a cell, the nearest first; a way down before the same way up, and both before one to the side. */
function offsetsIn({ width, height }: Plot): readonly (readonly [number, number])[] {
  const [columns, rows] = [width, height].map((size) => Math.max(0, Math.floor((size / STEPS - MARK) / 2 / MARK))) as [number, number]
  const found: (readonly [number, number])[] = []
  for (let i = -columns; i <= columns; i++) for (let j = -rows; j <= rows; j++) found.push([i * MARK, j * MARK])
  const cost = ([dx, dy]: readonly [number, number]) => Math.abs(dy) + Math.abs(dx) * 2 + (dy < 0 ? 1 : 0) + (dx < 0 ? 0.5 : 0)
  return found.sort((a, b) => cost(a) - cost(b))
}
