import { keyOf } from './names.ts'

type Rows = readonly (readonly string[])[]

const NOTHING = new Set(['', '0', '-', '–', 'no', 'n', 'none', 'false'])
const JUST_A_TIE = new Set(['x', 'yes', 'y', '✓', '✔', 'true'])

const across = (rows: Rows) => (rows[0] ?? []).slice(1).map((cell) => cell.trim())
const down = (rows: Rows) => rows.slice(1).map((row) => (row[0] ?? '').trim())
const filled = (rows: Rows): Rows => rows.filter((row) => row.some((cell) => cell.trim() !== ''))

/** Whether a sheet is a matrix of who is tied to whom: its first row and its first column hold the same names, once each, in any order. */
export function isMatrix(sheet: Rows): boolean {
  const rows = filled(sheet)
  const names = down(rows).map(keyOf)
  const heads = across(rows).map(keyOf)
  const all = new Set(names)
  return names.length > 1 && !all.has('') && all.size === names.length && heads.length === names.length && heads.every((head) => all.has(head)) && new Set(heads).size === heads.length
}

export interface MatrixTies {
  readonly names: readonly string[]
  /** A sheet of ties with a header, as it would have been pasted. */
  readonly rows: Rows
}

/**
 * A matrix as a sheet of ties. What is the same either side of the diagonal goes both ways, once. Whole numbers from 0 to 5 are strengths,
 * other numbers weights, a matrix of nothing but 0 and 1 just says who is tied; words are labels.
 */
export function tiesOfMatrix(sheet: Rows): MatrixTies {
  const rows = filled(sheet)
  const names = down(rows)
  const columnOf = new Map(across(rows).map((name, i) => [keyOf(name), i + 1]))
  const cell = (from: number, to: number) => (rows[from + 1]?.[columnOf.get(keyOf(names[to] ?? '')) ?? 0] ?? '').trim()
  const isTie = (text: string) => !NOTHING.has(text.toLowerCase())
  const at = names.flatMap((_, from) => names.map((__, to) => [from, to] as const)).filter(([from, to]) => isTie(cell(from, to)))
  const isMutual = at.length > 0 && at.every(([from, to]) => cell(from, to) === cell(to, from))
  const numbers = at.map(([from, to]) => cell(from, to)).filter((text) => Number.isFinite(Number(text)))
  const isScale = numbers.every((text) => /^[1-5]$/.test(text)) && numbers.some((text) => text !== '1')
  const isBinary = numbers.every((text) => text === '1')
  const written = at.filter(([from, to]) => !isMutual || from <= to).map(([from, to]) => {
    const text = cell(from, to)
    const isNumber = Number.isFinite(Number(text))
    return [names[from] ?? '', names[to] ?? '', isMutual ? 'works' : '', isNumber && !isBinary ? text : '', isNumber || JUST_A_TIE.has(text.toLowerCase()) ? '' : text]
  })
  return { names, rows: [['From', 'To', 'Kind', isScale ? 'Strength' : 'Weight', 'Label'], ...written] }
}
