import type { LayoutGraph } from './layout-graph.ts'

const CELL = 256
/** More cells than a column can have. */
const FAR = 2 ** 24
/** Steps of the search for a free place. */
const STEP = 8

/** The cards that have their place, by the cells they touch. */
export class CardGrid {
  private readonly graph: LayoutGraph
  private readonly x: Float64Array
  private readonly y: Float64Array
  /** Room that a card has to have round it to be free, where nothing else is said. */
  private readonly clear: number
  private readonly cells = new Map<number, number[]>()

  constructor(graph: LayoutGraph, x: Float64Array, y: Float64Array, clear: number) {
    this.graph = graph
    this.x = x
    this.y = y
    this.clear = clear
  }

  add(i: number): void {
    for (const key of this.keys(i, this.x[i] as number, this.y[i] as number)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(i)
      else this.cells.set(key, [i])
    }
  }

  /** Takes a card out that stands where it was added. */
  remove(i: number): void {
    for (const key of this.keys(i, this.x[i] as number, this.y[i] as number)) {
      const cell = this.cells.get(key)
      cell?.splice(cell.indexOf(i), 1)
    }
  }

  /** Whether a card could stand here with this much room round it. */
  isFree(i: number, x = this.x[i] as number, y = this.y[i] as number, clear = this.clear): boolean {
    // Asked millions of times while a crowd looks for room: nothing is allocated.
    const { widths, heights } = this.graph
    const w = (widths[i] as number) / 2 + clear
    const h = (heights[i] as number) / 2 + clear
    const [right, bottom] = [Math.floor((x + w) / CELL), Math.floor((y + h) / CELL)]
    for (let column = Math.floor((x - w) / CELL); column <= right; column++) {
      for (let row = Math.floor((y - h) / CELL); row <= bottom; row++) {
        const cell = this.cells.get(column * FAR + row)
        if (cell === undefined) continue
        for (let k = 0; k < cell.length; k++) {
          const j = cell[k] as number
          if (Math.abs(x - (this.x[j] as number)) < w + (widths[j] as number) / 2 && Math.abs(y - (this.y[j] as number)) < h + (heights[j] as number) / 2) return false
        }
      }
    }
    return true
  }

  /**
   * Moves a card to the nearest free place, on a grid of 8 units round where it stands. Looks in widening rings from the `first` on;
   * the plane has no end, so one is found. Gives the ring that it was on: another card from the same place need not look further in.
   */
  moveToFree(i: number, first = 1, clear = this.clear): number {
    const startX = this.x[i] as number
    const startY = this.y[i] as number
    let nearest = Infinity
    let found = first
    for (let ring = first; (ring * STEP) ** 2 < nearest; ring++) {
      const reach = ring * STEP
      for (let along = -reach; along <= reach; along += STEP) {
        const distance = along * along + reach * reach
        if (distance >= nearest) continue
        for (let side = 0; side < 4; side++) {
          const dx = side < 2 ? along : side === 2 ? -reach : reach
          const dy = side < 2 ? (side === 0 ? -reach : reach) : along
          if (distance >= nearest || !this.isFree(i, startX + dx, startY + dy, clear)) continue
          nearest = distance
          found = ring
          this.x[i] = startX + dx
          this.y[i] = startY + dy
        }
      }
    }
    return found
  }

  private keys(i: number, x: number, y: number, clear = this.clear): number[] {
    const w = (this.graph.widths[i] as number) / 2 + clear
    const h = (this.graph.heights[i] as number) / 2 + clear
    const keys: number[] = []
    for (let column = Math.floor((x - w) / CELL); column <= Math.floor((x + w) / CELL); column++) {
      for (let row = Math.floor((y - h) / CELL); row <= Math.floor((y + h) / CELL); row++) keys.push(column * FAR + row)
    }
    return keys
  }
}
