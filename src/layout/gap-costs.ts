import { GAP, GAP_SHARE, gapCost } from './search-costs.ts'
import type { SearchLines } from './search-lines.ts'

/** What it costs that cards stand close together, kept pair by pair. */
export class GapCosts {
  private readonly lines: SearchLines
  private readonly pairs: Float32Array
  private readonly sums: Float64Array
  private readonly fresh: Float32Array

  constructor(lines: SearchLines) {
    const n = lines.graph.count
    this.lines = lines
    this.pairs = new Float32Array(n * n)
    this.sums = new Float64Array(n)
    this.fresh = new Float32Array(2 * n)
  }

  measure(): number {
    const n = this.lines.graph.count
    this.pairs.fill(0)
    this.sums.fill(0)
    let total = 0
    for (let i = 0; i < n; i++) {
      this.weigh(i, 0)
      for (let j = i + 1; j < n; j++) {
        const cost = this.fresh[j] as number
        this.set(i, j, cost)
        total += cost
      }
    }
    return total
  }

  old(a: number, b: number): number {
    if (b < 0) return this.sums[a] as number
    return (this.sums[a] as number) + (this.sums[b] as number) - (this.pairs[a * this.lines.graph.count + b] as number)
  }

  now(a: number, b: number): number {
    if (b < 0) return this.weigh(a, 0)
    const n = this.lines.graph.count
    return this.weigh(a, 0) + this.weigh(b, n) - (this.fresh[b] as number)
  }

  keep(a: number, b: number): void {
    const n = this.lines.graph.count
    for (let c = 0; c < n; c++) {
      if (c === a) continue
      this.set(a, c, this.fresh[c] as number)
      if (b >= 0 && c !== b) this.set(b, c, this.fresh[n + c] as number)
    }
  }

  private set(i: number, j: number, cost: number): void {
    const n = this.lines.graph.count
    const change = cost - (this.pairs[i * n + j] as number)
    if (change === 0) return
    this.pairs[i * n + j] = cost
    this.pairs[j * n + i] = cost
    this.sums[i] = (this.sums[i] as number) + change
    this.sums[j] = (this.sums[j] as number) + change
  }

  /** Weighs a card against all others. */
  private weigh(i: number, row: number): number {
    const { fresh } = this
    const { x, y, halfWidths, halfHeights, graph } = this.lines
    const centreX = x[i] as number
    const centreY = y[i] as number
    const w = halfWidths[i] as number
    const h = halfHeights[i] as number
    let total = 0
    for (let c = 0; c < graph.count; c++) {
      const roomX = Math.abs((x[c] as number) - centreX) - (1 + GAP_SHARE) * (w + (halfWidths[c] as number)) - GAP
      const roomY = Math.abs((y[c] as number) - centreY) - (1 + GAP_SHARE) * (h + (halfHeights[c] as number)) - GAP
      const cost = c === i ? 0 : gapCost(roomX, roomY)
      fresh[row + c] = cost
      total += cost
    }
    return total
  }
}
