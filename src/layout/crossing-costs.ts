import { crossingCost } from './search-costs.ts'
import type { SearchLines } from './search-lines.ts'

/** What the ties' crossings cost, kept pair by pair. */
export class CrossingCosts {
  private readonly lines: SearchLines
  private readonly pairs: Float32Array
  private readonly sums: Float64Array
  /** The moved ties' rows as they would be. */
  private readonly fresh: Float32Array

  constructor(lines: SearchLines) {
    const m = lines.ties.count
    this.lines = lines
    this.pairs = new Float32Array(m * m)
    this.sums = new Float64Array(m)
    this.fresh = new Float32Array(lines.mostMoved * m)
  }

  /** Weighs every pair anew; gives the total. */
  measure(): number {
    const { lines, pairs, sums, fresh } = this
    const m = lines.ties.count
    pairs.fill(0)
    sums.fill(0)
    let total = 0
    for (let e = 0; e < m; e++) {
      this.weigh(e, 0, 0)
      for (let f = e + 1; f < m; f++) {
        const cost = fresh[f] as number
        if (cost === 0) continue
        pairs[e * m + f] = cost
        pairs[f * m + e] = cost
        sums[e] = (sums[e] as number) + cost
        sums[f] = (sums[f] as number) + cost
        total += cost
      }
    }
    return total
  }

  /** What the gathered ties' crossings cost before the move. */
  old(isPair: boolean): number {
    const { moved, movedCount, ties } = this.lines
    let cost = 0
    for (let i = 0; i < movedCount; i++) {
      const e = moved[i] as number
      cost += this.sums[e] as number
      // The ties of one element meet at it and do not cross; those of two may.
      if (isPair) for (let j = 0; j < i; j++) cost -= this.pairs[e * ties.count + (moved[j] as number)] as number
    }
    return cost
  }

  /** What they cost now, as an amount above `limit` as soon as it is. */
  now(limit: number): number {
    const { moved, movedCount, ties } = this.lines
    let cost = 0
    for (let i = 0; i < movedCount && cost <= limit; i++) cost += this.weigh(moved[i] as number, i * ties.count, i + 1)
    return cost
  }

  keep(): void {
    const { pairs, sums, fresh } = this
    const { moved, movedCount, place, ties } = this.lines
    const m = ties.count
    for (let i = 0; i < movedCount; i++) {
      const e = moved[i] as number
      for (let f = 0; f < m; f++) {
        const at = place[f] as number
        if (at > 0 && at <= i + 1) continue
        const cost = fresh[i * m + f] as number
        const change = cost - (pairs[e * m + f] as number)
        if (change === 0) continue
        pairs[e * m + f] = cost
        pairs[f * m + e] = cost
        sums[e] = (sums[e] as number) + change
        sums[f] = (sums[f] as number) + change
      }
    }
  }

  /** Weighs a tie against all others into a row, leaving out the moved ones up to `done`, whose pairs are weighed already. */
  private weigh(e: number, row: number, done: number): number {
    const { fresh } = this
    const { ax, ay, bx, by, lengths, place } = this.lines
    const { count, weight } = this.lines.ties
    const x = ax[e] as number
    const y = ay[e] as number
    const dx = (bx[e] as number) - x
    const dy = (by[e] as number) - y
    const length = lengths[e] as number
    let total = 0
    for (let f = 0; f < count; f++) {
      const px = (ax[f] as number) - x
      const py = (ay[f] as number) - y
      const qx = (bx[f] as number) - x
      const qy = (by[f] as number) - y
      let cost = 0
      // Ties that share an element meet at its exact centre, so that one of these products is exactly 0.
      if ((dx * py - dy * px) * (dx * qy - dy * qx) < 0) {
        const fx = qx - px
        const fy = qy - py
        if ((fy * px - fx * py) * (fx * (dy - py) - fy * (dx - px)) < 0) {
          const at = place[f] as number
          if (at === 0 || at > done) {
            const sine = Math.abs(dx * fy - dy * fx) / (length * (lengths[f] as number))
            cost = crossingCost(sine) * (weight[e] as number) * (weight[f] as number)
            total += cost
          }
        }
      }
      fresh[row + f] = cost
    }
    return total
  }
}
