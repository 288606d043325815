import { grouped } from './counts.ts'

/** What a layout would do, on screen: "Rows by organisation. 41 would move." */
export function wouldMove(title: string, moved: number): string {
  return `${title}. ${moved === 0 ? 'Nothing' : grouped(moved)} would move.`
}

/** The same once it is kept. */
export function hasMoved(title: string, moved: number): string {
  return `Kept: ${title}. ${moved === 0 ? 'Nothing' : grouped(moved)} moved.${moved === 0 ? '' : ' Control Z takes it back.'}`
}

/** Up to this many crossings are told to one; more only about. */
const COUNTED = 10_000

/** How good a picture is: "127 crossings, 3 ties behind a card. Distances fit the ties: 81%." */
export function pictureWords({ crossings, behind, stress, overlaps }: { readonly crossings: number; readonly behind: number; readonly stress: number; readonly overlaps: readonly unknown[] }): string {
  const about = crossings > COUNTED ? `about ${grouped(Math.round(crossings / 1000) * 1000)}` : crossings === 0 ? 'No' : grouped(crossings)
  const parts = [`${about} ${crossings === 1 ? 'crossing' : 'crossings'}`, behind === 0 ? '' : `${grouped(behind)} ${behind === 1 ? 'tie' : 'ties'} behind a card`, overlaps.length === 0 ? 'no overlaps' : '']
  const counts = parts.filter(Boolean).join(', ')
  return `${counts.charAt(0).toUpperCase()}${counts.slice(1)}. Distances fit the ties: ${Math.round(100 * (1 - stress))}%.`
}

/** Pinned cards on one another: only a person can say which one moves. Empty where there are none. */
export function stuckWords(pairs: number): string {
  return pairs === 0 ? '' : `${pairs === 1 ? 'Two pinned cards overlap' : 'Some pinned cards overlap'}: unpin one.`
}
