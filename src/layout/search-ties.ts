import { LANE, type LayoutGraph } from './layout-graph.ts'

/** The ties as the search sees them: those between the same two elements are one line that weighs as many. */
export interface SearchTies {
  readonly count: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly weight: Float64Array
  /** The clear room wanted between the two cards. */
  readonly wantedGap: Float64Array
  /** The ties of each element. */
  readonly at: readonly Int32Array[]
}

export function searchTies(graph: LayoutGraph): SearchTies {
  const merged = new Map<number, { from: number; to: number; weight: number; gap: number }>()
  for (let i = 0; i < graph.from.length; i++) {
    const from = graph.from[i] as number
    const to = graph.to[i] as number
    const key = Math.min(from, to) * graph.count + Math.max(from, to)
    const isFactor = graph.lanes[from] === LANE.factor && graph.lanes[to] === LANE.factor
    const gap = graph.starred[i] ? 95 : isFactor ? 78 : 64
    const tie = merged.get(key)
    if (tie) {
      tie.weight++
      tie.gap = Math.max(tie.gap, gap)
    } else merged.set(key, { from, to, weight: 1, gap })
  }
  const ties = [...merged.values()]
  const at: number[][] = Array.from({ length: graph.count }, () => [])
  ties.forEach(({ from, to }, i) => {
    at[from]?.push(i)
    at[to]?.push(i)
  })
  return {
    count: ties.length,
    from: Int32Array.from(ties, (tie) => tie.from),
    to: Int32Array.from(ties, (tie) => tie.to),
    weight: Float64Array.from(ties, (tie) => tie.weight),
    wantedGap: Float64Array.from(ties, (tie) => tie.gap),
    at: at.map((list) => Int32Array.from(list)),
  }
}
