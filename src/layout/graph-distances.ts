import type { Random } from '../model/ids.ts'

/** Steps along ties from some elements, the pivots, to every element. */
export interface PivotDistances {
  readonly pivots: Int32Array
  /** By pivot, then element. Between parts that no tie joins: one more than the longest way found. */
  readonly steps: Float64Array
  /** By element: the pivot that is nearest, as a place in `pivots`. */
  readonly nearest: Int32Array
}

/** Pivots spread over the graph: each is the element farthest from those before it (max-min, after de Silva and Tenenbaum 2003). O(pivots × (n + ties)). */
export function pivotDistances(around: readonly Int32Array[], count: number, random: Random): PivotDistances {
  const n = around.length
  const wanted = Math.min(count, n)
  const pivots = new Int32Array(wanted)
  const steps = new Float64Array(wanted * n)
  const least = new Float64Array(n).fill(Infinity)
  const queue = new Int32Array(n)
  let longest = 0
  let next = Math.floor(random() * n)
  for (let p = 0; p < wanted; p++) {
    pivots[p] = next
    const row = steps.subarray(p * n, (p + 1) * n)
    longest = Math.max(longest, stepsFrom(around, [next], row, queue))
    let farthest = -1
    for (let i = 0; i < n; i++) {
      least[i] = Math.min(least[i] as number, row[i] as number)
      if ((least[i] as number) > farthest) {
        farthest = least[i] as number
        next = i
      }
    }
  }
  for (let at = 0; at < steps.length; at++) if (steps[at] === Infinity) steps[at] = longest + 1
  for (let i = 0; i < n; i++) if (least[i] === Infinity) least[i] = longest + 1
  return { pivots, steps, nearest: regionsOf(steps, wanted, least) }
}

/** For every element its nearest pivot; of several as near, the one that has fewest so far, so that none stands for a whole crowd. */
function regionsOf(steps: Float64Array, pivots: number, least: Float64Array): Int32Array {
  const sizes = new Int32Array(pivots)
  return Int32Array.from(least, (distance, i) => {
    let chosen = -1
    for (let p = 0; p < pivots; p++) {
      if (steps[p * least.length + i] === distance && (chosen < 0 || (sizes[p] as number) < (sizes[chosen] as number))) chosen = p
    }
    sizes[chosen] = (sizes[chosen] as number) + 1
    return chosen
  })
}

/** Fills a row with the steps along ties, either way, from the nearest of some elements, infinite where no way leads; gives the longest. `queue` is room to work in, one place for each element. */
export function stepsFrom(around: readonly Int32Array[], from: readonly number[], row: Float64Array, queue: Int32Array): number {
  row.fill(Infinity)
  let tail = 0
  for (const i of from) {
    row[i] = 0
    queue[tail++] = i
  }
  let longest = 0
  for (let head = 0; head < tail; head++) {
    const i = queue[head] as number
    longest = row[i] as number
    for (const j of around[i] as Int32Array) {
      if (row[j] !== Infinity) continue
      row[j] = longest + 1
      queue[tail++] = j
    }
  }
  return longest
}
