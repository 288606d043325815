import type { Id } from '../model/ids.ts'
import type { Disk } from './disk.ts'
import type { CardRow, MapPicture } from './rows.ts'
import type { Tabs } from './tabs.ts'

/** One row of the start page. */
export interface ListedMap extends Omit<CardRow, 'removedAt' | 'lineage'> {
  readonly picture: MapPicture
}

/** Milliseconds; another tab's typing need not redraw this tab's list at every letter. */
const REFRESH_PAUSE = 500
const NO_PICTURE: MapPicture = { elements: [], ties: [] }

/** The list of the maps on this laptop, as the tabs keep it together. */
export class MapList {
  private readonly disk: Disk
  private readonly tabs: Tabs
  private readonly listeners = new Set<() => void>()
  private readonly stopHearing: () => void
  private byId = new Map<Id, CardRow>()
  private pictures = new Map<Id, MapPicture>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private listed: readonly ListedMap[] | undefined

  constructor(disk: Disk, tabs: Tabs) {
    this.disk = disk
    this.tabs = tabs
    this.stopHearing = tabs.hear((message) => ('list' in message ? this.refreshQuietly() : this.refreshSoon()))
  }

  /** The maps, the last changed first. The same array until one of them changes. */
  get maps(): readonly ListedMap[] {
    this.listed ??= [...this.byId.values()]
      .filter(({ removedAt }) => removedAt === null)
      .map(({ removedAt: _, lineage: __, ...card }) => ({ ...card, picture: this.pictures.get(card.id) ?? NO_PICTURE }))
      .sort((a, b) => b.changedAt - a.changedAt)
    return this.listed
  }

  /** Of every map, those too that were taken off the list and may be put back. */
  get cards(): ReadonlyMap<Id, CardRow> {
    return this.byId
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  async refresh(): Promise<void> {
    const [cards, pictures] = await Promise.all([this.disk.cards(), this.disk.pictures()])
    this.hold(new Map(cards.map((card) => [card.id, card])), pictures)
  }

  refreshQuietly(): void {
    void this.refresh().catch(() => undefined)
  }

  /** What this tab just wrote need not be read back. */
  keep(card: CardRow): void {
    this.hold(new Map(this.byId).set(card.id, card), this.pictures)
  }

  /** This tab made it another list. */
  async changed(): Promise<void> {
    this.tabs.tell({ list: true })
    await this.refresh()
  }

  empty(): void {
    this.hold(new Map(), new Map())
  }

  close(): void {
    this.stopHearing()
    clearTimeout(this.timer)
  }

  private refreshSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      this.refreshQuietly()
    }, REFRESH_PAUSE)
  }

  private hold(cards: Map<Id, CardRow>, pictures: Map<Id, MapPicture>): void {
    this.byId = cards
    this.pictures = pictures
    this.listed = undefined
    for (const listener of this.listeners) listener()
  }
}
