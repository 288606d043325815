import { joinedUpdate, stateVector } from '../document/encoding.ts'
import type { MapDocument, StoredDocument } from '../document/map-document.ts'
import type { Id } from '../model/ids.ts'
import type { Content, Disk, Update, Written } from './disk.ts'
import type { StepList } from './step-list.ts'
import { GONE, whyNot } from './why-not.ts'

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
  readonly steps: StepList
  readonly now: () => number
  readonly onState: (state: SaveState) => void
  readonly onWritten: (written: Written) => void
}

const NOTHING = { updates: new Map<string, Uint8Array[]>(), contents: [] }

/** Milliseconds until a failed write is tried again; the last one repeats. */
const PAUSES = [100, 200, 400, 800, 1000] as const

/**
 * Takes a map's updates to the disk, with the steps that made them: at once, those of one microtask together, one transaction at a time.
 * Only a transaction's completion makes the state *saved*. After a failure the whole difference to what the disk holds is written
 * as one update, because a missing update would hide every later one.
 */
export class Writer {
  state: SaveState
  private readonly options: WriterOptions
  private waiting = new Map<string, Uint8Array[]>()
  private contents: Content[] = []
  private underWay: { readonly updates: ReadonlyMap<string, Uint8Array[]>; readonly contents: readonly Content[] } = NOTHING
  private isWriting = false
  private isScheduled = false
  private failures = 0
  private isGone = false
  private isStopped = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private whenFlushed: (() => void)[] = []

  constructor(options: WriterOptions) {
    this.options = options
    this.state = settled(options.disk)
    options.document.onUpdate((name, update) => this.take(name, update))
  }

  /** A version's content, to be written in the same transaction as the change that follows, before it. */
  withContent(key: string, text: string): void {
    this.contents.push({ key, text })
  }

  /** A version's content that is not on the disk yet. */
  content(key: string): string | undefined {
    return [...this.underWay.contents, ...this.contents].find((content) => content.key === key)?.text
  }

  /** Resolves when nothing waits, or when the next write failed. */
  async flushed(): Promise<void> {
    if (this.isWriting || this.isScheduled) await new Promise<void>((resolve) => this.whenFlushed.push(resolve))
  }

  /**
   * The page may go away before any answer comes, which would undo a transaction under way: what is not on the disk is
   * written once more. The first write goes on, and nothing is taken as saved by this one.
   */
  hurry(): void {
    const { disk, map, document, steps } = this.options
    // After a failure nobody knows what the disk holds, and a gap would hide what comes after it.
    const updates = this.failures ? document.names.map((name) => ({ name, update: document.state(name) })) : [...joined(this.underWay.updates), ...joined(this.waiting)]
    const contents = [...this.underWay.contents, ...this.contents]
    if (updates.length && !this.isGone) void disk.write({ map, contents, updates, steps: steps.next() }).catch(() => undefined)
  }

  /** Another tab took the map away: nothing more is written until it is put back. */
  stopForGone(): void {
    this.isGone = true
    clearTimeout(this.timer)
    this.fail(GONE)
  }

  /** Writes the map whole again. */
  putBack(): void {
    this.isGone = false
    this.options.steps.lost()
    this.failures = Math.max(1, this.failures)
    clearTimeout(this.timer)
    this.schedule()
  }

  /** Takes no more; a write that fails is not tried again. */
  stop(): void {
    this.isStopped = true
    clearTimeout(this.timer)
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
    while ((this.waiting.size || this.failures) && !this.isGone) if (!(await this.writeOnce())) break
    this.isWriting = false
    if (!this.failures) this.set(settled(this.options.disk))
    for (const resolve of this.whenFlushed.splice(0)) resolve()
  }

  /** One transaction. Gives false when it failed. */
  private async writeOnce(): Promise<boolean> {
    const { disk, map, steps: list } = this.options
    const [taken, contents] = [this.waiting, this.contents]
    this.waiting = new Map()
    this.contents = []
    this.underWay = { updates: taken, contents }
    const steps = list.next()
    try {
      const updates = this.failures ? (held: readonly StoredDocument[]) => this.missing(held) : joined(taken)
      const written = await disk.write({ map, contents, updates, steps })
      if (steps) list.written(steps)
      // While it was under way, another tab may have taken the map off the list for good.
      if (!this.isGone) this.failures = 0
      this.options.onWritten(written)
      return true
    } catch (reason) {
      for (const [name, held] of taken) this.waiting.set(name, [...held, ...(this.waiting.get(name) ?? [])])
      this.contents = [...contents, ...this.contents]
      list.lost()
      this.fail(whyNot(reason))
      return false
    } finally {
      this.underWay = NOTHING
    }
  }

  /** What the disk lacks of each document, whatever became of the writes before. */
  private missing(held: readonly StoredDocument[]): readonly Update[] {
    this.waiting = new Map()
    return this.options.document.names.map((name) => {
      const updates = held.find((document) => document.name === name)?.updates ?? []
      return { name, update: this.options.document.state(name, stateVector(updates)) }
    })
  }

  private fail(reason: string): void {
    this.failures++
    const since = this.state.is === 'not saved' ? this.state.since : this.options.now()
    this.set({ is: 'not saved', since, reason })
    if (!this.isGone && !this.isStopped) this.timer = setTimeout(() => this.schedule(), PAUSES[Math.min(this.failures, PAUSES.length) - 1])
  }

  private set(state: SaveState): void {
    if (state.is === this.state.is && state.is !== 'not saved') return
    this.state = state
    this.options.onState(state)
  }
}

function joined(waiting: ReadonlyMap<string, readonly Uint8Array[]>): Update[] {
  return [...waiting].map(([name, updates]) => ({ name, update: joinedUpdate(updates) }))
}

function settled(disk: Disk): SaveState {
  return disk.memoryOnly === null ? { is: 'saved' } : { is: 'memory only', reason: disk.memoryOnly }
}
