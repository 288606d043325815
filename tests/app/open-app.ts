import { provide } from '../../src/commands/dispatch.ts'
import { handleKey } from '../../src/app/wiring/key-handler.ts'
import { KeptMaps } from '../../src/app/wiring/kept-maps.ts'
import { wireNextJoins } from '../../src/app/wiring/next-joins.ts'
import { wirePreview } from '../../src/app/wiring/preview-stands.ts'
import { setCaptureLine } from '../../src/app/capture-line.ts'
import { contentKey } from '../../src/formats/native/content-key.ts'
import { readContent } from '../../src/formats/native/read-content.ts'
import { canonicalContent } from '../../src/formats/native/write-content.ts'
import { live } from '../../src/session/live.ts'
import { preferences } from '../../src/session/preferences.ts'
import { session, START } from '../../src/session/session.ts'
import { openLibrary } from '../../src/storage/library.ts'
import { TEMPLATES } from '../../src/templates/templates.ts'
import type { WorkerLike } from '../../src/worker/job-queue.ts'
import type { Reply, Request } from '../../src/worker/messages.ts'
import { serve } from '../../src/worker/serve.ts'
import { startWork } from '../../src/worker/work.ts'
import { memoryClips } from '../support/memory-clips.ts'
import { seeded } from '../support/seeded.ts'

/** The worker's own code, run in this thread. */
function workerHere(): WorkerLike {
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    terminate() {},
    postMessage: (request) => queueMicrotask(() => serve(request as Request, (data) => worker.onmessage?.({ data } as MessageEvent<Reply>), () => 0)),
  }
  return worker
}

let wired = false

/** The app as it is wired, its maps in memory, with a new map of the first template open. */
export async function openApp(): Promise<KeptMaps> {
  const random = seeded(7)
  const library = openLibrary({ contents: { canonical: canonicalContent, parse: readContent, key: contentKey }, now: () => Date.now(), random, onNotice: () => {}, onOffer: () => {}, onEmptied: () => {} })
  const maps = new KeptMaps(library)
  provide({
    maps,
    files: { canKeep: false, pick: async () => [], save: async (name) => name, keepIn: async () => false, copyPicture: async () => {}, copyText: async () => {} },
    clips: memoryClips(),
    work: startWork(workerHere),
    now: () => new Date('2026-05-19T10:00:00Z'),
    random,
  })
  session.setState({ ...START })
  setCaptureLine('')
  preferences.setState({ singleKeys: true, projector: 'off', recentCommands: [], examplesSeen: true })
  if (!wired) {
    wired = true
    wireNextJoins()
    wirePreview()
    document.addEventListener('keydown', handleKey)
  }
  const template = TEMPLATES[0]
  if (!template) throw new Error('No template')
  await maps.create(template.make({ question: 'What helps?', random, now: new Date('2026-05-19T10:00:00Z') }))
  return maps
}

export function openMap() {
  const { map } = live.getState()
  if (!map) throw new Error('No map is open')
  return map
}

/** The names on the open map, in order. */
export function namesOnMap(): readonly string[] {
  return [...openMap().elements.values()].map((element) => element.name).sort()
}
