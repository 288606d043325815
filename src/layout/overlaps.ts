import { CardGrid } from './card-grid.ts'
import type { LayoutGraph } from './layout-graph.ts'

/** Cards are kept this far apart, so that their halos stay whole. World units. */
export const CLEAR = 6
/** Rounds of pushing before what is left is moved card by card. */
const ROUNDS = 30

/**
 * Moves cards until none overlap, and puts every centre on a whole unit. Fixed cards stay, so that two of them may still
 * overlap. First neighbours push one another a little (O(rounds × n log n)); what is left goes to the nearest free place.
 */
export function removeOverlaps(graph: LayoutGraph, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < graph.count; i++) {
    x[i] = Math.round(x[i] as number)
    y[i] = Math.round(y[i] as number)
  }
  for (let round = 0; round < ROUNDS; round++) if (!pushApart(graph, x, y, CLEAR)) break
  const placed = new CardGrid(graph, x, y, CLEAR)
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

/** One round of pushing cards that are nearer than `least` until they are `CLEAR` apart; gives whether any were. Neighbours are found by sorting on x. */
export function pushApart(graph: LayoutGraph, x: Float64Array, y: Float64Array, least: number): boolean {
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
      if (overX <= CLEAR - least || overY <= CLEAR - least || (stays(i) && stays(j))) continue
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
