import type { Box } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { graphIds, graphOf, type LayoutGraph } from './layout-graph.ts'
import type { Measured } from './measured.ts'
import type { Placement } from './placement.ts'

export type ArrangementName = 'settle-again' | 'rows' | 'rings' | 'flow' | 'tidy'

export interface ArrangeOptions {
  /** Only these may move; everything where it is left out. */
  readonly only?: ReadonlySet<Id>
  /** What the rings go round; the element in the middle of the map where it is left out or nothing would be left to go round it. */
  readonly around?: readonly Id[]
  /** Which of its many pictures is wanted of a layout that rests on chance; the first where it is left out. */
  readonly attempt?: number
}

/** What a worker is given. */
export interface ArrangeJob {
  readonly by: ArrangementName
  readonly graph: LayoutGraph
  /** 1 for what is to be arranged; what of it is fixed stays in its place. */
  readonly isIn: Uint8Array
  readonly around: Int32Array
  readonly attempt: number
}

/** What an arrangement came to. */
export interface ArrangeResult {
  /** Where things are to stand: only those that move, whole units. */
  readonly positions: ReadonlyMap<Id, Point>
  /** Pairs of cards that still overlap: both are pinned, and only a person can say which one moves. */
  readonly overlaps: readonly (readonly [Id, Id])[]
  /** How good the picture is. */
  readonly measured: Measured
}

export function arrangeJob(moment: MapContent, boxes: ReadonlyMap<Id, Box>, by: ArrangementName, { only, around = [], attempt = 1 }: ArrangeOptions = {}): ArrangeJob {
  const ids = graphIds(moment)
  const graph = graphOf(moment, boxes, only)
  // Overlaps are taken away where cards stand; what was never placed stands nowhere.
  const isIn = Uint8Array.from(ids, (id) => Number(by === 'tidy' ? moment.positions.has(id) : !only || only.has(id)))
  const middle = new Set(only ? [] : around)
  const places = ids.flatMap((id, i) => (middle.has(id) ? [i] : []))
  return { by, graph, isIn, around: Int32Array.from(places.length < ids.length ? places : []), attempt }
}

/** The placement as a result: what moves. */
export function arrangeResult(moment: MapContent, { graph, isIn }: ArrangeJob, { x, y }: Placement, measured: Measured): ArrangeResult {
  const ids = graphIds(moment)
  const positions = new Map<Id, Point>()
  ids.forEach((id, i) => {
    const at = moment.positions.get(id)
    if (isIn[i] && !graph.fixed[i] && (at?.[0] !== x[i] || at?.[1] !== y[i])) positions.set(id, [x[i] as number, y[i] as number])
  })
  return { positions, overlaps: measured.overlaps.map(([a, b]) => [ids[a] ?? '', ids[b] ?? '']), measured }
}
