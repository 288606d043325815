import type { Watched, WatchedLayout, Work } from '../../commands/ports.ts'
import type { Id } from '../../model/ids.ts'
import { trustedWorkerUrl } from '../../offline/trusted-urls.ts'
import { live, type Job } from '../../session/live.ts'
import { startWork } from '../../worker/work.ts'
// Vite makes the address the default export.
// oxlint-disable-next-line import/default
import url from '../../worker/worker.ts?worker&url'

const background = startWork(() => new Worker(trustedWorkerUrl(url), { type: 'module', name: 'work' }))
let jobs = 0

/** Shows a piece of work among the running jobs, with how far it is and a way to stop it. */
async function shown<T>(title: string, { signal, progress }: Watched, run: (watched: Required<Watched>) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const cancel = () => stop.abort()
  signal?.addEventListener('abort', cancel)
  if (signal?.aborted) cancel()
  const id = ++jobs
  const update = (change: (jobs: readonly Job[]) => readonly Job[]) => live.setState((state) => ({ jobs: change(state.jobs) }))
  update((all) => [...all, { id, title, progress: null, cancel }])
  try {
    return await run({
      signal: stop.signal,
      progress(share) {
        progress?.(share)
        update((all) => all.map((job) => (job.id === id ? { ...job, progress: share } : job)))
      },
    })
  } finally {
    signal?.removeEventListener('abort', cancel)
    update((all) => all.filter((job) => job.id !== id))
  }
}

/** Shows where a layout has got to on the map itself, until it ends. */
async function seen<T>(mapId: Id, { signal, progress }: Watched, run: (watched: WatchedLayout) => Promise<T>): Promise<T> {
  try {
    return await run({
      ...(signal ? { signal } : {}),
      progress(share, places) {
        progress?.(share)
        if (places) live.setState({ underway: { mapId, places } })
      },
    })
  } finally {
    live.setState({ underway: null })
  }
}

/** The app's one worker, made when it is first needed. */
export const workerWork: Work = {
  settle: (map, options) => shown(options.carefully ? 'Settling carefully' : 'Settling', options, (watched) => seen(map.meta.mapId, watched, (inner) => background.settle(map, { ...options, ...inner }))),
  arrange: (map, by, options) => shown('Laying the map out', options, (watched) => background.arrange(map, by, { ...options, ...watched })),
  readNative: (bytes, watched = {}) => shown('Reading the file', watched, (inner) => background.readNative(bytes, inner)),
  find: (bytes, watched = {}) => shown('Reading the file', watched, (inner) => background.find(bytes, inner)),
  write: (job, watched = {}) => shown('Writing the file', watched, (inner) => background.write(job, inner)),
  planGather: (job, watched = {}) => shown('Looking at the files', watched, (inner) => background.planGather(job, inner)),
  gather: (job, plan, decisions, watched = {}) => shown('Gathering', watched, (inner) => background.gather(job, plan, decisions, inner)),
}
