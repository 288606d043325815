import type { Request } from './messages.ts'
import { serve } from './serve.ts'

/** What a worker's global has and a page's has not, as far as it is used here. */
interface WorkerGlobal {
  postMessage(message: unknown, transfer: readonly unknown[]): void
  addEventListener(type: 'message', listener: (event: { readonly data: Request }) => void): void
}

const here = globalThis as unknown as WorkerGlobal
here.addEventListener('message', ({ data }) => serve(data, (reply, transfer) => here.postMessage(reply, transfer), () => performance.now()))
