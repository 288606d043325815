import type { LayoutGraph } from './layout-graph.ts'

/** Who is tied to each element, either way; once for each tie. */
export function neighboursOf(graph: LayoutGraph): readonly Int32Array[] {
  const lists: number[][] = Array.from({ length: graph.count }, () => [])
  for (let e = 0; e < graph.from.length; e++) {
    lists[graph.from[e] as number]?.push(graph.to[e] as number)
    lists[graph.to[e] as number]?.push(graph.from[e] as number)
  }
  return lists.map((list) => Int32Array.from(list))
}
