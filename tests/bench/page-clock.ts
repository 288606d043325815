/** What has to be on screen for a step to be over. */
export type Awaited =
  /** The frame after it, whatever that shows. */
  | { readonly is: 'frame' }
  /** An element whose spoken name begins so, or whose card is painted. */
  | { readonly is: 'element'; readonly name: string }
  /** The ties, painted anew. */
  | { readonly is: 'ties' }
  /** A map that was not there: its ties painted, and this many cards mounted. */
  | { readonly is: 'map'; readonly mounted: number }
  /** "Saving", and then "Saved". */
  | { readonly is: 'saved' }

export interface Times {
  /** When the browser stamped the input, on the page's clock, milliseconds. */
  readonly begun: number
  /** Milliseconds from the input, as the browser stamped it, to the end of the page's work for the frame that shows the answer. */
  readonly toFrame: number
  /** Milliseconds to the presentation of that frame, by Event Timing, which rounds to 8 and does not tell below 16. */
  readonly toScreen: number
}

/** A clock inside the page; `pageClock` puts it there. */
export interface PageClock {
  /** Waits for the next input of these types and then for its answer. */
  start(inputs: readonly string[], awaited: Awaited): void
  stop(): Promise<Times>
  /** Times at which the canvas with the ties was painted, milliseconds. */
  readonly paints: number[]
  /** Times at which the database gave back parts of a map's document, milliseconds. */
  readonly reads: number[]
}

declare global {
  interface Window {
    clock: PageClock
  }
}

/** Runs in the page before any of its scripts, so it uses nothing from outside itself. */
export function pageClock(): void {
  const paints: number[] = []
  const clear = CanvasRenderingContext2D.prototype.clearRect
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (this.canvas.classList.contains('is-under')) paints.push(performance.now())
    clear.apply(this, box)
  }
  const reads: number[] = []
  const timedRead = (request: IDBRequest, store: string) => {
    if (store === 'documents' || store === 'updates') request.addEventListener('success', () => reads.push(performance.now()))
    return request
  }
  for (const { prototype } of [IDBObjectStore, IDBIndex] as { prototype: IDBObjectStore | IDBIndex }[]) {
    for (const way of ['get', 'getAll', 'openCursor'] as const) {
      const read = prototype[way] as (...args: unknown[]) => IDBRequest
      Object.assign(prototype, {
        [way](this: IDBObjectStore | IDBIndex, ...args: unknown[]) {
          return timedRead(read.apply(this, args), 'objectStore' in this ? this.objectStore.name : this.name)
        },
      })
    }
  }
  const presented = new Map<number, number>()
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) presented.set(startTime, startTime + duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)

  /** The end of the current frame: the message comes when style, layout and paint are done. */
  const frameEnd = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      })
    })
  const saveWords = () => document.querySelector('.save-status')?.textContent ?? ''

  function answered(awaited: Awaited, from: number): () => boolean {
    switch (awaited.is) {
      case 'frame':
        return () => true
      case 'element':
        return () => document.querySelector(`.element[aria-label^="${awaited.name}"]`) !== null
      case 'ties':
        return () => (paints.at(-1) ?? 0) > from
      case 'map':
        return () => (paints.at(-1) ?? 0) > from && document.querySelectorAll('.element').length >= awaited.mounted
      case 'saved': {
        let wasSaving = false
        new MutationObserver((_, observer) => {
          if (saveWords().startsWith('Saving')) {
            wasSaving = true
            observer.disconnect()
          }
        }).observe(document.body, { childList: true, subtree: true, characterData: true })
        return () => wasSaving && saveWords().startsWith('Saved')
      }
    }
  }

  async function timed(input: Event, awaited: Awaited): Promise<Times> {
    const begun = input.timeStamp
    const isAnswered = answered(awaited, begun)
    const first = await frameEnd()
    let end = first
    while (!isAnswered()) {
      if (end - begun > 30_000) throw new Error(`No answer: ${JSON.stringify(awaited)}`)
      end = await frameEnd()
    }
    // Entries of Event Timing come some time after their frame.
    await new Promise((resolve) => setTimeout(resolve, 150))
    const shown = presented.get(begun) ?? Math.max(begun + 16, first)
    return { begun, toFrame: end - begun, toScreen: end - begun + Math.max(0, shown - first) }
  }

  let running: Promise<Times> | null = null
  window.clock = {
    paints,
    reads,
    start(inputs, awaited) {
      running = new Promise((resolve, reject) => {
        const stop = new AbortController()
        const heard = (input: Event) => {
          stop.abort()
          timed(input, awaited).then(resolve, reject)
        }
        for (const type of inputs) addEventListener(type, heard, { capture: true, signal: stop.signal })
      })
    },
    async stop() {
      if (!running) throw new Error('The clock does not run')
      return running
    },
  }
}
