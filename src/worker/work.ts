import { boxesOf } from '../boxes/boxes.ts'
import type { Decisions } from '../edits/gather/match.ts'
import type { GatherPlan } from '../edits/gather/plan.ts'
import type { Refused } from '../formats/repair.ts'
import type { FindResult } from '../formats/found/found.ts'
import type { NativeRead } from '../formats/native/read-native.ts'
import type { ArrangementName, ArrangeOptions, ArrangeResult } from '../layout/arrange-job.ts'
import type { SettleOptions, SettleResult } from '../layout/settle-result.ts'
import type { MapChange } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { JobQueue, type Watch, type WorkerLike } from './job-queue.ts'
import type { GatherJob, WriteJob } from './messages.ts'

/** How a layout is watched: by what is done, and by where things stand meanwhile. */
export interface LayoutWatch {
  readonly signal?: AbortSignal
  readonly progress?: (share: number, places?: ReadonlyMap<Id, Point>) => void
}

/** Work done off the page's thread, one piece after another: `Work` of the commands. */
export interface BackgroundWork {
  settle(map: MapContent, options: SettleOptions & LayoutWatch): Promise<SettleResult>
  arrange(map: MapContent, by: ArrangementName, options: ArrangeOptions & Watch): Promise<ArrangeResult>
  readNative(bytes: Uint8Array, watch?: Watch): Promise<NativeRead | Refused>
  find(bytes: Uint8Array, watch?: Watch): Promise<FindResult | null>
  write(job: WriteJob, watch?: Watch): Promise<Uint8Array>
  planGather(job: GatherJob, watch?: Watch): Promise<GatherPlan>
  gather(job: Pick<GatherJob, 'map' | 'files'>, plan: GatherPlan, decisions: Decisions, watch?: Watch): Promise<MapChange>
}

/** `open` makes the worker; it is called when there is work, and again after a piece was stopped. */
export function startWork(open: () => WorkerLike): BackgroundWork {
  const queue = new JobQueue(open)
  return {
    async settle(map, options) {
      const { placesOf, settleJob, settleResult } = await import('../layout/settle-job.ts')
      const { graphIds } = await import('../layout/layout-graph.ts')
      const boxes = boxesOf(map.elements.values())
      const job = settleJob(map, boxes, options)
      if (!job) return settleResult(map, boxes, options, null)
      const ids = graphIds(map)
      const { signal, progress } = options
      const { placement, measured } = await queue.run({ is: 'settle', job }, [], {
        ...(signal ? { signal } : {}),
        ...(progress ? { progress: (share, at) => progress(share, at && placesOf(ids, job.graph, at)) } : {}),
      })
      return settleResult(map, boxes, options, { job, placement, measured })
    },
    async arrange(map, by, options) {
      const { arrangeJob, arrangeResult } = await import('../layout/arrange-job.ts')
      const job = arrangeJob(map, boxesOf(map.elements.values()), by, options)
      const { placement, measured } = await queue.run({ is: 'arrange', job }, [], options)
      return arrangeResult(map, job, placement, measured)
    },
    async readNative(bytes, watch = {}) {
      return (await queue.run({ is: 'read native', bytes }, [], watch)).read
    },
    async find(bytes, watch = {}) {
      return (await queue.run({ is: 'find', bytes }, [], watch)).found
    },
    async write(job, watch = {}) {
      return (await queue.run({ is: 'write', job }, [], watch)).bytes
    },
    async planGather(job, watch = {}) {
      return (await queue.run({ is: 'plan gather', job }, [], watch)).plan
    },
    async gather({ map, files }, plan, decisions, watch = {}) {
      return (await queue.run({ is: 'gather', job: { map, files }, plan, decisions }, [], watch)).change
    },
  }
}
