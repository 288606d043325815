import { BehindCosts } from './behind-costs.ts'
import { CrossingCosts } from './crossing-costs.ts'
import { laneBreach, type Frame } from './frame.ts'
import { GapCosts } from './gap-costs.ts'
import type { LayoutGraph } from './layout-graph.ts'
import { angleCost, laneCost, lengthCost } from './search-costs.ts'
import { SearchLines } from './search-lines.ts'
import type { SearchTies } from './search-ties.ts'
import { StrangerCounts, territoryMembers } from './stranger-counts.ts'
import { TerritoryCosts } from './territory-costs.ts'

/** What each cost counts for; crossings are the measure. */
export interface Weights {
  readonly gaps: number
  readonly behind: number
  readonly territories: number
  /** Strangers are counted only where this is above 0. */
  readonly strangers: number
}

const FULL: Weights = { gaps: 1, behind: 1, territories: 1, strangers: 0 }

/**
 * A layout and all that it costs (`marks/VOCABULARY.md` §4), kept pair by pair, so that moving one element weighs only
 * its own ties and card. A move takes O(degree × (ties + elements)) and is given up as soon as it is too dear;
 * memory is O((ties + elements)²).
 */
export class SearchPicture {
  cost = 0
  private weights: Weights = FULL
  private readonly graph: LayoutGraph
  private readonly ties: SearchTies
  private readonly frame: Frame
  private readonly lines: SearchLines
  private readonly crossings: CrossingCosts
  private readonly behind: BehindCosts
  private readonly gaps: GapCosts
  private readonly territories: TerritoryCosts
  private readonly strangers: StrangerCounts
  private readonly laneOf: Float64Array
  private readonly lengthOf: Float64Array
  private readonly freshLength: Float64Array
  private readonly anglesAt: Float64Array
  private readonly freshAngles: Float64Array

  constructor(graph: LayoutGraph, frame: Frame, ties: SearchTies, x: Float64Array, y: Float64Array) {
    this.graph = graph
    this.ties = ties
    this.frame = frame
    this.lines = new SearchLines(graph, ties, x, y)
    this.crossings = new CrossingCosts(this.lines)
    this.behind = new BehindCosts(this.lines)
    this.gaps = new GapCosts(this.lines)
    const members = territoryMembers(graph)
    this.territories = new TerritoryCosts(graph, members, this.lines.x, this.lines.y)
    this.strangers = new StrangerCounts(graph, members, this.lines.x, this.lines.y)
    this.laneOf = new Float64Array(graph.count)
    this.lengthOf = new Float64Array(ties.count)
    this.freshLength = new Float64Array(ties.count)
    this.anglesAt = new Float64Array(graph.count)
    this.freshAngles = new Float64Array(graph.count)
    this.measure()
  }

  get x(): Float64Array {
    return this.lines.x
  }

  get y(): Float64Array {
    return this.lines.y
  }

  /** Takes other positions, and measures everything. */
  restart(x: Float64Array, y: Float64Array): void {
    this.lines.x.set(x)
    this.lines.y.set(y)
    this.measure()
  }

  /** Sets what weighs how much, and measures everything. */
  weighed(weights: Weights): void {
    this.weights = weights
    this.measure()
  }

  /** Measures everything anew: sums kept by differences drift by rounding. */
  measure(): void {
    this.lines.measure()
    this.territories.measure()
    const { gaps, behind, territories, strangers } = this.weights
    this.cost = this.crossings.measure() + behind * this.behind.measure() + gaps * this.gaps.measure() + territories * this.territories.total()
    if (strangers > 0) this.cost += strangers * this.strangers.measure()
    for (let e = 0; e < this.ties.count; e++) this.cost += this.lengthOf[e] = this.lengthFor(e)
    for (let i = 0; i < this.graph.count; i++) {
      this.cost += this.laneOf[i] = this.laneFor(i)
      this.cost += this.anglesAt[i] = this.anglesFor(i)
    }
  }

