import { ENCODING } from '../document/encoding.ts'
import type { MapDocument } from '../document/map-document.ts'
import type { Id } from '../model/ids.ts'
import type { Disk } from './disk.ts'
import type { Environment } from './environment.ts'
import { lacking, loadDocument } from './load-document.ts'
import { pictureOf } from './map-card.ts'
import type { MapList } from './map-list.ts'
import { momentWords, type StorageNotice } from './notice.ts'
import type { CardRow } from './rows.ts'
import type { CopyHeader } from './second-copy.ts'

export interface RecoveryOffersOptions {
  readonly disk: Disk
  readonly env: Environment
  readonly list: MapList
  /** Lets the map take in what was brought back, where this tab has it open. */
  readonly catchUp: (id: Id) => Promise<void> | undefined
}

/** Second copies that have more than the database are offered, not taken: the person knows which is right. */
export class RecoveryOffers {
  private readonly options: RecoveryOffersOptions

  constructor(options: RecoveryOffersOptions) {
    this.options = options
  }

  /** Of maps that the database lost, or gave back older. */
  async lookForMore(): Promise<void> {
    const { env, list } = this.options
    this.offer(aheadOf([...list.cards.values()], (await env.secondCopies?.list()) ?? []))
  }

  /** Of a map that was just opened, where the card alone does not show it. */
  async compare(map: Id, document: MapDocument): Promise<void> {
    const copy = await this.options.env.secondCopies?.read(map)
    if (copy && lacking(document, copy.documents).length > 0) this.offer([copy])
  }

  private offer(ahead: readonly CopyHeader[]): void {
    const { disk, env: { secondCopies, onOffer, now }, list } = this.options
    if (!secondCopies || ahead.length === 0) return
    for (const { card } of ahead) secondCopies.hold(card.id)
    const leave = (): void => {
      onOffer(null)
      for (const { card } of ahead) {
        secondCopies.release(card.id)
        // Where the database did not open, nobody knows what it has, and this may be all there is.
        if (disk.memoryOnly === null && !list.cards.has(card.id)) void secondCopies.remove(card.id)
      }
    }
    onOffer(recoveryOffer(ahead, now(), () => void this.bringBack(ahead), leave))
  }

  private async bringBack(ahead: readonly CopyHeader[]): Promise<void> {
    const { disk, env: { secondCopies, onOffer }, list, catchUp } = this.options
    onOffer(null)
    for (const { card } of ahead) {
      const copy = await secondCopies?.read(card.id)
      if (!copy) continue
      await disk.write({
        map: card.id,
        contents: copy.contents,
        updates: copy.documents.filter(({ encoding }) => encoding === ENCODING).map(({ name, state }) => ({ name, update: state })),
      })
      await disk.setCard(card.id, (before) => ({ ...copy.card, ...(before && before.changedAt > copy.card.changedAt ? before : {}), removedAt: null }))
      await catchUp(card.id)
      await this.keepPicture(card.id)
      secondCopies?.release(card.id)
    }
    await list.changed()
  }

  private async keepPicture(id: Id): Promise<void> {
    const { disk, env } = this.options
    const document = loadDocument((await disk.load(id)).documents, env.random)
    await disk.keepPicture(id, pictureOf(document.map))
    document.close()
  }
}

/** The second copies that have more than the database: of maps it lost, and of maps it gave back older. */
function aheadOf(cards: readonly CardRow[], copies: readonly CopyHeader[]): CopyHeader[] {
  const known = new Map(cards.map((card) => [card.id, card]))
  return copies.filter(({ card }) => {
    const here = known.get(card.id)
    return !here || (here.removedAt === null && here.changedAt < card.changedAt)
  })
}

/** Says nothing of how it went missing, which nobody knows. */
function recoveryOffer(ahead: readonly CopyHeader[], now: number, bringBack: () => void, leave: () => void): StorageNotice {
  const [first] = ahead
  const of = ahead.length === 1 && first ? `A second copy of ${named(first)} from ${momentWords(first.at, now)} has it` : `Second copies of ${ahead.length} maps have it`
  return {
    words: `Some of your work is missing from the browser’s storage. ${of}.`,
    actions: [{ title: 'Bring it back', run: bringBack }, { title: 'Leave it', run: leave }],
  }
}

function named({ card }: CopyHeader): string {
  return card.title === '' ? 'an untitled map' : `“${card.title}”`
}
