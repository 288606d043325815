import { CardGrid } from './card-grid.ts'
import type { LayoutGraph } from './layout-graph.ts'
import { CLEAR, pushApart } from './overlaps.ts'
import type { Placement } from './placement.ts'

const ROUNDS = 60
/** Steps of bringing a card back towards where it stood: each halves what is left of the way. */
const HALVINGS = 8

/**
 * Takes overlaps away and nothing else. Two ways are tried, and the one that moves cards less far in all is taken: neighbours push one
 * another a little, as suits cards that only touch; or as many as can stay where they are and the others go to the nearest free place,
 * as suits a heap. Then each moved card goes back as far as there is room. Yields the share done.
 */
export function* tidy(graph: LayoutGraph): Generator<number, Placement> {
  const pushed = start(graph)
  let isClear = false
  for (let round = 0; round < ROUNDS && !isClear; round++) {
    isClear = !pushApart(graph, pushed.x, pushed.y, 0)
    yield (0.3 * round) / ROUNDS
  }
  yield* freed(graph, pushed, 0.3)
  const stayed = start(graph)
  yield* freed(graph, stayed, 0.65)
  return travel(graph, pushed) <= travel(graph, stayed) ? pushed : stayed
}

function start(graph: LayoutGraph): Placement {
  return { x: graph.startX.map(Math.round), y: graph.startY.map(Math.round) }
}

function away(graph: LayoutGraph, { x, y }: Placement, i: number): number {
  return Math.hypot((x[i] as number) - (graph.startX[i] as number), (y[i] as number) - (graph.startY[i] as number))
}

function travel(graph: LayoutGraph, placement: Placement): number {
  let sum = 0
  for (let i = 0; i < graph.count; i++) sum += away(graph, placement, i)
  return sum
}

/** Leaves as many as it can where they are, those with fewest others on them first, moves the rest to the nearest free place, and brings back what it can. */
function* freed(graph: LayoutGraph, placement: Placement, from: number): Generator<number> {
  const { x, y } = placement
  for (let i = 0; i < graph.count; i++) {
    x[i] = Math.round(x[i] as number)
    y[i] = Math.round(y[i] as number)
  }
  const placed = new CardGrid(graph, x, y, 0)
  const under = overlapsOf(graph, placement)
  const stays = (i: number) => graph.fixed[i] === 1
  const order = Array.from({ length: graph.count }, (_, i) => i)
  order.sort((a, b) => Number(stays(b)) - Number(stays(a)) || (under[a] as number) - (under[b] as number) || a - b)
  const later = order.filter((i) => {
    if (!stays(i) && !placed.isFree(i)) return true
    placed.add(i)
    return false
  })
  const rings = new Map<string, number>()
  for (let k = 0; k < later.length; k++) {
    const i = later[k] as number
    const heap = `${x[i]} ${y[i]}`
    const ring = placed.moveToFree(i, rings.get(heap) ?? 1, CLEAR)
    rings.set(heap, Math.max(1, ring - 2))
    placed.add(i)
    if (k % 20 === 0) yield from + (0.3 * k) / later.length
  }
  const moved = order.filter((i) => !stays(i) && away(graph, placement, i) > 1).sort((a, b) => away(graph, placement, b) - away(graph, placement, a) || a - b)
  for (const i of moved) bringBack(graph, placement, placed, i)
}

/** How many others each card shares ground with. */
function overlapsOf(graph: LayoutGraph, { x, y }: Placement): Int32Array {
  const counts = new Int32Array(graph.count)
  const left = (i: number) => (x[i] as number) - (graph.widths[i] as number) / 2
  const order = Array.from({ length: graph.count }, (_, i) => i).sort((a, b) => left(a) - left(b) || a - b)
  order.forEach((i, k) => {
    for (let l = k + 1; l < order.length; l++) {
      const j = order[l] as number
      if (left(j) >= left(i) + (graph.widths[i] as number)) break
      if (Math.abs((y[i] as number) - (y[j] as number)) >= ((graph.heights[i] as number) + (graph.heights[j] as number)) / 2) continue
      counts[i] = (counts[i] as number) + 1
      counts[j] = (counts[j] as number) + 1
    }
  })
  return counts
}

/** As near to where a card stood as it can be, straight there or along one of the two ways. */
function bringBack(graph: LayoutGraph, placement: Placement, placed: CardGrid, i: number): void {
  const { x, y } = placement
  placed.remove(i)
  for (const [alongX, alongY] of [[1, 1], [1, 0], [0, 1]] as const) {
    for (let halving = 0, share = 1; halving < HALVINGS; halving++, share /= 2) {
      const toX = Math.round((x[i] as number) + ((graph.startX[i] as number) - (x[i] as number)) * share * alongX)
      const toY = Math.round((y[i] as number) + ((graph.startY[i] as number) - (y[i] as number)) * share * alongY)
      if (!placed.isFree(i, toX, toY, toX === Math.round(graph.startX[i] as number) && toY === Math.round(graph.startY[i] as number) ? 0 : CLEAR)) continue
      x[i] = toX
      y[i] = toY
      if (share === 1) break
    }
  }
  placed.add(i)
}
