import type { MapDocument } from '../document/map-document.ts'
import type { Id } from '../model/ids.ts'
import type { Disk, Written } from './disk.ts'
import type { CardRow } from './rows.ts'
import { onWake, type Tabs } from './tabs.ts'

export interface OtherTabsOptions {
  readonly disk: Disk
  readonly map: Id
  readonly document: MapDocument
  readonly tabs: Tabs
  /** Whether other tabs cannot tell this one of what they write. */
  readonly isDeaf: boolean
  /** What of the disk is in the document already. */
  readonly seq: number
  /** The map's card, at each look; undefined where it was deleted for good. */
  readonly onCard: (card: CardRow | undefined) => void
}

/** Takes what other tabs write into the document: when they tell, when this tab wakes, and now and then. */
export class OtherTabs {
  private readonly options: OtherTabsOptions
  private readonly ends: readonly (() => void)[]
  private seq: number
  private catching: Promise<void> | null = null
  private looksAgain = false

  constructor(options: OtherTabsOptions) {
    const { map, tabs, isDeaf } = options
    this.options = options
    this.seq = options.seq
    this.ends = [
      tabs.hear((message) => {
        if ('list' in message || message.wrote === map) void this.catchUp()
      }),
      onWake(() => void this.catchUp(), isDeaf),
    ]
  }

  /** This tab wrote: its own updates need not be read back; what others wrote in between does. */
  wrote({ from, to }: Written): void {
    if (to !== null && from === this.seq + 1) this.seq = to
    this.options.tabs.tell({ wrote: this.options.map })
  }

  /** Never overlaps itself. */
  catchUp(): Promise<void> {
    this.looksAgain = true
    this.catching ??= this.look().finally(() => (this.catching = null))
    return this.catching
  }

  stop(): void {
    for (const end of this.ends) end()
  }

  private async look(): Promise<void> {
    const { disk, document, map, onCard } = this.options
    while (this.looksAgain) {
      this.looksAgain = false
      try {
        onCard(await disk.card(map))
        const { documents, seq } = await disk.since(map, this.seq)
        this.seq = seq
        document.take(documents)
      } catch {
        // The disk is closed or busy: the next look catches up.
      }
    }
  }
}
