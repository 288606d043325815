import type { Id } from '../../model/ids.ts'
import type { Organisation } from '../../model/records.ts'
import { isApart, type Matrix, type MatrixCell } from '../../reading/matrix.ts'
import type { MatrixFigure } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { answeredWords, cellSentence, leanOf, meanText, signedMean } from '../../words/matrix-words.ts'

/** Small numbers are conversation, not evidence: fewer ties than this print their count in bold. */
const FEW = 3
/** Five fills: of strength one for each step of the scale from 0, the two at its top alike. */
const DARKEST = 4

/** What a cell shows, and what it says to those who hear it. */
export interface CellFace {
  readonly figure: string
  readonly detail: string
  readonly isFew: boolean
  readonly sign: '+' | '−' | ''
  /** Which of the five fills, the palest 0. */
  readonly step: number
  readonly isApart: boolean
  readonly spoken: string
}

interface Shown {
  readonly figure: MatrixFigure
  readonly now: Matrix
  /** The moment before, while change is shown. */
  readonly before: Matrix | null
  /** The most ties that any cell has. */
  readonly most: number
}

const bounded = (step: number) => Math.max(0, Math.min(DARKEST, Math.floor(step)))

export function faceOf({ figure, now, before, most }: Shown, row: Organisation, column: Organisation): CellFace {
  const cell = now.cell(row.id, column.id)
  if (figure === 'change') return changeFace(row, column, before?.cell(row.id, column.id) ?? null, cell)
  const spoken = cellSentence(row, column, cell)
  if (!cell) return { figure: '–', detail: 'no ties', isFew: false, sign: '', step: 0, isApart: false, spoken }
  const isGap = isApart(now, row.id, column.id)
  const shown = {
    detail: answeredWords(cell), isFew: cell.n < FEW, sign: leanOf(cell.quality), isApart: isGap,
    spoken: isGap ? `${spoken} The two ends are more than one step apart.` : spoken,
  }
  if (figure === 'count') return { ...shown, figure: String(cell.n), detail: cell.n === cell.ties.length ? plainTies(cell.n) : `of ${counted(cell.ties.length, 'tie')}`, step: bounded((DARKEST * cell.n) / Math.max(1, most)) }
  const value = figure === 'quality' ? cell.quality : cell.strength
  if (value === undefined) return { ...shown, figure: 'not said', step: 0 }
  return figure === 'quality' ? { ...shown, figure: signedMean(value), sign: '', step: bounded(value + 2) } : { ...shown, figure: meanText(value), step: bounded(value) }
}

const plainTies = (n: number) => (n === 1 ? 'tie' : 'ties')

/** Stronger is not better by itself: a triangle says which way, and the fill only how far. */
function changeFace(row: Organisation, column: Organisation, before: MatrixCell | null, after: MatrixCell | null): CellFace {
  const [was, is] = [before?.strength, after?.strength]
  const ties = (after?.n ?? 0) - (before?.n ?? 0)
  const plain = { isFew: Math.max(before?.n ?? 0, after?.n ?? 0) < FEW, sign: '' as const, isApart: false, step: 0 }
  const named = `${row.name} of ${row.id === column.id ? 'ties inside it' : `ties with ${column.name}`}`
  if (!before && !after) return { ...plain, figure: '–', detail: 'no ties', isFew: false, spoken: `${named}: no ties then, and none now.` }
  const detail = ties === 0 ? answeredOf(after) : `${ties > 0 ? '+' : '−'}${counted(Math.abs(ties), 'tie')}`
  if (was === undefined || is === undefined) {
    const [figure, when] = is !== undefined ? [meanText(is), 'not said then'] : was !== undefined ? [meanText(was), 'then, not said now'] : ['–', 'not said']
    return { ...plain, figure, detail: when, spoken: `${named}: ${is !== undefined ? `${meanText(is)} now, not said then` : was !== undefined ? `${meanText(was)} then, not said now` : 'not said then or now'}.` }
  }
  const by = is - was
  const figure = signedMean(by)
  const way = figure === '0.0' ? 'as before' : by > 0 ? 'stronger' : 'weaker'
  return { ...plain, figure: figure === '0.0' ? figure : `${by > 0 ? '▲' : '▼'} ${meanText(Math.abs(by))}`, detail, step: bounded(Math.abs(by) * 2), spoken: `${named}: ${meanText(was)} then, ${meanText(is)} now, ${way}; ${detail}.` }
}

const answeredOf = (cell: MatrixCell | null) => (cell ? answeredWords(cell) : 'no ties')

/** The most ties that any cell's row answered. */
export function mostOf(matrix: Matrix): number {
  const ids = (list: readonly Organisation[]): readonly Id[] => list.map(({ id }) => id)
  return Math.max(0, ...ids(matrix.rows).flatMap((row) => ids(matrix.columns).map((column) => matrix.cell(row, column)?.n ?? 0)))
}
