import type { Id } from '../../model/ids.ts'
import { textWidth } from '../../scene/text-width.ts'

/** CSS px. */
export interface Plot {
  readonly width: number
  readonly height: number
  /** The side of a mark, which is a target for a finger: marks never lie closer. */
  readonly mark: number
  /** The size of a name. */
  readonly text: number
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

const LABEL = { weight: 600, beyond: 5 } as const
const STEPS = 5
/** More names than this would be a thicket; the others are shown when they are pointed at. */
const MOST_NAMES = 200

/** The side with the most room beside a place. */
export const roomier = (x: number, { width }: Plot): 'right' | 'left' => (x > width / 2 ? 'left' : 'right')

/** How wide a name beside a mark may be before it takes another line. */
export const roomAt = (x: number, side: 'right' | 'left', { width, mark }: Plot): number => (side === 'left' ? x : width - x) - mark / 2 - LABEL.beyond

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
const markBox = (x: number, y: number, side: number): Box => ({ left: x - side / 2, top: y - side / 2, width: side, height: side })

/**
 * Marks at their values, beside one another where they share a place: beneath, then above, then to the sides, never out of their own
 * cell as long as it has room. Then names, where there is room for them, of as many as could be read. In the order given; each mark costs
 * one look round the places of its cell, and each name one at every other.
 */
export function layMarks(marks: readonly ToLay[], plot: Plot): readonly Laid[] {
  const offsets = offsetsIn(plot)
  const taken: Box[] = []
  const near = nearby(plot.mark)
  const at = marks.map((mark) => {
    const [x, y] = [across(mark.interest, plot), down(mark.influence, plot)]
    const free = offsets.find(([dx, dy]) => near.isFree(markBox(x + dx, y + dy, plot.mark))) ?? [0, 0]
    const box = markBox(x + free[0], y + free[1], plot.mark)
    taken.push(box)
    near.add(box)
    return { x: x + free[0], y: y + free[1] }
  })
  const labels: Box[] = []
  const sides = new Map<Id, Laid['label']>()
  const byNeed = marks.map((mark, i) => ({ mark, i })).sort((a, b) => Number(b.mark.isChosen) - Number(a.mark.isChosen))
  for (const { mark, i } of byNeed.slice(0, MOST_NAMES)) {
    const { x, y } = at[i] as { readonly x: number; readonly y: number }
    const width = textWidth(mark.name, plot.text, LABEL.weight) + LABEL.beyond
    const [gap, height] = [plot.mark / 2 + 2, plot.text + LABEL.beyond]
    const right: Box = { left: x + gap, top: y - height / 2, width, height }
    const left: Box = { ...right, left: x - gap - width }
    const fits = (box: Box) => box.left >= 2 && box.left + box.width <= plot.width - 2
    const isFree = (box: Box) => fits(box) && labels.every((other) => !meets(other, box)) && taken.every((other, j) => j === i || !meets(other, box))
    const side = isFree(right) ? 'right' : isFree(left) ? 'left' : mark.isChosen ? (fits(right) ? 'right' : fits(left) ? 'left' : roomier(x, plot)) : null
    sides.set(mark.id, side)
    if (side) labels.push(side === 'right' ? right : left)
  }
  return marks.map(({ id }, i) => ({ id, ...(at[i] as { readonly x: number; readonly y: number }), label: sides.get(id) ?? null }))
}

/** Boxes of the size of a mark, found by where they lie. */
function nearby(side: number) {
  const cells = new Map<string, Box[]>()
  const cell = ({ left, top }: Box) => [Math.floor(left / side), Math.floor(top / side)] as const
  return {
    add(box: Box) {
      const key = cell(box).join()
      const list = cells.get(key)
      if (list) list.push(box)
      else cells.set(key, [box])
    },
    isFree(box: Box): boolean {
      const [column, row] = cell(box)
      for (let i = column - 1; i <= column + 1; i++) for (let j = row - 1; j <= row + 1; j++) if (cells.get(`${i},${j}`)?.some((other) => meets(other, box))) return false
      return true
    },
  }
}

/** Ways aside that stay within a cell, the nearest first; a way down before the same way up, and both before one to the side. */
function offsetsIn({ width, height, mark }: Plot): readonly (readonly [number, number])[] {
  const [columns, rows] = [width, height].map((size) => Math.max(0, Math.floor((size / STEPS - mark) / 2 / mark))) as [number, number]
  const found: (readonly [number, number])[] = []
  for (let i = -columns; i <= columns; i++) for (let j = -rows; j <= rows; j++) found.push([i * mark, j * mark])
  const cost = ([dx, dy]: readonly [number, number]) => Math.abs(dy) + Math.abs(dx) * 2 + (dy < 0 ? 1 : 0) + (dx < 0 ? 0.5 : 0)
  return found.sort((a, b) => cost(a) - cost(b))
}
