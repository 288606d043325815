/** Null is an empty cell: nothing was said. */
export type Cell = string | number | boolean | null

export interface Column {
  /** As a program names it: letters and digits. */
  readonly key: string
  /** As a person reads it, and as the header row says it. */
  readonly title: string
}

/** A table as a spreadsheet has it. Every row has a cell for each column. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A column that knows what a record says in it. */
export interface ColumnOf<R> extends Column {
  of(record: R): Cell
}

export function sheetOf<R>(name: string, columns: readonly ColumnOf<R>[], records: Iterable<R>): Sheet {
  return { name, columns: columns.map(({ key, title }) => ({ key, title })), rows: [...records].map((record) => columns.map((column) => column.of(record))) }
}
