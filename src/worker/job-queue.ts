import type { Placement } from '../layout/placement.ts'
import type { Reply, ReplyTo, Request } from './messages.ts'

/** As much of a `Worker` as is used, so that a test can put another in its place. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: Transferable[]): void
  terminate(): void
  onmessage: ((event: MessageEvent<Reply>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface Watch {
  readonly signal?: AbortSignal
  /** Told how far it is, and by a layout, where that is worth seeing, where things stand by then. */
  readonly progress?: (share: number, at?: Placement) => void
}

interface Waiting {
  readonly request: Request
  readonly transfer: readonly ArrayBufferLike[]
  readonly progress: Watch['progress']
  readonly resolve: (reply: Reply) => void
  readonly reject: (reason: unknown) => void
}

/** One worker, made when first needed, and the work that waits for it. */
export class JobQueue {
  private readonly open: () => WorkerLike
  private readonly waiting: Waiting[] = []
  private worker: WorkerLike | null = null
  private current: Waiting | null = null

  constructor(open: () => WorkerLike) {
    this.open = open
  }

  /** Rejects with the signal's reason once it is aborted, and otherwise only where the work itself broke down. */
  run<R extends Request>(request: R, transfer: readonly ArrayBufferLike[], { signal, progress }: Watch): Promise<ReplyTo<R>> {
    return new Promise<ReplyTo<R>>((resolve, reject) => {
      signal?.throwIfAborted()
      const job: Waiting = {
        request,
        transfer,
        progress,
        resolve: (reply) => {
          signal?.removeEventListener('abort', stop)
          resolve(reply as ReplyTo<R>)
        },
        reject: (reason) => {
          signal?.removeEventListener('abort', stop)
          reject(reason)
        },
      }
      const stop = () => {
        job.reject(signal?.reason)
        this.stop(job)
      }
      signal?.addEventListener('abort', stop, { once: true })
      this.waiting.push(job)
      this.next()
    })
  }

  private stop(job: Waiting): void {
    const at = this.waiting.indexOf(job)
    if (at >= 0) this.waiting.splice(at, 1)
    if (this.current !== job) return
    // Work does not listen while it runs; ending the worker is the way to stop it, and the next piece gets a new one.
    this.end()
    this.next()
  }

  private end(): void {
    this.worker?.terminate()
    this.worker = null
    this.current = null
  }

  private next(): void {
    if (this.current) return
    const job = this.waiting.shift()
    if (!job) return
    this.current = job
    try {
      const worker = (this.worker ??= this.open())
      worker.onmessage = ({ data }) => this.hear(job, data)
      worker.onerror = (event) => {
        this.end()
        job.reject(new Error(event.message || 'The background worker stopped'))
        this.next()
      }
      worker.postMessage(job.request, [...job.transfer] as ArrayBuffer[])
    } catch (problem) {
      this.end()
      job.reject(problem)
      this.next()
    }
  }

  private hear(job: Waiting, reply: Reply): void {
    if (this.current !== job) return
    if (reply.is === 'progress') {
      job.progress?.(reply.share, reply.at)
      return
    }
    this.current = null
    if (reply.is === 'failed') job.reject(new Error(reply.reason))
    else job.resolve(reply)
    this.next()
  }
}
