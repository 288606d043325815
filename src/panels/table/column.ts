import type { MapChange } from '../../model/change.ts'
import type { Id } from '../../model/ids.ts'
import type { Slot } from '../../model/kinds.ts'
import type { Perspective, Presence } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import type { Answer } from '../../reading/answer.ts'
import type { Compared } from '../../session/compared.ts'
import type { CellChoice, NotUnderstood } from './cell-text.ts'

/** One column of a table: how a cell reads, sorts and is written. */
export interface Column {
  readonly id: string
  readonly title: string
  readonly slot?: Slot
  readonly width: number
  read(row: Id): string
  /** For a rating: the answer, so that the line it makes can be drawn beside the digits. */
  answer?(row: Id): Answer
  /** What rows are sorted by; text by its letters. */
  sort?(row: Id): number | string
  edit?: {
    readonly choices?: readonly CellChoice[]
    start(row: Id): string
    write(map: SystemMap, row: Id, text: string): MapChange | NotUnderstood
  }
  /** A digit typed on the cell: rates, and moves down. */
  digit?(map: SystemMap, row: Id, digit: Presence): MapChange
}

/** What the columns of a tab are made from, beside the map: whose answers, and what is compared. */
export interface ColumnsAsked {
  /** The one whose words the last columns hold. */
  readonly perspective: Id
  readonly voices: readonly Perspective[]
  /** Who said what is not shown: only how far apart. */
  readonly unattributed: boolean
  readonly compared: Compared | null
}

/** Tables of records whose fields are columns. */
export type ListedTable = 'elements' | 'relationships' | 'actions' | 'reflections'
