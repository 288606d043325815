import { momentWords, type StorageNotice } from './notice.ts'
import type { CardRow } from './rows.ts'
import type { CopyHeader } from './second-copy.ts'

/** The second copies that have more than the database: of maps it lost, and of maps it gave back older. */
export function aheadOf(cards: readonly CardRow[], copies: readonly CopyHeader[]): CopyHeader[] {
  const known = new Map(cards.map((card) => [card.id, card]))
  return copies.filter(({ card }) => {
    const here = known.get(card.id)
    return !here || (here.removedAt === null && here.changedAt < card.changedAt)
  })
}

/** Offers to bring back what the second copies have; says nothing of how it went missing, which nobody knows. */
export function recoveryOffer(ahead: readonly CopyHeader[], now: number, bringBack: () => void, leave: () => void): StorageNotice {
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
