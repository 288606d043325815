import type { Random } from '../model/ids.ts'
import type { PivotDistances } from './graph-distances.ts'
import type { Placement } from './placement.ts'

const ROUNDS = 60

/**
 * Places every element by its distances to the pivots alone: classical scaling of a part of the distance matrix (Brandes and Pich,
 * "Eigensolver methods for progressive multidimensional scaling of large data", GD 2006). Lengths are steps. O(n × pivots²).
 */
export function pivotMds({ pivots, steps, nearest }: PivotDistances, random: Random): Placement {
  const n = nearest.length
  const k = pivots.length
  const centred = doublyCentred(steps, n, k)
  const products = new Float64Array(k * k)
  for (let p = 0; p < k; p++) {
    for (let q = 0; q <= p; q++) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += (centred[p * n + i] as number) * (centred[q * n + i] as number)
      products[p * k + q] = products[q * k + p] = sum
    }
  }
  const first = strongest(products, k, random, null)
  const second = strongest(products, k, random, first)
  const along = (axis: Float64Array) => {
    const at = new Float64Array(n)
    for (let p = 0; p < k; p++) for (let i = 0; i < n; i++) at[i] = (at[i] as number) + (centred[p * n + i] as number) * (axis[p] as number)
    return at
  }
  return scaledToSteps(along(first), along(second), { pivots, steps, nearest })
}

/** Squared distances less the means of their row and column, halved. */
function doublyCentred(steps: Float64Array, n: number, k: number): Float64Array {
  const centred = steps.map((d) => d * d)
  const ofElement = new Float64Array(n)
  const ofPivot = new Float64Array(k)
  let all = 0
  for (let p = 0; p < k; p++) {
    for (let i = 0; i < n; i++) {
      const square = centred[p * n + i] as number
      ofElement[i] = (ofElement[i] as number) + square / k
      ofPivot[p] = (ofPivot[p] as number) + square / n
      all += square / n / k
    }
  }
  for (let p = 0; p < k; p++) {
    for (let i = 0; i < n; i++) centred[p * n + i] = -((centred[p * n + i] as number) - (ofElement[i] as number) - (ofPivot[p] as number) + all) / 2
  }
  return centred
}

/** The strongest eigenvector of a symmetric matrix, of length 1, at right angles to another (power iteration). */
function strongest(matrix: Float64Array, k: number, random: Random, other: Float64Array | null): Float64Array {
  let vector = Float64Array.from({ length: k }, () => random() - 0.5)
  for (let round = 0; round < ROUNDS; round++) {
    if (other) {
      let dot = 0
      for (let p = 0; p < k; p++) dot += (vector[p] as number) * (other[p] as number)
      vector = vector.map((value, p) => value - dot * (other[p] as number))
    }
    const next = new Float64Array(k)
    let length = 0
    for (let p = 0; p < k; p++) {
      let sum = 0
      for (let q = 0; q < k; q++) sum += (matrix[p * k + q] as number) * (vector[q] as number)
      next[p] = sum
      length += sum * sum
    }
    if (length === 0) return vector
    vector = next.map((value) => value / Math.sqrt(length))
  }
  return vector
}

/** As large as brings distances on the plane nearest to the steps (least squares). */
function scaledToSteps(x: Float64Array, y: Float64Array, { pivots, steps }: PivotDistances): Placement {
  const n = x.length
  let together = 0
  let squares = 0
  pivots.forEach((pivot, p) => {
    for (let i = 0; i < n; i++) {
      const distance = Math.hypot((x[i] as number) - (x[pivot] as number), (y[i] as number) - (y[pivot] as number))
      together += distance * (steps[p * n + i] as number)
      squares += distance * distance
    }
  })
  const scale = squares > 0 ? together / squares : 1
  return { x: x.map((value) => value * scale), y: y.map((value) => value * scale) }
}