  /**
   * Moves `a` to (toX, toY), and `b` to where `a` was when it is not −1. The move is kept, and true comes back,
   * when the whole costs at most `allowed` more than before; otherwise nothing has changed.
   */
  attempt(a: number, toX: number, toY: number, b: number, allowed: number): boolean {
    const { lines } = this
    const fromX = lines.x[a] as number
    const fromY = lines.y[a] as number
    lines.gather(a, b)
    const old = this.old(a, b)
    if (b >= 0) {
      lines.x[b] = fromX
      lines.y[b] = fromY
    }
    lines.x[a] = toX
    lines.y[a] = toY
    // Strangers are dear to count: only for a move that would be taken if it removed them all.
    const each = this.weights.strangers
    const before = each > 0 ? each * this.strangers.count : 0
    const limit = old + allowed + before
    let now = this.now(a, b, limit)
    const isCounted = each > 0 && now <= limit
    if (isCounted) now += each * this.strangers.attempt(a, b)
    const isKept = now <= limit
    if (isKept) {
      this.keep(a, b)
      if (isCounted) this.strangers.keep(a, b)
      this.cost += now - old - before
    } else {
      if (isCounted) this.strangers.drop(a, b)
      lines.x[a] = fromX
      lines.y[a] = fromY
      if (b >= 0) {
        lines.x[b] = toX
        lines.y[b] = toY
      }
      lines.putBack()
      this.territories.drop(a, b)
    }
    lines.forget()
    return isKept
  }

  private old(a: number, b: number): number {
    const { near, nearCount, moved, movedCount } = this.lines
    let cost = (this.laneOf[a] as number) + (b < 0 ? 0 : (this.laneOf[b] as number))
    cost += this.weights.gaps * this.gaps.old(a, b) + this.weights.behind * this.behind.old(a, b) + this.crossings.old(b >= 0)
    for (let i = 0; i < movedCount; i++) cost += this.lengthOf[moved[i] as number] as number
    for (let i = 0; i < nearCount; i++) cost += this.anglesAt[near[i] as number] as number
    return cost
  }

  /** The cheapest to weigh comes first, so that a bad move is seen early. */
  private now(a: number, b: number, limit: number): number {
    const { lines } = this
    const { near, nearCount, moved, movedCount } = lines
    let cost = this.laneFor(a) + (b < 0 ? 0 : this.laneFor(b)) + this.weights.territories * this.territories.attempt(a, b)
    cost += this.weights.gaps * this.gaps.now(a, b)
    if (cost > limit) return cost
    lines.takeAlong()
    for (let i = 0; i < movedCount; i++) {
      const e = moved[i] as number
      cost += this.freshLength[e] = this.lengthFor(e)
    }
    if (cost > limit) return cost
    for (let i = 0; i < nearCount; i++) {
      const u = near[i] as number
      cost += this.freshAngles[u] = this.anglesFor(u)
    }
    if (cost <= limit) cost += this.weights.behind * this.behind.now(a, b, (limit - cost) / this.weights.behind)
    if (cost <= limit) cost += this.crossings.now(limit - cost)
    return cost
  }

  private keep(a: number, b: number): void {
    const { near, nearCount, moved, movedCount } = this.lines
    this.laneOf[a] = this.laneFor(a)
    if (b >= 0) this.laneOf[b] = this.laneFor(b)
    for (let i = 0; i < movedCount; i++) this.lengthOf[moved[i] as number] = this.freshLength[moved[i] as number] as number
    for (let i = 0; i < nearCount; i++) this.anglesAt[near[i] as number] = this.freshAngles[near[i] as number] as number
    this.territories.keep(a, b)
    this.gaps.keep(a, b)
    this.behind.keep(a, b)
    this.crossings.keep()
  }

  private laneFor(i: number): number {
    const { x, y, halfWidths, graph } = this.lines
    return laneCost(laneBreach(this.frame, graph.lanes[i] as number, graph.centre >= 0, x[i] as number, y[i] as number, halfWidths[i] as number))
  }

  private lengthFor(e: number): number {
    const { ax, ay, bx, by, halfWidths, halfHeights, ties } = this.lines
    const from = ties.from[e] as number
    const to = ties.to[e] as number
    return lengthCost(
      (bx[e] as number) - (ax[e] as number),
      (by[e] as number) - (ay[e] as number),
      (halfWidths[from] as number) + (halfWidths[to] as number),
      (halfHeights[from] as number) + (halfHeights[to] as number),
      ties.wantedGap[e] as number,
    )
  }

  /** What the ties at one card cost by running together. */
  private anglesFor(u: number): number {
    const { directions, ties } = this.lines
    const list = ties.at[u] as Int32Array
    let cost = 0
    for (let i = 1; i < list.length; i++) {
      const e = list[i] as number
      const a = (directions[e] as number) + (ties.from[e] === u ? 0 : Math.PI)
      for (let j = 0; j < i; j++) {
        const f = list[j] as number
        cost += angleCost(a, (directions[f] as number) + (ties.from[f] === u ? 0 : Math.PI))
      }
    }
    return cost
  }
}
