import { grouped } from './counts.ts'

/** What a layout would do, on screen: "Rows by organisation. 41 would move." */
export function wouldMove(title: string, moved: number): string {
  return `${title}. ${moved === 0 ? 'Nothing' : grouped(moved)} would move.`
}

/** The same once it is kept. */
export function hasMoved(title: string, moved: number): string {
  return `Kept: ${title}. ${moved === 0 ? 'Nothing' : grouped(moved)} moved.${moved === 0 ? '' : ' Control Z takes it back.'}`
}

/** Pinned cards on one another: only a person can say which one moves. Empty where there are none. */
export function stuckWords(pairs: number): string {
  return pairs === 0 ? '' : `${pairs === 1 ? 'Two pinned cards overlap' : 'Some pinned cards overlap'}: unpin one.`
}
