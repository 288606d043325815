import type { Box } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { settleGraph } from './settle-graph.ts'
import { measured } from './measured.ts'
import type { Step } from './placement.ts'
import { settleJob, settleResult } from './settle-job.ts'
import type { SettleOptions, SettleResult } from './settle-result.ts'

/**
 * Settles a map where it stands, without a worker. Yields the share done; `settle` runs it through.
 * Up to 150 elements it takes about 1.5 s, carefully about 20 s.
 */
function* settling(moment: MapContent, boxes: ReadonlyMap<Id, Box>, options: SettleOptions = {}): Generator<Step, SettleResult> {
  const job = settleJob(moment, boxes, options)
  const placement = job && (yield* settleGraph(job.graph, job.seed, job.isCareful))
  return settleResult(moment, boxes, options, job && placement && { job, placement, measured: measured(job.graph, placement) })
}

export function settle(moment: MapContent, boxes: ReadonlyMap<Id, Box>, options: SettleOptions = {}): SettleResult {
  const steps = settling(moment, boxes, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
