import type { LayoutGraph } from './layout-graph.ts'
import { stepsFrom } from './graph-distances.ts'
import { neighboursOf } from './neighbours.ts'

/** Elements whose distances to all others are looked at: enough for two figures. */
const SOURCES = 40

/**
 * How far distances on the plane are from the steps along ties, 0 to 1: the stress, weighed by 1/steps², at the scale that suits it best,
 * as a share of what all elements in one place would have. Pairs that no way joins do not count. O(sources × (n + ties)).
 */
export function stressOf(graph: LayoutGraph, x: ArrayLike<number>, y: ArrayLike<number>): number {
  const around = neighboursOf(graph)
  const row = new Float64Array(graph.count)
  const queue = new Int32Array(graph.count)
  const sources = Math.min(SOURCES, graph.count)
  let [together, squares, pairs] = [0, 0, 0]
  for (let s = 0; s < sources; s++) {
    const from = Math.floor(((s + 0.5) * graph.count) / sources)
    stepsFrom(around, [from], row, queue)
    for (let i = 0; i < graph.count; i++) {
      const steps = row[i] as number
      if (steps === 0 || steps === Infinity) continue
      const distance = Math.hypot((x[i] as number) - (x[from] as number), (y[i] as number) - (y[from] as number))
      if (Number.isNaN(distance)) continue
      together += distance / steps
      squares += (distance * distance) / (steps * steps)
      pairs++
    }
  }
  return squares === 0 || pairs === 0 ? 0 : 1 - (together * together) / squares / pairs
}
