import type { LayoutGraph } from './layout-graph.ts'

/** Cards are kept this far apart, so that their halos stay whole. World units. */
const CLEAR = 6
/** Rounds of pushing before what is left is moved card by card. */
const ROUNDS = 30
const CELL = 256
/** More cells than a column can have. */
const FAR = 2 ** 24
/** Steps of the search for a free place. */
const STEP = 8

/**
 * Moves cards until none overlap, and puts every centre on a whole unit. Fixed cards stay, so that two of them may still
 * overlap. First neighbours push one another a little (O(rounds × n log n)); what is left goes to the nearest free place.
 */
export function removeOverlaps(graph: LayoutGraph, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < graph.count; i++) {
    x[i] = Math.round(x[i] as number)
    y[i] = Math.round(y[i] as number)
  }
  for (let round = 0; round < ROUNDS; round++) if (!pushApart(graph, x, y)) break
  const placed = new CardGrid(graph, x, y)
  const later: number[] = []
  for (let i = 0; i < graph.count; i++) {
    if (graph.fixed[i]) placed.add(i)
    else later.push(i)
  }
  // The one in the middle comes first and keeps its place; the others in the order of their ids, which is as good as any.
  later.sort((a, b) => Number(b === graph.centre) - Number(a === graph.centre) || a - b)
  for (const i of later) {
    x[i] = Math.round(x[i] as number)
    y[i] = Math.round(y[i] as number)
    if (!placed.isFree(i)) placed.moveToFree(i)
    placed.add(i)
  }
}

function pushApart(graph: LayoutGraph, x: Float64Array, y: Float64Array): boolean {
  const order = Array.from({ length: graph.count }, (_, i) => i)
  const left = (i: number) => (x[i] as number) - (graph.widths[i] as number) / 2
  order.sort((a, b) => left(a) - left(b) || a - b)
  const stays = (i: number) => graph.fixed[i] === 1 || i === graph.centre
  let hasPushed = false
  for (let k = 0; k < order.length; k++) {
    const i = order[k] as number
    for (let l = k + 1; l < order.length; l++) {
      const j = order[l] as number
      if (left(j) >= left(i) + (graph.widths[i] as number) + CLEAR) break
      const dx = (x[j] as number) - (x[i] as number)
      const dy = (y[j] as number) - (y[i] as number)
      const overX = ((graph.widths[i] as number) + (graph.widths[j] as number)) / 2 + CLEAR - Math.abs(dx)
      const overY = ((graph.heights[i] as number) + (graph.heights[j] as number)) / 2 + CLEAR - Math.abs(dy)
      if (overX <= 0 || overY <= 0 || (stays(i) && stays(j))) continue
      hasPushed = true
      const share = stays(i) ? 0 : stays(j) ? 1 : 0.5
      if (overX < overY) {
        const by = (dx < 0 ? -1 : 1) * overX
        x[i] = (x[i] as number) - by * share
        x[j] = (x[j] as number) + by * (1 - share)
      } else {
        const by = (dy < 0 ? -1 : 1) * overY
        y[i] = (y[i] as number) - by * share
        y[j] = (y[j] as number) + by * (1 - share)
      }
    }
  }
  return hasPushed
}

/** The cards that have their place, by the cells they touch. */
class CardGrid {
  private readonly graph: LayoutGraph
  private readonly x: Float64Array
  private readonly y: Float64Array
  private readonly cells = new Map<number, number[]>()

  constructor(graph: LayoutGraph, x: Float64Array, y: Float64Array) {
    this.graph = graph
    this.x = x
    this.y = y
  }

  add(i: number): void {
    for (const key of this.keys(i, this.x[i] as number, this.y[i] as number)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(i)
      else this.cells.set(key, [i])
    }
  }

  isFree(i: number, x = this.x[i] as number, y = this.y[i] as number): boolean {
    const { widths, heights } = this.graph
    for (const key of this.keys(i, x, y)) {
      for (const j of this.cells.get(key) ?? []) {
        const clearX = ((widths[i] as number) + (widths[j] as number)) / 2 + CLEAR
        const clearY = ((heights[i] as number) + (heights[j] as number)) / 2 + CLEAR
        if (Math.abs(x - (this.x[j] as number)) < clearX && Math.abs(y - (this.y[j] as number)) < clearY) return false
      }
    }
    return true
  }

  /** Looks in widening rings; the plane has no end, so a free place is found. */
  moveToFree(i: number): void {
    const startX = this.x[i] as number
    const startY = this.y[i] as number
    for (let ring = 1; ; ring++) {
      const reach = ring * STEP
      let nearest = Infinity
      for (let along = -reach; along <= reach; along += STEP) {
        for (const [dx, dy] of [[along, -reach], [along, reach], [-reach, along], [reach, along]] as const) {
          const distance = dx * dx + dy * dy
          if (distance >= nearest || !this.isFree(i, startX + dx, startY + dy)) continue
          nearest = distance
          this.x[i] = startX + dx
          this.y[i] = startY + dy
        }
      }
      if (nearest < Infinity) return
    }
  }

  private keys(i: number, x: number, y: number): number[] {
    const w = (this.graph.widths[i] as number) / 2 + CLEAR
    const h = (this.graph.heights[i] as number) / 2 + CLEAR
    const keys: number[] = []
    for (let column = Math.floor((x - w) / CELL); column <= Math.floor((x + w) / CELL); column++) {
      for (let row = Math.floor((y - h) / CELL); row <= Math.floor((y + h) / CELL); row++) keys.push(column * FAR + row)
    }
    return keys
  }
}
