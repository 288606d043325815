import type { LayoutGraph } from './layout-graph.ts'
import type { SearchTies } from './search-ties.ts'

/**
 * Where everything stands during a search, and what one move takes along: at most two elements, their ties,
 * and the elements at the other ends. The costs read these arrays straight, hundreds of millions of times.
 */
export class SearchLines {
  readonly graph: LayoutGraph
  readonly ties: SearchTies
  readonly x: Float64Array
  readonly y: Float64Array
  readonly halfWidths: Float64Array
  readonly halfHeights: Float64Array
  /** Each tie from centre to centre, its length and its direction in radians. */
  readonly ax: Float64Array
  readonly ay: Float64Array
  readonly bx: Float64Array
  readonly by: Float64Array
  readonly lengths: Float64Array
  readonly directions: Float64Array
  /** The ties that the move takes along; `place` is 1 + their place in that list, 0 for all others. */
  readonly moved: Int32Array
  readonly place: Int32Array
  movedCount = 0
  /** The moved elements and those at the other ends of their ties. */
  readonly near: Int32Array
  nearCount = 0
  private readonly isNear: Uint8Array
  private readonly before: Float64Array
  private hasTaken = false

  constructor(graph: LayoutGraph, ties: SearchTies, x: Float64Array, y: Float64Array) {
    const n = graph.count
    const m = ties.count
    this.graph = graph
    this.ties = ties
    this.x = x.slice()
    this.y = y.slice()
    this.halfWidths = graph.widths.map((width) => width / 2)
    this.halfHeights = graph.heights.map((height) => height / 2)
    this.ax = new Float64Array(m)
    this.ay = new Float64Array(m)
    this.bx = new Float64Array(m)
    this.by = new Float64Array(m)
    this.lengths = new Float64Array(m)
    this.directions = new Float64Array(m)
    this.moved = new Int32Array(m)
    this.place = new Int32Array(m)
    this.near = new Int32Array(n)
    this.isNear = new Uint8Array(n)
    this.before = new Float64Array(m * 6)
    this.measure()
  }

  /** Reads every tie's ends anew. */
  measure(): void {
    for (let e = 0; e < this.ties.count; e++) this.takeEnds(e)
  }

  /** The most ties that one move can take along. */
  get mostMoved(): number {
    const sizes = this.ties.at.map((list) => list.length).sort((a, b) => b - a)
    return (sizes[0] ?? 0) + (sizes[1] ?? 0)
  }

  /** Finds what a move of `a`, and of `b` where it is not −1, takes along. `forget` comes after. */
  gather(a: number, b: number): void {
    this.movedCount = 0
    this.nearCount = 0
    this.gatherAt(a)
    if (b >= 0) this.gatherAt(b)
  }

  forget(): void {
    this.hasTaken = false
    for (let i = 0; i < this.movedCount; i++) this.place[this.moved[i] as number] = 0
    for (let i = 0; i < this.nearCount; i++) this.isNear[this.near[i] as number] = 0
  }

  /** Brings the gathered ties to where their elements now stand, and remembers where they were. */
  takeAlong(): void {
    this.hasTaken = true
    for (let i = 0; i < this.movedCount; i++) {
      const e = this.moved[i] as number
      const at = i * 6
      this.before[at] = this.ax[e] as number
      this.before[at + 1] = this.ay[e] as number
      this.before[at + 2] = this.bx[e] as number
      this.before[at + 3] = this.by[e] as number
      this.before[at + 4] = this.lengths[e] as number
      this.before[at + 5] = this.directions[e] as number
      this.takeEnds(e)
    }
  }

  /** Undoes `takeAlong`, where it was called for these ties. */
  putBack(): void {
    if (!this.hasTaken) return
    this.hasTaken = false
    for (let i = 0; i < this.movedCount; i++) {
      const e = this.moved[i] as number
      const at = i * 6
      this.ax[e] = this.before[at] as number
      this.ay[e] = this.before[at + 1] as number
      this.bx[e] = this.before[at + 2] as number
      this.by[e] = this.before[at + 3] as number
      this.lengths[e] = this.before[at + 4] as number
      this.directions[e] = this.before[at + 5] as number
    }
  }

  private gatherAt(v: number): void {
    const ties = this.ties.at[v] as Int32Array
    this.addNear(v)
    for (let k = 0; k < ties.length; k++) {
      const e = ties[k] as number
      if (this.place[e]) continue
      this.moved[this.movedCount++] = e
      this.place[e] = this.movedCount
      this.addNear(this.ties.from[e] === v ? (this.ties.to[e] as number) : (this.ties.from[e] as number))
    }
  }

  private addNear(v: number): void {
    if (this.isNear[v]) return
    this.isNear[v] = 1
    this.near[this.nearCount++] = v
  }

  private takeEnds(e: number): void {
    const from = this.ties.from[e] as number
    const to = this.ties.to[e] as number
    const ax = this.x[from] as number
    const ay = this.y[from] as number
    const bx = this.x[to] as number
    const by = this.y[to] as number
    this.ax[e] = ax
    this.ay[e] = ay
    this.bx[e] = bx
    this.by[e] = by
    this.lengths[e] = Math.max(1, Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay)))
    this.directions[e] = Math.atan2(by - ay, bx - ax)
  }
}
