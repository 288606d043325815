import { boxesOf } from '../boxes/boxes.ts'
import { graphIds, graphOf } from '../layout/layout-graph.ts'
import { removeOverlaps } from '../layout/overlaps.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'

/** Where these elements stand, pinned or not, when none of them lies on another card; nothing else moves. */
export function withoutOverlaps(map: SystemMap, ids: readonly Id[]): ReadonlyMap<Id, Point> {
  const graph = graphOf(map, boxesOf(map.elements.values()))
  const chosen = new Set(ids)
  const all = graphIds(map)
  const [x, y] = [graph.startX.slice(), graph.startY.slice()]
  all.forEach((id, i) => (graph.fixed[i] = chosen.has(id) ? 0 : 1))
  removeOverlaps(graph, x, y)
  return new Map(all.flatMap((id, i) => (chosen.has(id) && map.positions.has(id) ? [[id, [x[i] ?? 0, y[i] ?? 0] as const]] : [])))
}
