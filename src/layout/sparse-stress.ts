import type { Random } from '../model/ids.ts'
import type { PivotDistances } from './graph-distances.ts'
import type { Placement } from './placement.ts'

/** Rounds over all terms. */
const ROUNDS = 12
/** How far the last round may still move a pair towards its distance, as a share of a full step. */
const LAST = 0.1

/**
 * Moves elements until their distances come near to the steps between them: ties in full, and each pivot standing for those nearest to it
 * (the sparse stress model of Ortmann, Klimenta and Brandes, GD 2016), one pair at a time in a shuffled order with a cooling step
 * (Zheng, Pawar and Goodman, "Graph drawing by stochastic gradient descent", 2018). Yields the share done. O(rounds × (ties + n × pivots)).
 */
export function* lessenStress({ x, y }: Placement, from: Int32Array, to: Int32Array, distances: PivotDistances, random: Random): Generator<number> {
  const { first, second, wanted, weights } = termsOf(from, to, distances)
  const count = wanted.length
  const ties = from.length
  const order = Int32Array.from({ length: count }, (_, at) => at)
  let [lightest, heaviest] = [Infinity, 0]
  for (const weight of weights) {
    if (weight === 0) continue
    lightest = Math.min(lightest, weight)
    heaviest = Math.max(heaviest, weight)
  }
  const hot = 1 / lightest
  const cooling = Math.log((LAST / heaviest) * lightest) / (ROUNDS - 1)
  for (let round = 0; round < ROUNDS; round++) {
    yield round / ROUNDS
    const step = hot * Math.exp(cooling * round)
    for (let at = count - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      const held = order[at] as number
      order[at] = order[other] as number
      order[other] = held
    }
    for (let at = 0; at < count; at++) {
      const term = order[at] as number
      const i = first[term] as number
      const j = second[term] as number
      const dx = (x[i] as number) - (x[j] as number)
      const dy = (y[i] as number) - (y[j] as number)
      const distance = Math.sqrt(dx * dx + dy * dy) || 1e-6
      const by = (Math.min(1, (weights[term] as number) * step) * (distance - (wanted[term] as number))) / distance / 2
      x[i] = (x[i] as number) - dx * by
      y[i] = (y[i] as number) - dy * by
      // A pivot stands for many: it would be torn about by elements that it does not stand for.
      if (term >= ties) continue
      x[j] = (x[j] as number) + dx * by
      y[j] = (y[j] as number) + dy * by
    }
  }
}

interface Terms {
  readonly first: Int32Array
  readonly second: Int32Array
  readonly wanted: Float64Array
  readonly weights: Float64Array
}

/** A pivot counts for all elements of its region that are nearer to it than half of the way. */
function termsOf(from: Int32Array, to: Int32Array, { pivots, steps, nearest }: PivotDistances): Terms {
  const n = nearest.length
  const reach = regions({ pivots, steps, nearest })
  const most = from.length + n * pivots.length
  const first = new Int32Array(most)
  const second = new Int32Array(most)
  const wanted = new Float64Array(most)
  const weights = new Float64Array(most)
  let count = 0
  const add = (i: number, j: number, distance: number, weight: number) => {
    first[count] = i
    second[count] = j
    wanted[count] = distance
    weights[count++] = weight
  }
  for (let e = 0; e < from.length; e++) add(from[e] as number, to[e] as number, 1, 1)
  pivots.forEach((pivot, p) => {
    const within = reach[p] as Int32Array
    for (let i = 0; i < n; i++) {
      const distance = steps[p * n + i] as number
      if (distance > 1) add(i, pivot, distance, (within[Math.min(within.length - 1, Math.floor(distance / 2))] as number) / (distance * distance))
    }
  })
  return { first: first.subarray(0, count), second: second.subarray(0, count), wanted: wanted.subarray(0, count), weights: weights.subarray(0, count) }
}

/** By pivot: how many of its own region lie within so many steps. */
function regions({ pivots, steps, nearest }: PivotDistances): readonly Int32Array[] {
  const n = nearest.length
  const longest = steps.reduce((most, d) => Math.max(most, d), 0)
  const within = Array.from(pivots, () => new Int32Array(longest + 1))
  for (let i = 0; i < n; i++) {
    const p = nearest[i] as number
    const row = within[p] as Int32Array
    row[steps[p * n + i] as number] = (row[steps[p * n + i] as number] as number) + 1
  }
  for (const row of within) for (let d = 1; d < row.length; d++) row[d] = (row[d] as number) + (row[d - 1] as number)
  return within
}
