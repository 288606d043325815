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

export const holds = (b: Bounds, [x, y]: Point): boolean => x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + b.height

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

/** Rectangles in a coarse grid, for maps of a few hundred things that change while they are looked up. */
export class Obstacles {
  private readonly cells = new Map<string, Bounds[]>()
  private static readonly cell = 200

  add(b: Bounds): void {
    for (const key of this.keys(b)) {
      const list = this.cells.get(key)
      if (list) list.push(b)
      else this.cells.set(key, [b])
    }
  }

  /** Each rectangle that shares area with this one, once. */
  under(b: Bounds): Set<Bounds> {
    const found = new Set<Bounds>()
    for (const key of this.keys(b)) for (const other of this.cells.get(key) ?? []) if (overlapOf(b, other) > 0) found.add(other)
    return found
  }

  private *keys(b: Bounds): Generator<string> {
    const size = Obstacles.cell
    for (let i = Math.floor(b.x / size); i <= Math.floor((b.x + b.width) / size); i++) {
      for (let j = Math.floor(b.y / size); j <= Math.floor((b.y + b.height) / size); j++) yield `${i} ${j}`
    }
  }
}
