import type { Box } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { arrange } from './arrange.ts'
import { arrangeJob, arrangeResult, type ArrangementName, type ArrangeOptions, type ArrangeResult } from './arrange-job.ts'
import { measured } from './measured.ts'

/** Arranges a map where it stands, without a worker: what `arrange` comes to. */
export function arranged(moment: MapContent, boxes: ReadonlyMap<Id, Box>, by: ArrangementName, options: ArrangeOptions = {}): ArrangeResult {
  const job = arrangeJob(moment, boxes, by, options)
  const steps = arrange(job)
  for (;;) {
    const step = steps.next()
    if (step.done) return arrangeResult(moment, job, step.value, measured(job.graph, step.value))
  }
}
