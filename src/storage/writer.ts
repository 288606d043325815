import { joinedUpdate, stateVector } from '../document/encoding.ts'
import type { MapDocument, StoredDocument } from '../document/map-document.ts'
import type { Id } from '../model/ids.ts'
import { MapGone, type Disk, type Written } from './disk.ts'
import { cardOf } from './map-card.ts'
import type { CardRow } from './rows.ts'
import { whyNot } from './why-not.ts'

/** Whether the work is on the disk. Times are epoch milliseconds. */
export type SaveState =
  | { readonly is: 'saved' }
  | { readonly is: 'saving' }
  | { readonly is: 'not saved'; readonly since: number; readonly reason: string }
  | { readonly is: 'memory only'; readonly reason: string }

export interface WriterOptions {
  readonly disk: Disk
  readonly map: Id
  readonly document: MapDocument
  readonly now: () => number
  readonly onState: (state: SaveState) => void
  readonly onWritten: (written: Written, card: CardRow) => void
  readonly onGone: () => void
}

/** Milliseconds until a failed write is tried again; the last one repeats. */
const PAUSES = [100, 200, 400, 800, 1000] as const

/**
 * Takes a map's updates to the disk: at once, those of one microtask together, one transaction at a time. Only a
 * transaction's completion makes the state *saved*. After a failure the whole difference to what the disk holds is written
 * as one update, because a missing update would hide every later one.
 */
export class Writer {
  state: SaveState
  private readonly options: WriterOptions
  private waiting = new Map<string, Uint8Array[]>()
  private contents: { readonly key: string; readonly text: string }[] = []
  private isWriting = false
  private isScheduled = false
  private failures = 0
  private isStopped = false
  private mayMakeAnew = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private idle: (() => void)[] = []

  constructor(options: WriterOptions) {
    this.options = options
    this.state = settled(options.disk)
    options.document.onUpdate((name, update) => this.take(name, update))
  }

  /** A version's content, to be written in the same transaction as the change that follows, before it. */
  withContent(key: string, text: string): void {
    this.contents.push({ key, text })
  }

  /** Resolves when nothing waits, or when the next write failed. */
  async flushed(): Promise<void> {
    if (!this.isWriting && !this.isScheduled) return
    await new Promise<void>((resolve) => this.idle.push(resolve))
  }

  /** Writes the map as a new one where another tab took it away. */
  putBack(): void {
    this.mayMakeAnew = true
    this.failures = Math.max(1, this.failures)
    this.retryNow()
  }

  retryNow(): void {
    clearTimeout(this.timer)
    this.schedule()
  }

  /** Takes no more; what waits is still written. */
  stop(): void {
    this.isStopped = true
    if (this.failures) clearTimeout(this.timer)
  }

  private take(name: string, update: Uint8Array): void {
    this.waiting.set(name, [...(this.waiting.get(name) ?? []), update])
    if (this.state.is === 'saved') this.set({ is: 'saving' })
    if (this.failures === 0) this.schedule()
  }

  private schedule(): void {
    if (this.isScheduled || this.isWriting) return
    this.isScheduled = true
    queueMicrotask(() => {
      this.isScheduled = false
      void this.flush()
    })
  }

  private async flush(): Promise<void> {
    if (this.isWriting) return
    this.isWriting = true
    while (this.waiting.size || this.failures) if (!(await this.writeOnce())) break
    this.isWriting = false
    if (!this.failures) this.set(settled(this.options.disk))
    for (const resolve of this.idle.splice(0)) resolve()
  }

  /** One transaction. Gives false when it failed. */
  private async writeOnce(): Promise<boolean> {
    const { disk, map, document } = this.options
    const taken = this.waiting
    const contents = this.contents
    this.waiting = new Map()
    this.contents = []
    const isRetry = this.failures > 0
    let card: CardRow | undefined
    try {
      const written = await disk.write({
        map,
        contents,
        updates: isRetry ? (held) => this.missing(held) : [...taken].map(([name, updates]) => ({ name, update: joinedUpdate(updates) })),
        card: (before) => (before || this.mayMakeAnew ? (card = { ...cardOf(document.map, before, this.options.now()), id: map, ...(this.mayMakeAnew ? { removedAt: null } : {}) }) : undefined),
      })
      this.failures = 0
      this.mayMakeAnew = false
      if (card) this.options.onWritten(written, card)
      return true
    } catch (reason) {
      this.keep(taken, contents)
      this.fail(reason)
      return false
    }
  }

  /** What the disk lacks of each document, whatever became of the writes before. */
  private missing(held: readonly StoredDocument[]): readonly { readonly name: string; readonly update: Uint8Array }[] {
    this.waiting = new Map()
    return this.options.document.names.map((name) => {
      const updates = held.find((document) => document.name === name)?.updates ?? []
      return { name, update: this.options.document.state(name, stateVector(updates)) }
    })
  }

  private keep(taken: ReadonlyMap<string, readonly Uint8Array[]>, contents: readonly { readonly key: string; readonly text: string }[]): void {
    for (const [name, updates] of taken) this.waiting.set(name, [...updates, ...(this.waiting.get(name) ?? [])])
    this.contents = [...contents, ...this.contents]
  }

  private fail(reason: unknown): void {
    this.failures++
    const since = this.state.is === 'not saved' ? this.state.since : this.options.now()
    this.set({ is: 'not saved', since, reason: whyNot(reason) })
    if (reason instanceof MapGone) this.options.onGone()
    else if (!this.isStopped) this.timer = setTimeout(() => this.schedule(), PAUSES[Math.min(this.failures, PAUSES.length) - 1])
  }

  private set(state: SaveState): void {
    if (state.is === this.state.is && state.is !== 'not saved') return
    this.state = state
    this.options.onState(state)
  }
}

function settled(disk: Disk): SaveState {
  return disk.memoryOnly === null ? { is: 'saved' } : { is: 'memory only', reason: disk.memoryOnly }
}
