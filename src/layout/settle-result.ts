import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { Measured } from './measured.ts'

/** How much a layout is asked to do: *Settle* about 1.5 s of work on a map of 46, *Settle carefully* about 20 s. */
export interface SettleOptions {
  /** Only these may move; everything where it is left out. */
  readonly only?: ReadonlySet<Id>
  readonly carefully?: boolean
}

/** What settling came to. */
export interface SettleResult {
  /** Where things are to stand: only those that move, whole units. */
  readonly positions: ReadonlyMap<Id, Point>
  /** What the map's `settled` becomes, so that settling again moves nothing; null where only a part was settled. */
  readonly digest: string | null
  /** How good the picture is; null where there was nothing to do. */
  readonly measured: Measured | null
  /** Pairs of cards that still overlap: both are pinned, and only a person can say which one moves. */
  readonly overlaps: readonly (readonly [Id, Id])[]
}
