import type { LayoutGraph } from './layout-graph.ts'
import { sharedGroundCost, strangerCost, territoryCost } from './search-costs.ts'

/** How far a territory reaches past its cards. */
export const TERRITORY_MARGIN = 13

/**
 * What the territories cost, kept so that moving one or two elements looks only at what changed.
 * A territory is the box round its cards here: boxes that keep clear keep their hulls clear.
 */
export class TerritoryCosts {
  private readonly graph: LayoutGraph
  private readonly x: Float64Array
  private readonly y: Float64Array
  private readonly members: readonly Int32Array[]
  private readonly count: number
  /** left, top, right, bottom of each territory: as committed, and as tried. */
  private readonly boxes: Float64Array
  private readonly tried: Float64Array
  private readonly changed: Uint8Array
  /** What each element costs each territory as a stranger, by territory and then element. */
  private readonly strangers: Float64Array
  private readonly triedStrangers: Float64Array

  constructor(graph: LayoutGraph, members: readonly Int32Array[], x: Float64Array, y: Float64Array) {
    this.graph = graph
    this.x = x
    this.y = y
    this.members = members
    this.count = graph.territoryCount
    this.boxes = new Float64Array(this.count * 4)
    this.tried = new Float64Array(this.count * 4)
    this.changed = new Uint8Array(this.count)
    this.strangers = new Float64Array(this.count * graph.count)
    this.triedStrangers = new Float64Array(this.count * graph.count)
    this.measure()
  }

  /** Measures everything anew. */
  measure(): void {
    for (let t = 0; t < this.count; t++) {
      this.measureBox(t)
      for (let i = 0; i < this.graph.count; i++) this.strangers[t * this.graph.count + i] = this.stranger(t, i)
    }
    this.boxes.set(this.tried)
    this.triedStrangers.set(this.strangers)
    this.changed.fill(0)
  }

  total(): number {
    let cost = 0
    for (let t = 0; t < this.count; t++) {
      cost += this.size(this.boxes, t)
      for (let i = 0; i < this.graph.count; i++) cost += this.strangers[t * this.graph.count + i] as number
      for (let other = t + 1; other < this.count; other++) cost += this.shared(this.boxes, t, other)
    }
    return cost
  }

  /** The difference that the moves of `a` and `b` (−1 for none) make; `keep` or `drop` comes next. */
  attempt(a: number, b: number): number {
    const { count, graph } = this
    const ofA = graph.territories[a] as number
    const ofB = b < 0 ? -1 : (graph.territories[b] as number)
    if (ofA >= 0) this.measureChanged(ofA)
    if (ofB >= 0 && ofB !== ofA) this.measureChanged(ofB)
    let difference = 0
    for (let t = 0; t < count; t++) {
      const row = t * graph.count
      if (this.changed[t]) {
        difference += this.size(this.tried, t) - this.size(this.boxes, t)
        for (let i = 0; i < graph.count; i++) {
          if (graph.territories[i] === t) continue
          const cost = this.stranger(t, i)
          this.triedStrangers[row + i] = cost
          difference += cost - (this.strangers[row + i] as number)
        }
        for (let other = 0; other < count; other++) {
          if (other === t || (this.changed[other] && other < t)) continue
          difference += this.shared(this.tried, t, other) - this.shared(this.boxes, t, other)
        }
        continue
      }
      if (ofA !== t) {
        const cost = this.stranger(t, a)
        this.triedStrangers[row + a] = cost
        difference += cost - (this.strangers[row + a] as number)
      }
      if (b >= 0 && ofB !== t) {
        const cost = this.stranger(t, b)
        this.triedStrangers[row + b] = cost
        difference += cost - (this.strangers[row + b] as number)
      }
    }
    return difference
  }

  keep(a: number, b: number): void {
    this.settleTried(a, b, this.strangers, this.triedStrangers, this.boxes, this.tried)
  }

  drop(a: number, b: number): void {
    this.settleTried(a, b, this.triedStrangers, this.strangers, this.tried, this.boxes)
  }

  private settleTried(a: number, b: number, strangers: Float64Array, fromStrangers: Float64Array, boxes: Float64Array, fromBoxes: Float64Array): void {
    const n = this.graph.count
    for (let t = 0; t < this.count; t++) {
      const row = t * n
      if (this.changed[t]) {
        for (let i = row; i < row + n; i++) strangers[i] = fromStrangers[i] as number
        for (let i = t * 4; i < t * 4 + 4; i++) boxes[i] = fromBoxes[i] as number
        this.changed[t] = 0
        continue
      }
      strangers[row + a] = fromStrangers[row + a] as number
      if (b >= 0) strangers[row + b] = fromStrangers[row + b] as number
    }
  }

  private measureChanged(t: number): void {
    this.measureBox(t)
    const at = t * 4
    for (let i = at; i < at + 4; i++) if (this.tried[i] !== this.boxes[i]) this.changed[t] = 1
  }

  private measureBox(t: number): void {
    const { widths, heights } = this.graph
    let left = Infinity
    let top = Infinity
    let right = -Infinity
    let bottom = -Infinity
    const members = this.members[t] as Int32Array
    for (let k = 0; k < members.length; k++) {
      const i = members[k] as number
      const w = (widths[i] as number) / 2
      const h = (heights[i] as number) / 2
      const x = this.x[i] as number
      const y = this.y[i] as number
      if (x - w < left) left = x - w
      if (x + w > right) right = x + w
      if (y - h < top) top = y - h
      if (y + h > bottom) bottom = y + h
    }
    const at = t * 4
    this.tried[at] = left - TERRITORY_MARGIN
    this.tried[at + 1] = top - TERRITORY_MARGIN
    this.tried[at + 2] = right + TERRITORY_MARGIN
    this.tried[at + 3] = bottom + TERRITORY_MARGIN
  }

  private size(boxes: Float64Array, t: number): number {
    const at = t * 4
    const width = (boxes[at + 2] as number) - (boxes[at] as number)
    return width > 0 ? territoryCost(width, (boxes[at + 3] as number) - (boxes[at + 1] as number)) : 0
  }

  private stranger(t: number, i: number): number {
    if (this.graph.territories[i] === t) return 0
    const at = t * 4
    const w = (this.graph.widths[i] as number) / 2
    const h = (this.graph.heights[i] as number) / 2
    const x = this.x[i] as number
    const y = this.y[i] as number
    const { tried } = this
    return strangerCost(
      Math.min(x + w - (tried[at] as number), (tried[at + 2] as number) - x + w),
      Math.min(y + h - (tried[at + 1] as number), (tried[at + 3] as number) - y + h),
    )
  }

  private shared(boxes: Float64Array, t: number, other: number): number {
    const a = t * 4
    const b = other * 4
    const left = Math.max(boxes[a] as number, boxes[b] as number)
    const top = Math.max(boxes[a + 1] as number, boxes[b + 1] as number)
    const right = Math.min(boxes[a + 2] as number, boxes[b + 2] as number)
    const bottom = Math.min(boxes[a + 3] as number, boxes[b + 3] as number)
    return sharedGroundCost(right - left, bottom - top)
  }
}
