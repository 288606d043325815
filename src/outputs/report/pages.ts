/** What cannot be broken over two pages: its place from the top, in CSS px. */
export interface Piece {
  readonly top: number
  readonly bottom: number
  /** A heading stays with what follows it. */
  readonly keeps: boolean
  /** How high the head of its table is, which every page repeats. */
  readonly head: number
}

/** Between the margins of an A4 page of a report: 297 − 2 × 18 mm, in CSS px. */
const PAGE_HEIGHT = (261 * 96) / 25.4
/** And from side to side: 210 − 2 × 20 mm. */
export const PAGE_WIDTH = (170 * 96) / 25.4

/** How many pages these pieces, one below the other, take. */
export function pagesOf(pieces: readonly Piece[], height = PAGE_HEIGHT): number {
  if (pieces.length === 0) return 0
  let pages = 1
  let start = pieces[0]?.top ?? 0
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece
    // What must stay with the next begins a page together with it.
    let last = i
    while (pieces[last]?.keeps && last + 1 < pieces.length) last++
    const bottom = pieces[last]?.bottom ?? piece.bottom
    if (bottom - start <= height || piece.top <= start) continue
    pages++
    start = piece.top - piece.head
  }
  return pages
}
