import type { Point } from '../model/records.ts'
import { convexHull, isInHull } from './hull.ts'
import type { LayoutGraph } from './layout-graph.ts'
import { TERRITORY_MARGIN } from './territory-costs.ts'

/**
 * How many elements stand inside a territory that is not theirs, as it will be drawn: the hull round its cards.
 * The boxes of `TerritoryCosts` are quick to weigh and say which way is better; this is dear, and says what is so.
 * The search asks it only about moves that it would otherwise take.
 */
export class StrangerCounts {
  private readonly graph: LayoutGraph
  private readonly x: Float64Array
  private readonly y: Float64Array
  private readonly members: readonly Int32Array[]
  private readonly hulls: (readonly Point[])[]
  private readonly triedHulls: (readonly Point[])[]
  /** 1 where an element is a stranger in a territory, by territory and then element. */
  private readonly inside: Uint8Array
  private readonly triedInside: Uint8Array
  private total = 0
  private tried = 0

  constructor(graph: LayoutGraph, members: readonly Int32Array[], x: Float64Array, y: Float64Array) {
    this.graph = graph
    this.members = members
    this.x = x
    this.y = y
    this.hulls = members.map(() => [])
    this.triedHulls = members.map(() => [])
    this.inside = new Uint8Array(members.length * graph.count)
    this.triedInside = new Uint8Array(members.length * graph.count)
  }

  get count(): number {
    return this.total
  }

  measure(): number {
    this.total = 0
    this.members.forEach((_, t) => {
      this.hulls[t] = this.triedHulls[t] = this.hullOf(t)
      for (let i = 0; i < this.graph.count; i++) this.total += this.inside[t * this.graph.count + i] = this.isStranger(t, i)
    })
    this.triedInside.set(this.inside)
    return this.total
  }

  /** How many there would be after the moves of `a` and `b` (−1 for none); `keep` or `drop` comes next. */
  attempt(a: number, b: number): number {
    const n = this.graph.count
    let count = this.total
    for (let t = 0; t < this.members.length; t++) {
      const isOwn = this.isOwn(t, a, b)
      if (isOwn) this.triedHulls[t] = this.hullOf(t)
      if (isOwn) for (let i = 0; i < n; i++) count += this.look(t, i)
      else {
        count += this.look(t, a)
        if (b >= 0) count += this.look(t, b)
      }
    }
    this.tried = count
    return count
  }

  keep(a: number, b: number): void {
    this.total = this.tried
    this.copy(a, b, this.triedInside, this.inside, this.triedHulls, this.hulls)
  }

  drop(a: number, b: number): void {
    this.copy(a, b, this.inside, this.triedInside, this.hulls, this.triedHulls)
  }

  private copy(a: number, b: number, from: Uint8Array, to: Uint8Array, fromHulls: readonly (readonly Point[])[], toHulls: (readonly Point[])[]): void {
    const n = this.graph.count
    for (let t = 0; t < this.members.length; t++) {
      const row = t * n
      if (this.isOwn(t, a, b)) {
        toHulls[t] = fromHulls[t] as readonly Point[]
        for (let at = row; at < row + n; at++) to[at] = from[at] as number
      } else {
        to[row + a] = from[row + a] as number
        if (b >= 0) to[row + b] = from[row + b] as number
      }
    }
  }

  /** The difference that one element now makes to one territory. */
  private look(t: number, i: number): number {
    const at = t * this.graph.count + i
    return (this.triedInside[at] = this.isStranger(t, i)) - (this.inside[at] as number)
  }

  private isOwn(t: number, a: number, b: number): boolean {
    return this.graph.territories[a] === t || (b >= 0 && this.graph.territories[b] === t)
  }

  private isStranger(t: number, i: number): 0 | 1 {
    if (this.graph.territories[i] === t) return 0
    return isInHull(this.triedHulls[t] as readonly Point[], [this.x[i] as number, this.y[i] as number], TERRITORY_MARGIN) ? 1 : 0
  }

  private hullOf(t: number): readonly Point[] {
    return territoryHull(this.graph, this.members[t] as Int32Array, this.x, this.y)
  }
}

/** The hull round the cards of a territory, without its margin. */
export function territoryHull(graph: LayoutGraph, members: Int32Array, x: ArrayLike<number>, y: ArrayLike<number>): readonly Point[] {
  const corners: Point[] = []
  for (const i of members) {
    const w = (graph.widths[i] as number) / 2
    const h = (graph.heights[i] as number) / 2
    const centreX = x[i] as number
    const centreY = y[i] as number
    corners.push([centreX - w, centreY - h], [centreX + w, centreY - h], [centreX + w, centreY + h], [centreX - w, centreY + h])
  }
  return convexHull(corners)
}

/** The elements of each territory. */
export function territoryMembers(graph: LayoutGraph): readonly Int32Array[] {
  const members: number[][] = Array.from({ length: graph.territoryCount }, () => [])
  graph.territories.forEach((territory, i) => members[territory]?.push(i))
  return members.map((list) => Int32Array.from(list))
}
