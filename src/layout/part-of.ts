import type { LayoutGraph } from './layout-graph.ts'

/** Some elements of a graph, in their order, and the ties between them: a graph of its own, whose i-th element is `members[i]` of the whole. */
export function partOf(graph: LayoutGraph, members: readonly number[]): LayoutGraph {
  const places = new Map(members.map((i, place) => [i, place]))
  const ties = [...graph.from.keys()].filter((e) => places.has(graph.from[e] as number) && places.has(graph.to[e] as number))
  const numbers = (list: Float64Array) => Float64Array.from(members, (i) => list[i] as number)
  const flags = (list: Uint8Array) => Uint8Array.from(members, (i) => list[i] as number)
  const indexes = (list: Int32Array) => Int32Array.from(members, (i) => list[i] as number)
  return {
    count: members.length,
    widths: numbers(graph.widths),
    heights: numbers(graph.heights),
    startX: numbers(graph.startX),
    startY: numbers(graph.startY),
    fixed: flags(graph.fixed),
    lanes: flags(graph.lanes),
    territories: indexes(graph.territories),
    territoryCount: graph.territoryCount,
    organisations: indexes(graph.organisations),
    organisationLanes: graph.organisationLanes,
    from: Int32Array.from(ties, (e) => places.get(graph.from[e] as number) as number),
    to: Int32Array.from(ties, (e) => places.get(graph.to[e] as number) as number),
    starred: Uint8Array.from(ties, (e) => graph.starred[e] as number),
    mutual: Uint8Array.from(ties, (e) => graph.mutual[e] as number),
    centre: places.get(graph.centre) ?? -1,
  }
}
