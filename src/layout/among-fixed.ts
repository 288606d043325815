import { CardGrid } from './card-grid.ts'
import type { LayoutGraph } from './layout-graph.ts'
import type { Placement } from './placement.ts'

/** Room between an arranged card and one that stays. World units. */
const CLEAR = 14
/** Steps of looking for a free place for the whole. */
const STEP = 40
/** The whole goes no further than this, or than half of its own size. */
const LEAST_REACH = 240
/** Cards looked at in all: a large arrangement is tried in fewer places. */
const MOST_LOOKED_AT = 400_000
/** What one card that has to leave the arrangement counts for, as a way that the whole would go. */
const LEFT_OUT = 60

/** The free cards of an arrangement, and whether it may be moved as a whole. */
export interface Arrangement {
  readonly placement: Placement
  readonly members: readonly number[]
  readonly canShift: boolean
}

/**
 * Brings an arrangement in among cards that stay where they are, fixed or not part of it: all of it together to the nearest place where
 * it is clear, or the clearest; then each card that still shares ground with another goes to the nearest free place.
 */
export function fitAmongFixed(graph: LayoutGraph, { placement, members, canShift }: Arrangement): void {
  const { x, y } = placement
  const isMember = new Uint8Array(graph.count)
  for (const i of members) isMember[i] = 1
  const placed = new CardGrid(graph, x, y, CLEAR)
  let others = 0
  for (let i = 0; i < graph.count; i++) {
    if (isMember[i] || Number.isNaN(x[i])) continue
    placed.add(i)
    others++
  }
  if (others > 0 && canShift) shift(graph, placed, placement, members)
  const later = members.filter((i) => {
    if (!placed.isFree(i, x[i], y[i], 0)) return true
    placed.add(i)
    return false
  })
  for (const i of later) {
    placed.moveToFree(i)
    placed.add(i)
  }
}

function shift(graph: LayoutGraph, placed: CardGrid, { x, y }: Placement, members: readonly number[]): void {
  const across = (list: Float64Array, sizes: Float64Array) => {
    const ends = members.map((i) => [(list[i] as number) - (sizes[i] as number) / 2, (list[i] as number) + (sizes[i] as number) / 2] as const)
    return ends.reduce((most, [, end]) => Math.max(most, end), -Infinity) - ends.reduce((least, [begin]) => Math.min(least, begin), Infinity)
  }
  const reach = Math.max(LEAST_REACH, Math.min(across(x, graph.widths), across(y, graph.heights)) / 2)
  const step = Math.max(STEP, reach / Math.sqrt(MOST_LOOKED_AT / members.length / 4))
  const tries: (readonly [dx: number, dy: number, distance: number])[] = [[0, 0, 0]]
  for (let dx = -Math.floor(reach / step); dx <= reach / step; dx++) {
    for (let dy = -Math.floor(reach / step); dy <= reach / step; dy++) tries.push([Math.round(dx * step), Math.round(dy * step), Math.hypot(dx, dy) * step])
  }
  tries.sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1])
  let best = [0, 0] as readonly [number, number]
  let least = Infinity
  for (const [dx, dy, distance] of tries) {
    if (distance >= least) break
    let cost = distance
    for (const i of members) {
      if (cost >= least) break
      if (!placed.isFree(i, (x[i] as number) + dx, (y[i] as number) + dy)) cost += LEFT_OUT
    }
    if (cost < least) [best, least] = [[dx, dy], cost]
  }
  for (const i of members) {
    x[i] = (x[i] as number) + best[0]
    y[i] = (y[i] as number) + best[1]
  }
}
