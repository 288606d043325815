import type { MapDocument } from '../document/map-document.ts'
import type { Id } from '../model/ids.ts'
import type { Disk } from './disk.ts'
import { isSame } from '../model/project.ts'
import { cardOf } from './map-card.ts'
import type { CardRow } from './rows.ts'

export interface CardKeeperOptions {
  readonly disk: Disk
  readonly map: Id
  readonly document: MapDocument
  readonly card: CardRow
  readonly now: () => number
  readonly onCard: (card: CardRow) => void
  /** The list has no such map any more: another tab deleted it for good. */
  readonly onGone: () => void
}

/** Keeps a map's card in step with the map, after the work itself is on the disk; while one is written the next ones join. */
export class CardKeeper {
  card: CardRow
  private readonly options: CardKeeperOptions
  private isDue = false
  private writing: Promise<void> | null = null

  constructor(options: CardKeeperOptions) {
    this.options = options
    this.card = options.card
    // The browser may have gone away between an edit and what the list says of it.
    if (!isSame(this.card, { ...cardOf(options.document.map, this.card, this.card.changedAt), id: options.map, unfiledSince: this.card.unfiledSince })) this.changed()
  }

  /** The map changed, and the change is on the disk. */
  changed(): void {
    this.isDue = true
    this.writing ??= this.write().finally(() => (this.writing = null))
  }

  async flushed(): Promise<void> {
    await this.writing
  }

  /** Rewrites the card as `next` says, where the map is still on the list. */
  async set(next: (before: CardRow) => CardRow): Promise<void> {
    const { disk, map } = this.options
    this.take(await disk.setCard(map, (before) => before && next(before)))
  }

  /** Puts the map on the list again. */
  async putBack(): Promise<void> {
    const { disk, map } = this.options
    this.take(await disk.setCard(map, (before) => ({ ...this.next(before ?? this.card), removedAt: null })))
  }

  private async write(): Promise<void> {
    while (this.isDue) {
      this.isDue = false
      await this.set((before) => this.next(before)).catch(() => undefined)
    }
  }

  private next(before: CardRow): CardRow {
    const { document, now, map } = this.options
    return { ...cardOf(document.map, before, now()), id: map }
  }

  private take(card: CardRow | undefined): void {
    if (!card) return this.options.onGone()
    this.card = card
    this.options.onCard(card)
  }
}
