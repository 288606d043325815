/** Several values in one cell, a bar between them. A bar or a backslash within a value has a backslash before it. */
export function joinedCell(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\|]/g, '\\$&')).join('|')
}

/** The values of such a cell. */
export function listIn(cell: string): readonly string[] {
  return (cell.match(/(?:\\[^]|[^|\\])+/g) ?? []).map((value) => value.replace(/\\([^])/g, '$1'))
}
