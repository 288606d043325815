import { gathered } from '../edits/gather/gathered.ts'
import { planGather } from '../edits/gather/plan.ts'
import { readNative } from '../formats/native/read-native.ts'
import { arrange } from '../layout/arrange.ts'
import type { LayoutGraph } from '../layout/layout-graph.ts'
import { measured } from '../layout/measured.ts'
import type { Placement, Step } from '../layout/placement.ts'
import { settleGraph } from '../layout/settle-graph.ts'
import type { Reply, Request, WriteJob } from './messages.ts'

/** The worker's end: sends a reply, with the memory that moves over instead of being copied. */
export type Send = (reply: Reply, transfer: readonly ArrayBufferLike[]) => void

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100

/**
 * Does one piece of work from start to end. It does not listen meanwhile: the page stops it by ending the worker,
 * which stops everything, a reader in the middle of a long file too. `now` gives milliseconds and paces the reports only.
 */
export function serve(request: Request, send: Send, now: () => number): void {
  try {
    if (request.is === 'settle') {
      const { graph, seed, isCareful } = request.job
      placed(request.is, graph, settleGraph(graph, seed, isCareful))
    } else if (request.is === 'arrange') {
      placed(request.is, request.job.graph, arrange(request.job))
    } else if (request.is === 'plan gather') {
      const { map, files, included } = request.job
      send({ is: 'plan gather', plan: planGather(map, files, included) }, [])
    } else if (request.is === 'find') {
      find(request.bytes).catch(failed)
    } else if (request.is === 'write') {
      write(request.job).catch(failed)
    } else if (request.is === 'gather') {
      const { job, plan, decisions } = request
      send({ is: 'gather', change: gathered(job.map, job.files, plan, decisions) }, [])
    } else {
      send({ is: 'read native', read: readNative(request.bytes) }, [])
    }
  } catch (problem) {
    failed(problem)
  }

  function failed(problem: unknown): void {
    send({ is: 'failed', reason: problem instanceof Error ? problem.message : String(problem) }, [])
  }

  /** The reader of another tool's file is fetched when one comes, so this ends later. */
  async function find(bytes: Uint8Array): Promise<void> {
    let reported = now()
    const { findFile } = await import('../formats/find-file.ts')
    const found = await findFile(bytes, (share) => {
      if (now() - reported < REPORT_EVERY) return
      reported = now()
      send({ is: 'progress', share }, [])
    })
    send({ is: 'find', found }, [])
  }

  /** So is the writer. */
  async function write({ format, whole, leaving: wanted, options }: WriteJob): Promise<void> {
    const [{ FORMATS }, { leaving }] = await Promise.all([import('../formats/formats.ts'), import('../formats/leaving/leaving.ts')])
    const bytes = await (await FORMATS.find(({ id }) => id === format)?.load())?.write?.(leaving(whole, wanted), options)
    if (!bytes) throw new Error(`Nothing writes ${format}`)
    send({ is: 'write', bytes }, [bytes.buffer])
  }

  function placed(is: 'settle' | 'arrange', graph: LayoutGraph, steps: Generator<Step, Placement>): void {
    let reported = now()
    let step = steps.next()
    while (!step.done) {
      if (now() - reported >= REPORT_EVERY) {
        reported = now()
        const { share, at } = step.value
        send({ is: 'progress', share, ...(at ? { at } : {}) }, [])
      }
      step = steps.next()
    }
    send({ is, placement: step.value, measured: measured(graph, step.value) }, [step.value.x.buffer, step.value.y.buffer])
  }
}
