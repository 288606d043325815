import { useState } from 'react'
import { ports } from '../../commands/dispatch.ts'
import { seededRandom } from '../../layout/seeded-random.ts'
import { newId } from '../../model/ids.ts'
import type { WholeMap } from '../../model/system-map.ts'

/** The same large map each time. */
const SEED = 5000
/** Milliseconds of work before the page may answer and draw. */
const GO = 40

/** Makes the large map a little at a time, and says how far it is. */
async function made(say: (done: number) => void): Promise<WholeMap> {
  const { largeMap } = await import('../../templates/large-map.ts')
  const steps = largeMap({ id: newId(ports().random), random: seededRandom(SEED), now: ports().now() })
  for (;;) {
    const begun = performance.now()
    let step = steps.next()
    while (!step.done && performance.now() - begun < GO) step = steps.next()
    if (step.done) return step.value
    say(step.value)
    await new Promise((go) => setTimeout(go))
  }
}

/** A way to see what this computer carries: a made-up map of 5,000 elements, kept and deleted as any other. */
export function TryLarge({ isBusy, once }: { readonly isBusy: boolean; readonly once: (work: () => Promise<unknown>) => Promise<void> }) {
  const [done, setDone] = useState<number | null>(null)
  async function run() {
    setDone(0)
    try {
      await ports().maps.create(await made(setDone))
    } finally {
      setDone(null)
    }
  }
  return (
    <button type="button" disabled={isBusy} onClick={() => void once(run)}>
      Try a large map {done === null ? <span className="quiet-text">5,000 elements, made up</span> : <progress aria-label="Making the large map" max={1} value={done} />}
    </button>
  )
}
