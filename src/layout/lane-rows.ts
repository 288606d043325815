import { OUTCOME_PITCH, type Frame } from './frame.ts'
import { LANE, type Lane, type LayoutGraph } from './layout-graph.ts'
import { CLEAR } from './overlaps.ts'
import { spread } from './spread.ts'

interface Row {
  readonly y: number
  readonly members: readonly number[]
}

/** The rows of outcomes and of factors: neighbours across take the rows in turn. What is fixed is in none. */
export function rowsOf(graph: LayoutGraph, frame: Frame, x: Float64Array): readonly Row[] {
  const dealt = (lane: Lane, count: number, top: number): Row[] => {
    const inLane = [...graph.lanes.keys()].filter((i) => graph.lanes[i] === lane && !graph.fixed[i]).sort((a, b) => (x[a] as number) - (x[b] as number) || a - b)
    return Array.from({ length: count }, (_, row) => ({ y: top + row * OUTCOME_PITCH, members: inLane.filter((_, k) => k % count === row) }))
  }
  return [
    ...dealt(LANE.outcome, frame.outcomeRows, frame.outcomeTop),
    ...dealt(LANE.factor, frame.factorRows, (frame.factorTop + frame.height / 2 - (frame.factorRows - 1) * OUTCOME_PITCH) / 2),
  ]
}

/** Puts outcomes and factors in their rows, each as near as it can be to where it was across. */
export function layRows(graph: LayoutGraph, frame: Frame, x: Float64Array, y: Float64Array): void {
  for (const row of rowsOf(graph, frame, x)) {
    const gap = (k: number) => ((graph.widths[row.members[k - 1] as number] as number) + (graph.widths[row.members[k] as number] as number)) / 2 + 2 * CLEAR
    const places = spread(Float64Array.from(row.members, (i) => x[i] as number), gap)
    row.members.forEach((i, k) => {
      x[i] = places[k] as number
      y[i] = row.y
    })
  }
}
