import { separatorOf } from './separator.ts'
import { sortOf } from './table.ts'

/** Letters of a header that no table has, and prose has. */
const LONGEST_HEADER = 60

/** Whether the beginning of a text looks like a table: its first row is a header that is known, or a short one whose rows have as many cells. */
export function isTable(start: string): boolean {
  if (start.startsWith('<')) return false
  const separator = separatorOf(start)
  // What stands in quotes may hold separators and line breaks of its own.
  const lines = start.replace(/"(?:[^"]|"")*"/gu, (quoted) => quoted.replace(/[^\w ]/gu, '')).split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '')
  const [header = [], ...rows] = lines.map((line) => line.split(separator))
  if (rows.length === 0) return false
  if (sortOf({ cells: header, number: 1 }) !== null) return true
  // The last line may be cut: only so much of the file is looked at.
  const whole = rows.length > 1 ? rows.slice(0, -1) : rows
  const isHeader = header.length > 1 && header.filter((cell) => cell.trim() === '').length < 2 && header.at(-1)?.trim() !== '' && header.every((cell) => cell.length < LONGEST_HEADER)
  return isHeader && whole.filter((cells) => cells.length === header.length).length * 2 > whole.length
}
