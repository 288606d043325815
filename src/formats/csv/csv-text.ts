import { neutralCell } from '../sheets/neutral-cell.ts'
import type { Cell, Sheet } from '../sheets/sheet.ts'

/** Without it, the spreadsheet most people have reads UTF-8 as something else. */
const BYTE_ORDER_MARK = '\ufeff'

/** A sheet as CSV (RFC 4180): UTF-8 with a byte order mark, a header row, neutral to formulas. An empty cell was not said. */
export function csvText({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ title }) => title), ...rows]
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('')
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  // A number stays one: spreadsheets add it up, and it starts no formula.
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  const text = neutralCell(cell)
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
