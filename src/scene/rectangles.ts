import type { Point, Size } from '../model/records.ts'
import type { Bounds } from './scene.ts'

export const around = (centre: Point, size: Size, grow = 0): Bounds => ({
  x: centre[0] - size[0] / 2 - grow,
  y: centre[1] - size[1] / 2 - grow,
  width: size[0] + 2 * grow,
  height: size[1] + 2 * grow,
})

/** The area that two rectangles share. */
export function overlapOf(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

export const holds = (b: Bounds, point: Point): boolean => point[0] >= b.x && point[0] <= b.x + b.width && point[1] >= b.y && point[1] <= b.y + b.height

export const cornersOf = ({ x, y, width, height }: Bounds): readonly Point[] => [[x, y], [x + width, y], [x + width, y + height], [x, y + height]]

export function unionOf(all: Iterable<Bounds>): Bounds | null {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const b of all) {
    x0 = Math.min(x0, b.x)
    y0 = Math.min(y0, b.y)
    x1 = Math.max(x1, b.x + b.width)
    y1 = Math.max(y1, b.y + b.height)
  }
  return x0 === Infinity ? null : { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }
}

export const grownBy = (b: Bounds, by: number): Bounds => ({ x: b.x - by, y: b.y - by, width: b.width + 2 * by, height: b.height + 2 * by })

/** Side of a cell of the grid below, world units. */
const CELL = 200
/** More cells than any map is wide, so that a column and a row make one number. */
const COLUMNS = 65_536

/** Rectangles in a coarse grid, for maps of a few hundred things that change while they are looked up. */
export class Obstacles {
  private readonly cells = new Map<number, Bounds[]>()
  private readonly base: Obstacles | null

  /** What stands in `base` stands here too; what is added here is not there. */
  constructor(base: Obstacles | null = null) {
    this.base = base
  }

  add(b: Bounds): void {
    for (const key of cellsOf(b)) {
      const list = this.cells.get(key)
      if (list) list.push(b)
      else this.cells.set(key, [b])
    }
  }

  /** Each rectangle that shares area with this one, once. */
  under(b: Bounds): readonly Bounds[] {
    const found: Bounds[] = []
    const keys = cellsOf(b)
    this.find(b, keys, found)
    this.base?.find(b, keys, found)
    return found
  }

  private find(b: Bounds, keys: readonly number[], found: Bounds[]): void {
    for (const key of keys) {
      const list = this.cells.get(key)
      if (list) for (const other of list) if (overlapOf(b, other) > 0 && (keys.length === 1 || !found.includes(other))) found.push(other)
    }
  }
}

function cellsOf(b: Bounds): readonly number[] {
  const [left, right] = [Math.floor(b.x / CELL), Math.floor((b.x + b.width) / CELL)]
  const [top, bottom] = [Math.floor(b.y / CELL), Math.floor((b.y + b.height) / CELL)]
  const keys: number[] = []
  for (let i = left; i <= right; i++) for (let j = top; j <= bottom; j++) keys.push(i * COLUMNS + j)
  return keys
}
