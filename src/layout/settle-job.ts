import type { Box } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { graphIds, graphOf, type LayoutGraph } from './layout-graph.ts'
import type { Placement } from './placement.ts'
import { layoutQuality } from './quality.ts'
import type { SettleOptions, SettleResult } from './settle-result.ts'
import { settledDigest } from './settled-digest.ts'

/** What a worker is given. */
export interface SettleJob {
  readonly graph: LayoutGraph
  readonly seed: number
  readonly isCareful: boolean
}

/** One seed for all maps: settling the same map on two laptops gives the same picture. This one suits the sample map. */
const SEED = 48

/** The map as numbers; null when it is as the last *Settle* left it, so that there is nothing to do. */
export function settleJob(moment: MapContent, boxes: ReadonlyMap<Id, Box>, options: SettleOptions = {}): SettleJob | null {
  const { only, carefully = false } = options
  if (!only && isSettled(moment, boxes, carefully)) return null
  return { graph: graphOf(moment, boxes, only), seed: SEED, isCareful: carefully }
}

/** A careful picture is settled too; a quick one may yet be settled carefully. */
function isSettled(moment: MapContent, boxes: ReadonlyMap<Id, Box>, carefully: boolean): boolean {
  const digest = settledDigest(moment, boxes)
  return moment.meta.settled === careful(digest) || (!carefully && moment.meta.settled === digest)
}

function careful(digest: string): string {
  return `${digest}+`
}

/** The placement as a result: what moves, and how good the whole is. Without a placement nothing moves. */
export function settleResult(moment: MapContent, boxes: ReadonlyMap<Id, Box>, options: SettleOptions, job: SettleJob | null, placement: Placement | null): SettleResult {
  const ids = graphIds(moment)
  const graph = job?.graph ?? graphOf(moment, boxes)
  const x = placement?.x ?? graph.startX
  const y = placement?.y ?? graph.startY
  const positions = new Map<Id, Point>()
  if (placement) {
    ids.forEach((id, i) => {
      const at = moment.positions.get(id)
      if (!graph.fixed[i] && (at?.[0] !== x[i] || at?.[1] !== y[i])) positions.set(id, [x[i] ?? 0, y[i] ?? 0])
    })
  }
  const { crossings, behind, overlaps } = layoutQuality(graph, x, y)
  const digest = settledDigest(moment, boxes, positions)
  return {
    positions,
    digest: options.only ? null : job === null ? moment.meta.settled : options.carefully ? careful(digest) : digest,
    crossings,
    behind,
    overlaps: overlaps.map(([a, b]) => [ids[a] ?? '', ids[b] ?? '']),
  }
}
