import { Refusal } from '../found/finder.ts'
import { grouped, LIMITS } from '../native/limits.ts'
import { separatorOf } from './separator.ts'
import type { TableRow } from './table.ts'

/** As many rows as the most elements and ties take, and blank ones between them. */
const MOST_ROWS = LIMITS.elements + LIMITS.relationships + 1000
/** Rows read between two reports of how far it is. */
const STEP = 5000

/**
 * Rows of separated text (RFC 4180; tabs, semicolons and bars alike), blank ones too, so that the numbers stay the sheet's. A quote opens at the start of
 * a cell only. One pass; a quote that never closes is refused with its row.
 */
export function* parseCsv(text: string, separator = separatorOf(text)): Generator<number, readonly TableRow[]> {
  const rows: TableRow[] = []
  let cells: string[] = []
  let at = 0
  while (at <= text.length) {
    let end: number
    if (text[at] === '"') {
      const close = closing(text, at + 1)
      if (close < 0) throw new Refusal(`Row ${rows.length + 1}`, 'a cell begins with a quote that never ends; the file may have been cut short')
      end = cellEnd(text, close + 1, separator)
      cells.push(text.slice(at + 1, close).replaceAll('""', '"') + text.slice(close + 1, end))
    } else {
      end = cellEnd(text, at, separator)
      cells.push(text.slice(at, end))
    }
    if (text[end] === separator) {
      at = end + 1
      continue
    }
    rows.push({ cells, number: rows.length + 1 })
    if (rows.length > MOST_ROWS) throw new Refusal(`Row ${rows.length}`, `there are more than ${grouped(MOST_ROWS)} rows, which is the most Sightlines opens`)
    cells = []
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
    if (at === text.length) break
    if (rows.length % STEP === 0) yield at / text.length
  }
  return rows
}

function closing(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return -1
}

function cellEnd(text: string, at: number, separator: string): number {
  let end = at
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}
