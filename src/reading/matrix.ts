import type { Id } from '../model/ids.ts'
import type { Organisation, Relationship } from '../model/records.ts'
import { listed, type MapContent } from '../model/system-map.ts'
import { strengthWithZero } from './answer.ts'
import { pool } from './pool.ts'
import { speakerOf } from './speakers.ts'
import { homeOf } from './two-ends.ts'

/** What one organisation says of its ties with another. */
export interface MatrixCell {
  /** The ties between the two. */
  readonly ties: readonly Id[]
  /** How many of them the row answered. */
  readonly n: number
  /** Means over what was given; a no counts as strength 0. Undefined where nothing was. */
  readonly strength: number | undefined
  readonly quality: number | undefined
}

export interface Matrix {
  /** Who is rating: organisations of a numbered slot for whom somebody speaks. */
  readonly rows: readonly Organisation[]
  /** Whom they are tied to: those, and partners and residents. */
  readonly columns: readonly Organisation[]
  /** Null where there is no tie between the two, or nobody of the row rates. */
  cell(row: Id, column: Id): MatrixCell | null
}

const matrices = new WeakMap<MapContent, WeakMap<object, Matrix>>()

/** Each row rates its own ties, so that the two halves are each other's answer; of the ties that a filter leaves, where there is one. One pass over the ties. */
export function matrixOf(moment: MapContent, only: ReadonlySet<Id> | null = null): Matrix {
  let known = matrices.get(moment)
  if (!known) matrices.set(moment, (known = new WeakMap()))
  let matrix = known.get(only ?? moment)
  if (!matrix) known.set(only ?? moment, (matrix = made(moment, only)))
  return matrix
}

function made(moment: MapContent, only: ReadonlySet<Id> | null): Matrix {
  const organisations = listed(moment.organisations)
  const rows = organisations.filter(({ id, slot }) => typeof slot === 'number' && speakerOf(moment, id) !== null)
  const columns = organisations.filter(({ slot }) => slot !== 'shared')
  const between = new Map<string, Relationship[]>()
  const add = (a: Id, b: Id, tie: Relationship) => {
    const key = `${a} ${b}`
    const list = between.get(key)
    if (list) list.push(tie)
    else between.set(key, [tie])
  }
  for (const tie of pool(moment).ties.values()) {
    const [from, to] = [homeOf(moment, tie.from), homeOf(moment, tie.to)]
    if (!from || !to || tie.kind === 'influences' || only?.has(tie.id) === false) continue
    add(from.id, to.id, tie)
    if (from !== to) add(to.id, from.id, tie)
  }
  const cells = new Map<string, MatrixCell | null>()
  const rating = new Set(rows.map(({ id }) => id))
  return {
    rows,
    columns,
    cell(row, column) {
      const key = `${row} ${column}`
      let cell = cells.get(key)
      if (cell === undefined) cells.set(key, (cell = rating.has(row) ? cellOf(moment, row, between.get(key) ?? []) : null))
      return cell
    },
  }
}

function cellOf(moment: MapContent, row: Id, ties: readonly Relationship[]): MatrixCell | null {
  const reading = speakerOf(moment, row)?.reading
  if (!reading || ties.length === 0) return null
  const answers = ties.map(({ id }) => reading.of(id)).filter(({ state }) => state !== 'silent')
  return {
    ties: ties.map(({ id }) => id),
    n: answers.length,
    strength: mean(answers.flatMap((answer) => strengthWithZero(answer) ?? [])),
    quality: mean(answers.flatMap((answer) => answer.quality ?? [])),
  }
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Two halves that are more than this far apart are worth a talk. */
const APART = 1

/** Whether the two halves, each other's answer, lie more than one step apart, by their exact means. */
export function isApart(matrix: Matrix, row: Id, column: Id): boolean {
  const [here, there] = [matrix.cell(row, column)?.strength, matrix.cell(column, row)?.strength]
  return row !== column && here !== undefined && there !== undefined && Math.abs(here - there) > APART
}
