import type { Id } from '../model/ids.ts'
import type { Perspective } from '../model/records.ts'
import type { Axis } from './axis.ts'
import type { Comparison, Side } from './compare.ts'
import type { Reading } from './resolve.ts'

/** Who is heard, and whether it is kept back who said what. */
interface Heard {
  readonly voices: readonly Perspective[]
  readonly unattributed: boolean
}

/** The way to a vision: only along it is a change towards something, or away from it. */
export interface WayToVision {
  readonly before: Side
  readonly now: Side
  readonly vision: Reading
}

/** What a view of a map asks. It spends its ink on that one thing, and all else steps back. */
export type Question =
  /** What the reading on screen says. */
  | { readonly is: 'reading' }
  /** How far apart the voices are. */
  | (Heard & { readonly is: 'differences' })
  /** What others see and `asked` does not; where nobody is asked, what any voice does not see. */
  | (Heard & { readonly is: 'blind'; readonly asked: Id | null })
  /** What the organisation at either end of a tie says of it. */
  | { readonly is: 'ends'; readonly unattributed: boolean }
  /** What became of everything from one reading to another, both drawn where things stand now. */
  | { readonly is: 'comparison'; readonly axis: Axis; readonly comparison: Comparison; readonly way: WayToVision | null }

export const PLAIN: Question = { is: 'reading' }
