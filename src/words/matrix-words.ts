import type { Id } from '../model/ids.ts'
import type { Organisation } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { isApart, type Matrix, type MatrixCell } from '../reading/matrix.ts'
import { counted } from './counts.ts'

/** A mean to one decimal, halves up; what rounding errors leave just below a half counts as the half. A minus sign is a real one. */
export function meanText(value: number): string {
  const tenths = Math.floor(value * 10 + 0.5 + 1e-9)
  return `${tenths < 0 ? '−' : ''}${Math.floor(Math.abs(tenths) / 10)}.${Math.abs(tenths) % 10}`
}

/** The same with its sign: "+0.7", "−1.0", "0.0". */
export function signedMean(value: number): string {
  const text = meanText(value)
  return value > 0 && text !== '0.0' ? `+${text}` : text
}

/** Which way the quality of several ties leans; less than this is no lean. */
const LEANS = 0.25

export function leanOf(quality: number | undefined): '+' | '−' | '' {
  return quality === undefined || Math.abs(quality) <= LEANS ? '' : quality > 0 ? '+' : '−'
}

/** "3 ties", or of those that were not all answered "2 of 3 ties". */
export function answeredWords({ n, ties }: MatrixCell): string {
  return n === ties.length ? counted(n, 'tie') : `${n} of ${counted(ties.length, 'tie')}`
}

/** What one organisation says of its ties with another: "Commissioning says 4.0 of its 3 ties with Adult social care; they lean good." */
export function cellSentence(row: Organisation, column: Organisation, cell: MatrixCell | null): string {
  const isOwn = row.id === column.id
  const whom = isOwn ? 'inside' : `with ${column.name}`
  if (!cell) return `${row.name}: no ties ${whom}.`
  const ties = `its ${counted(cell.ties.length, 'tie')} ${whom}`
  if (cell.strength === undefined && cell.quality === undefined) return `${row.name} has not rated ${ties}.`
  const lean = leanOf(cell.quality)
  const strength = cell.strength === undefined ? '' : ` ${meanText(cell.strength)}`
  return `${row.name} says${strength} of ${cell.n === cell.ties.length ? '' : `${cell.n} of `}${ties}${lean === '' ? '' : lean === '+' ? '; they lean good' : '; they lean strained'}.`
}

/** The matrix as rows of cells, the heads first, to paste into a sheet: strength, and how many ties it is of. */
export function matrixRows(matrix: Matrix): readonly (readonly string[])[] {
  const face = (cell: MatrixCell | null) => (!cell ? '' : cell.strength === undefined ? `not said (${cell.ties.length})` : `${meanText(cell.strength)} (${cell.n})`)
  return [
    ['Who is rating, of ties with', ...matrix.columns.map(({ name }) => name)],
    ...matrix.rows.map((row) => [`${row.name} says`, ...matrix.columns.map((column) => face(matrix.cell(row.id, column.id)))]),
  ]
}

/** The matrix as sentences, each organisation's in a paragraph of its own. */
export function matrixParagraphs(matrix: Matrix): readonly string[] {
  return matrix.rows.map((row) =>
    matrix.columns
      .flatMap((column) => {
        const cell = matrix.cell(row.id, column.id)
        return cell ? [`${cellSentence(row, column, cell)}${isApart(matrix, row.id, column.id) ? ` The two ends are more than one step apart.` : ''}`] : []
      })
      .join(' ') || `${row.name} has no ties with others.`,
  )
}

/** Both halves of a pair in words: "Commissioning says 4.0 of its ties with Adult social care. Adult social care says 2.0 of the same." */
export function pairWords(moment: MapContent, matrix: Matrix, row: Id, column: Id): string {
  const [here, there] = [moment.organisations.get(row), moment.organisations.get(column)]
  if (!here || !there) return ''
  const back = row === column ? null : matrix.cell(column, row)
  const said = back?.strength === undefined ? (back ? `${there.name} has not rated them.` : '') : `${there.name} says ${meanText(back.strength)} of the same.`
  return `${cellSentence(here, there, matrix.cell(row, column))} ${said}`.trim()
}
