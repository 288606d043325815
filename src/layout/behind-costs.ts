import { BEHIND_MARGIN, behindCost, shareInside } from './search-costs.ts'
import type { SearchLines } from './search-lines.ts'

/** What it costs that ties pass behind the cards of elements that are not theirs, kept by tie and card. */
export class BehindCosts {
  private readonly lines: SearchLines
  private readonly pairs: Float32Array
  private readonly ofTie: Float64Array
  private readonly ofCard: Float64Array
  /** The moved ties' rows as they would be, and the two moved cards' columns. */
  private readonly freshTies: Float32Array
  private readonly freshCards: Float32Array

  constructor(lines: SearchLines) {
    const n = lines.graph.count
    const m = lines.ties.count
    this.lines = lines
    this.pairs = new Float32Array(m * n)
    this.ofTie = new Float64Array(m)
    this.ofCard = new Float64Array(n)
    this.freshTies = new Float32Array(lines.mostMoved * n)
    this.freshCards = new Float32Array(2 * m)
  }

  measure(): number {
    const { lines, pairs, ofTie, ofCard } = this
    const n = lines.graph.count
    ofTie.fill(0)
    ofCard.fill(0)
    let total = 0
    for (let e = 0; e < lines.ties.count; e++) {
      this.behindCards(e, 0)
      for (let c = 0; c < n; c++) {
        const cost = this.freshTies[c] as number
        pairs[e * n + c] = cost
        ofTie[e] = (ofTie[e] as number) + cost
        ofCard[c] = (ofCard[c] as number) + cost
        total += cost
      }
    }
    return total
  }

  old(a: number, b: number): number {
    const { moved, movedCount, graph } = this.lines
    let cost = (this.ofCard[a] as number) + (b < 0 ? 0 : (this.ofCard[b] as number))
    for (let i = 0; i < movedCount; i++) {
      const e = moved[i] as number
      cost += this.ofTie[e] as number
      if (b >= 0) cost -= (this.pairs[e * graph.count + a] as number) + (this.pairs[e * graph.count + b] as number)
    }
    return cost
  }

  now(a: number, b: number, limit: number): number {
    const { ties, moved, movedCount } = this.lines
    let cost = this.behindCard(a, 0)
    if (b >= 0) cost += this.behindCard(b, ties.count)
    for (let i = 0; i < movedCount && cost <= limit; i++) cost += this.behindCards(moved[i] as number, i)
    return cost
  }

  keep(a: number, b: number): void {
    const { graph, ties, moved, movedCount } = this.lines
    const n = graph.count
    this.keepCard(a, 0)
    if (b >= 0) this.keepCard(b, ties.count)
    for (let i = 0; i < movedCount; i++) {
      const e = moved[i] as number
      for (let c = 0; c < n; c++) this.set(e, c, this.freshTies[i * n + c] as number)
    }
  }

  private keepCard(card: number, row: number): void {
    const { ties, place } = this.lines
    for (let f = 0; f < ties.count; f++) if (!place[f]) this.set(f, card, this.freshCards[row + f] as number)
  }

  private set(e: number, c: number, cost: number): void {
    const at = e * this.lines.graph.count + c
    const change = cost - (this.pairs[at] as number)
    if (change === 0) return
    this.pairs[at] = cost
    this.ofTie[e] = (this.ofTie[e] as number) + change
    this.ofCard[c] = (this.ofCard[c] as number) + change
  }

  /** Weighs a moved card against every tie that stays. */
  private behindCard(c: number, row: number): number {
    const { freshCards } = this
    const { x, y, ax, ay, bx, by, halfWidths, halfHeights, lengths, place } = this.lines
    const w = (halfWidths[c] as number) + BEHIND_MARGIN
    const h = (halfHeights[c] as number) + BEHIND_MARGIN
    const centreX = x[c] as number
    const centreY = y[c] as number
    const count = lengths.length
    let total = 0
    for (let f = 0; f < count; f++) {
      const startX = ax[f] as number
      const startY = ay[f] as number
      const dx = (bx[f] as number) - startX
      const dy = (by[f] as number) - startY
      const cx = centreX - startX
      const cy = centreY - startY
      let cost = 0
      if (Math.abs(dx * cy - dy * cx) < w * Math.abs(dy) + h * Math.abs(dx) && place[f] === 0) {
        cost = behindCost(shareInside(dx, dy, cx, cy, w, h) * (lengths[f] as number))
        total += cost
      }
      freshCards[row + f] = cost
    }
    return total
  }

  /** Weighs the i-th moved tie against every card. */
  private behindCards(e: number, i: number): number {
    const { freshTies } = this
    const { x, y, ax, ay, bx, by, halfWidths, halfHeights, lengths, ties, graph } = this.lines
    const startX = ax[e] as number
    const startY = ay[e] as number
    const dx = (bx[e] as number) - startX
    const dy = (by[e] as number) - startY
    const wide = Math.abs(dx)
    const high = Math.abs(dy)
    const from = ties.from[e] as number
    const to = ties.to[e] as number
    const row = i * graph.count
    let total = 0
    for (let c = 0; c < graph.count; c++) {
      const cx = (x[c] as number) - startX
      const cy = (y[c] as number) - startY
      const w = (halfWidths[c] as number) + BEHIND_MARGIN
      const h = (halfHeights[c] as number) + BEHIND_MARGIN
      let cost = 0
      if (Math.abs(dx * cy - dy * cx) < w * high + h * wide && c !== from && c !== to) {
        cost = behindCost(shareInside(dx, dy, cx, cy, w, h) * (lengths[e] as number))
        total += cost
      }
      freshTies[row + c] = cost
    }
    return total
  }
}
