import { ENCODING } from '../document/encoding.ts'
import type { MapDocument } from '../document/map-document.ts'
import type { Id } from '../model/ids.ts'
import type { Disk } from './disk.ts'
import { pictureOf } from './map-card.ts'
import type { CardRow, KeptDocument } from './rows.ts'
import type { SecondCopies } from './second-copy.ts'

/** Milliseconds. A crash of the whole database costs at most `secondCopy` and what a copy takes. */
const EVERY = { picture: 2000, secondCopy: 30_000, recoveryPoint: 600_000 }
/** A second copy of a small map is cheap: it is made sooner, and takes at most this share of the time. */
const COPYING = { soonest: 1000, share: 1 / 100 }
const POINTS = { most: 20, bytes: 4_000_000 }

export interface BackgroundOptions {
  readonly disk: Disk
  readonly map: Id
  readonly document: MapDocument
  readonly copies: SecondCopies | undefined
  readonly card: () => CardRow | undefined
  readonly contents: () => Promise<readonly { readonly key: string; readonly text: string }[]>
  readonly now: () => number
  readonly settled: () => Promise<void>
}

/** What is kept beside the work itself: a small picture, a second copy, recovery points. Quiet; a failure costs only the copy. */
export class BackgroundCopies {
  private readonly options: BackgroundOptions
  /** What the last second copy took; before the first, nobody knows. */
  private copyTook = 0
  private copying: Promise<void> = Promise.resolve()
  private readonly timers = new Map<'picture' | 'secondCopy' | 'recoveryPoint', ReturnType<typeof setTimeout>>()

  constructor(options: BackgroundOptions) {
    this.options = options
  }

  /** Something changed: whatever is not due already falls due. */
  changed(): void {
    this.due('picture', () => this.keepPicture())
    this.due('secondCopy', () => this.copy())
    this.due('recoveryPoint', () => this.keepPoint('While editing'))
  }

  private pause(what: 'picture' | 'secondCopy' | 'recoveryPoint'): number {
    return what === 'secondCopy' ? Math.min(EVERY.secondCopy, Math.max(COPYING.soonest, this.copyTook / COPYING.share)) : EVERY[what]
  }

  private due(what: 'picture' | 'secondCopy' | 'recoveryPoint', work: () => Promise<void>): void {
    if (this.timers.has(what)) return
    this.timers.set(what, setTimeout(() => {
      this.timers.delete(what)
      void work().catch(() => undefined)
    }, this.pause(what)))
  }

  /** Makes what is due now, and leaves nothing under way: a copy that was written later would come back after its map was removed. */
  async finish(): Promise<void> {
    const due = [...this.timers.keys()]
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
    if (due.includes('picture')) await this.keepPicture().catch(() => undefined)
    await (due.includes('secondCopy') ? this.copy() : this.copying).catch(() => undefined)
  }

  /** Makes a second copy, of work that is on the disk where that can be. Copies follow one another: the last one stands. */
  copy(): Promise<void> {
    this.copying = this.copying.catch(() => undefined).then(() => this.copyNow())
    return this.copying
  }

  private async copyNow(): Promise<void> {
    const { copies, card, contents, now, settled } = this.options
    if (!copies) return
    await settled()
    const known = card()
    if (!known) return
    const begun = now()
    await copies.write({ at: begun, card: known, documents: this.documents(), contents: await contents() })
    this.copyTook = now() - begun
  }

  async keepPoint(why: string): Promise<void> {
    const { disk, document, map, now } = this.options
    const { elements, relationships } = document.map
    await disk.keepRecoveryPoint({ map, at: now(), why, elements: elements.size, ties: relationships.size, documents: this.documents() }, POINTS)
  }

  private async keepPicture(): Promise<void> {
    const { disk, document, map } = this.options
    await disk.keepPicture(map, pictureOf(document.map))
  }

  private documents(): KeptDocument[] {
    const { document } = this.options
    return document.names.map((name) => ({ name, encoding: ENCODING, state: document.state(name) }))
  }
}
