import { isInHull } from './hull.ts'
import type { LayoutGraph } from './layout-graph.ts'
import { shareInside } from './search-costs.ts'
import { territoryHull, territoryMembers } from './stranger-counts.ts'
import { TERRITORY_MARGIN } from './territory-costs.ts'

/** How good a layout is, counted on straight ties from centre to centre, cut off where they leave the two cards. */
export interface LayoutQuality {
  /** Pairs of ties that cross in sight. Ties between the same two elements are counted one by one. */
  readonly crossings: number
  /** Ties that pass behind the card of an element that is not theirs. */
  readonly behind: number
  /** Pairs of cards that overlap, by index. */
  readonly overlaps: readonly (readonly [number, number])[]
  /** By territory: elements of other organisations, the one in the middle left out, whose centre is in its hull; and its own. */
  readonly territories: readonly { readonly own: number; readonly strangers: number }[]
}

/** O(ties² + ties × elements) at worst; short ties are only held against those beside them. */
export function layoutQuality(graph: LayoutGraph, x: ArrayLike<number>, y: ArrayLike<number>): LayoutQuality {
  return { crossings: crossingsOf(clippedTies(graph, x, y)), behind: behindCards(graph, x, y), overlaps: overlappingCards(graph, x, y), territories: strangersIn(graph, x, y) }
}

interface Segment {
  readonly from: number
  readonly to: number
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
}

const num = (list: ArrayLike<number>, i: number): number => list[i] ?? 0

function clippedTies(graph: LayoutGraph, x: ArrayLike<number>, y: ArrayLike<number>): readonly Segment[] {
  const segments: Segment[] = []
  for (let i = 0; i < graph.from.length; i++) {
    const from = num(graph.from, i)
    const to = num(graph.to, i)
    const dx = num(x, to) - num(x, from)
    const dy = num(y, to) - num(y, from)
    const start = exitShare(dx, dy, num(graph.widths, from) / 2, num(graph.heights, from) / 2)
    const end = 1 - exitShare(dx, dy, num(graph.widths, to) / 2, num(graph.heights, to) / 2)
    if (!(start < end)) continue
    segments.push({ from, to, ax: num(x, from) + dx * start, ay: num(y, from) + dy * start, bx: num(x, from) + dx * end, by: num(y, from) + dy * end })
  }
  return segments
}

/** Pairs of ties that cross, found from left to right. */
function crossingsOf(segments: readonly Segment[]): number {
  const left = (s: Segment) => Math.min(s.ax, s.bx)
  const inOrder = [...segments].sort((a, b) => left(a) - left(b))
  let crossings = 0
  for (let e = 0; e < inOrder.length; e++) {
    const one = inOrder[e] as Segment
    const right = Math.max(one.ax, one.bx)
    const top = Math.min(one.ay, one.by)
    const bottom = Math.max(one.ay, one.by)
    for (let f = e + 1; f < inOrder.length; f++) {
      const other = inOrder[f] as Segment
      if (left(other) > right) break
      if ((other.ay > bottom && other.by > bottom) || (other.ay < top && other.by < top)) continue
      if (doCross(one, other)) crossings++
    }
  }
  return crossings
}

/** The share of a tie that its own card at one end covers. */
function exitShare(dx: number, dy: number, halfWidth: number, halfHeight: number): number {
  return Math.min(dx === 0 ? 1 : Math.abs(halfWidth / dx), dy === 0 ? 1 : Math.abs(halfHeight / dy), 1)
}

function doCross(e: Segment, f: Segment): boolean {
  if (e.from === f.from || e.from === f.to || e.to === f.from || e.to === f.to) return false
  const side = (s: Segment, px: number, py: number) => (s.bx - s.ax) * (py - s.ay) - (s.by - s.ay) * (px - s.ax)
  return side(e, f.ax, f.ay) * side(e, f.bx, f.by) < 0 && side(f, e.ax, e.ay) * side(f, e.bx, e.by) < 0
}

function behindCards(graph: LayoutGraph, x: ArrayLike<number>, y: ArrayLike<number>): number {
  const order = Array.from({ length: graph.count }, (_, i) => i).filter((i) => !Number.isNaN(num(x, i))).sort((a, b) => num(x, a) - num(x, b))
  const widest = graph.widths.reduce((most, width) => Math.max(most, width), 0) / 2
  let behind = 0
  for (let i = 0; i < graph.from.length; i++) {
    const from = num(graph.from, i)
    const to = num(graph.to, i)
    const dx = num(x, to) - num(x, from)
    const dy = num(y, to) - num(y, from)
    const right = Math.max(num(x, from), num(x, to)) + widest
    for (let k = firstFrom(order, x, Math.min(num(x, from), num(x, to)) - widest); k < order.length; k++) {
      const c = order[k] as number
      if (num(x, c) > right) break
      if (c === from || c === to) continue
      if (shareInside(dx, dy, num(x, c) - num(x, from), num(y, c) - num(y, from), num(graph.widths, c) / 2, num(graph.heights, c) / 2) === 0) continue
      behind++
      break
    }
  }
  return behind
}

/** The place in an order by x of the first that stands there or further right. */
function firstFrom(order: readonly number[], x: ArrayLike<number>, at: number): number {
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (num(x, order[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Pairs of placed cards that share ground, by index; O(n²) in the worst case, sorted by x. */
export function overlappingCards(graph: LayoutGraph, x: ArrayLike<number>, y: ArrayLike<number>): readonly (readonly [number, number])[] {
  const order = Array.from({ length: graph.count }, (_, i) => i).filter((i) => !Number.isNaN(num(x, i))).sort((a, b) => left(a) - left(b) || a - b)
  function left(i: number): number {
    return num(x, i) - num(graph.widths, i) / 2
  }
  const pairs: [number, number][] = []
  for (let k = 0; k < order.length; k++) {
    const i = order[k] as number
    const right = num(x, i) + num(graph.widths, i) / 2
    for (let l = k + 1; l < order.length; l++) {
      const j = order[l] as number
      if (left(j) >= right) break
      if (Math.abs(num(y, i) - num(y, j)) < (num(graph.heights, i) + num(graph.heights, j)) / 2) pairs.push(i < j ? [i, j] : [j, i])
    }
  }
  return pairs
}

function strangersIn(graph: LayoutGraph, x: ArrayLike<number>, y: ArrayLike<number>): LayoutQuality['territories'] {
  return territoryMembers(graph).map((members, territory) => {
    const hull = territoryHull(graph, members, x, y)
    let strangers = 0
    for (let i = 0; i < graph.count; i++) {
      if (graph.territories[i] === territory || i === graph.centre) continue
      if (isInHull(hull, [num(x, i), num(y, i)], TERRITORY_MARGIN)) strangers++
    }
    return { own: members.length, strangers }
  })
}
