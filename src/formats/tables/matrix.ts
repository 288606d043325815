import { wordKey } from '../found/choices.ts'
import type { Finder } from '../found/finder.ts'
import type { TableRow } from './table.ts'

const NOTHING = new Set(['', '0', '-', '–', 'no', 'n', 'none', 'false'])
const JUST_A_TIE = new Set(['x', 'yes', 'y', '✓', '✔', 'true', '1'])

const across = (rows: readonly TableRow[]) => (rows[0]?.cells ?? []).slice(1).map((cell) => cell.trim())
const down = (rows: readonly TableRow[]) => rows.slice(1).map(({ cells }) => (cells[0] ?? '').trim())

/** Whether a section is a matrix of who is tied to whom: its first row and its first column hold the same names, once each, in any order. */
export function isMatrix(rows: readonly TableRow[]): boolean {
  const names = down(rows).map(wordKey)
  const heads = across(rows).map(wordKey)
  const all = new Set(names)
  return names.length > 1 && !all.has('') && all.size === names.length && heads.length === names.length && heads.every((head) => all.has(head)) && new Set(heads).size === heads.length
}

/** Everyone in a matrix, tied or not, and its ties; what is the same either side of the diagonal goes both ways, once. */
export function readMatrix(rows: readonly TableRow[], placeOf: (row: TableRow) => string, finder: Finder, end: (name: string, place: string) => string): void {
  const names = down(rows)
  const columnOf = new Map(across(rows).map((name, i) => [wordKey(name), i + 1]))
  const places = rows.slice(1).map(placeOf)
  const cell = (from: number, to: number) => (rows[from + 1]?.cells[columnOf.get(wordKey(names[to] ?? '')) ?? 0] ?? '').trim()
  const isTie = (text: string) => !NOTHING.has(text.toLowerCase())
  const ids = names.map((name, i) => end(name, places[i] ?? ''))
  let isMutual = true
  for (let from = 0; from < names.length && isMutual; from++) for (let to = 0; to < from && isMutual; to++) isMutual = cell(from, to) === cell(to, from)
  for (const from of names.keys()) {
    for (const to of names.keys()) {
      const text = cell(from, to)
      if (!isTie(text) || (isMutual && to < from)) continue
      const isNumber = Number.isFinite(Number(text))
      const isPlain = JUST_A_TIE.has(text.toLowerCase())
      finder.tie(places[from] ?? '', { from: ids[from] ?? '', to: ids[to] ?? '', mutual: isMutual, label: isNumber || isPlain ? '' : text, values: isNumber && !isPlain ? [['weight', Number(text)]] : [] })
    }
  }
}
