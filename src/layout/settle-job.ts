import type { Box } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { graphIds, graphOf, type LayoutGraph } from './layout-graph.ts'
import type { Placement } from './placement.ts'
import type { Measured } from './measured.ts'
import { overlappingCards } from './quality.ts'
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

/** What was done about a map that was not settled yet. */
interface Done {
  readonly job: SettleJob
  readonly placement: Placement
  readonly measured: Measured
}

/** The placement as a result: what moves, and how good the whole is. Where nothing had to be done nothing moves. */
export function settleResult(moment: MapContent, boxes: ReadonlyMap<Id, Box>, options: SettleOptions, done: Done | null): SettleResult {
  const ids = graphIds(moment)
  const named = (pairs: Measured['overlaps']) => pairs.map(([a, b]): [Id, Id] => [ids[a] ?? '', ids[b] ?? ''])
  if (!done) {
    const graph = graphOf(moment, boxes)
    return { positions: new Map(), digest: options.only ? null : moment.meta.settled, measured: null, overlaps: named(overlappingCards(graph, graph.startX, graph.startY)) }
  }
  const { job: { graph }, placement: { x, y }, measured } = done
  const positions = placesOf(ids, graph, done.placement)
  ids.forEach((id, i) => {
    const at = moment.positions.get(id)
    if (at && at[0] === x[i] && at[1] === y[i]) positions.delete(id)
  })
  const digest = settledDigest(moment, boxes, positions)
  return { positions, digest: options.only ? null : options.carefully ? careful(digest) : digest, measured, overlaps: named(measured.overlaps) }
}

/** Where a placement puts all that is free to move. */
export function placesOf(ids: readonly Id[], graph: LayoutGraph, { x, y }: Placement): Map<Id, Point> {
  const places = new Map<Id, Point>()
  ids.forEach((id, i) => {
    if (!graph.fixed[i]) places.set(id, [x[i] ?? 0, y[i] ?? 0])
  })
  return places
}
