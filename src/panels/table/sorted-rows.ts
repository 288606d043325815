import type { Id } from '../../model/ids.ts'
import type { Column } from './column.ts'

export interface Sorted {
  readonly column: string
  readonly isDown: boolean
}

/** Up, down, and as the map has it. */
export function nextSort(sorted: Sorted | null, column: string): Sorted | null {
  if (sorted?.column !== column) return { column, isDown: false }
  return sorted.isDown ? null : { column, isDown: true }
}

/** Rows by one column, those that are equal in it by id; the same list where nothing is sorted. */
export function sortedRows(rows: readonly Id[], columns: readonly Column[], sorted: Sorted | null): readonly Id[] {
  const column = columns.find(({ id }) => id === sorted?.column)
  if (!column || !sorted) return rows
  const keys = new Map(rows.map((row) => [row, column.sort?.(row) ?? column.read(row).toLowerCase()]))
  const compare = (a: Id, b: Id) => {
    const [x, y] = [keys.get(a) ?? '', keys.get(b) ?? '']
    return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1
  }
  return [...rows].sort((a, b) => (sorted.isDown ? compare(b, a) : compare(a, b)))
}
