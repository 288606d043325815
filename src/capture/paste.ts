import type { Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { findOrganisation, keyOf } from './names.ts'
import { guessAs, guessColumns, looksLikeHeader, type ColumnUse, type PasteAs } from './paste-columns.ts'
import { readTable } from './table-text.ts'

/** A pasted sheet, and how it is read: guessed first, then as the person says. */
export interface Pasted {
  readonly rows: readonly (readonly string[])[]
  readonly as: PasteAs
  readonly hasHeader: boolean
  /** One for each column; none where it is lines. */
  readonly columns: readonly ColumnUse[]
  /** Where an organisation as it is called in the sheet goes, by its key; only what the person changed. */
  readonly organisations: ReadonlyMap<string, Id | 'new' | 'none'>
}

/** Reads pasted text and guesses what it is. Cost: one pass over the text and one look at each cell. */
export function readPaste(text: string, map: SystemMap): Pasted {
  const rows = readTable(text)
  const as = guessAs(rows, map)
  const table = as === 'lines' ? text.split(/\r\n|\r|\n/u).map((line) => [line]) : rows
  const hasHeader = looksLikeHeader(rows[0] ?? [], as)
  return { rows: table, as, hasHeader, columns: guessColumns(table, as, hasHeader, map), organisations: new Map() }
}

/** The same sheet read otherwise. Its columns are guessed anew where it becomes something else. */
export function readAs(pasted: Pasted, as: PasteAs, map: SystemMap, hasHeader = looksLikeHeader(pasted.rows[0] ?? [], as)): Pasted {
  return { ...pasted, as, hasHeader, columns: guessColumns(pasted.rows, as, hasHeader, map) }
}

/** One column put to another use; a use that only one column can have is taken from the one that had it. */
export function withColumn(pasted: Pasted, column: number, use: ColumnUse): Pasted {
  const isShared = use === 'fact' || use === 'ignore'
  const columns = pasted.columns.map((before, i) => (i === column ? use : before === use && !isShared ? 'ignore' : before))
  return { ...pasted, columns }
}

export function withOrganisation(pasted: Pasted, said: string, to: Id | 'new' | 'none'): Pasted {
  return { ...pasted, organisations: new Map(pasted.organisations).set(keyOf(said), to) }
}

/** An organisation as the sheet calls it, and the one it is taken for. */
export interface PastedOrganisation {
  readonly said: string
  /** Null: a new one is made. `none`: its elements join no organisation. */
  readonly is: Id | null | 'none'
  /** The two are called differently: the person should see it. */
  readonly isGuess: boolean
}

/** By code or name; else by words that begin the words of exactly one name ("Comm. Healthcare"); else new. */
export function organisationFor(said: string, pasted: Pasted, map: SystemMap): PastedOrganisation {
  const chosen = pasted.organisations.get(keyOf(said))
  if (chosen !== undefined) return { said, is: chosen === 'new' ? null : chosen, isGuess: false }
  const result = findOrganisation(map.organisations, said)
  if ('found' in result) return { said, is: result.found.id, isGuess: keyOf(result.found.name) !== keyOf(said) && keyOf(result.found.code) !== keyOf(said) }
  const words = keyOf(said).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const alike = words.length < 2 ? [] : [...map.organisations.values()].filter((organisation) => {
    const full = keyOf(organisation.name).split(/[^\p{L}\p{N}]+/u)
    let from = 0
    return words.every((word) => {
      const at = full.findIndex((one, i) => i >= from && one.startsWith(word))
      from = at + 1
      return at >= 0
    })
  })
  const [only] = alike
  return only && alike.length === 1 ? { said, is: only.id, isGuess: true } : { said, is: null, isGuess: false }
}
