/** What a key asks of the grid. Rows count from 0; −1 is the head. */
export type GridIntent =
  | { readonly is: 'move'; readonly row: number; readonly column: number; readonly isExtending: boolean }
  | { readonly is: 'edit' | 'remove' | 'toggle' | 'all' | 'fill' | 'sort' }
  | { readonly is: 'type'; readonly letter: string }
  | { readonly is: 'rate'; readonly digit: number }

export interface GridPlace {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  /** How many rows a page has. */
  readonly page: number
  /** Whether a digit rates in this column. */
  readonly takesDigits: boolean
}

export interface GridKey {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
}

/** The keys of a spreadsheet. Null: the key is not the grid's. */
export function gridIntent({ key, ctrl, shift }: GridKey, { row, column, rows, columns, page, takesDigits }: GridPlace): GridIntent | null {
  const move = (toRow: number, toColumn: number): GridIntent => ({ is: 'move', row: toRow, column: toColumn, isExtending: shift && toRow !== row })
  switch (key) {
    case 'ArrowDown':
      return move(ctrl ? rows - 1 : row + 1, column)
    case 'ArrowUp':
      return move(ctrl ? 0 : row - 1, column)
    case 'ArrowLeft':
      return move(row, ctrl ? 0 : column - 1)
    case 'ArrowRight':
      return move(row, ctrl ? columns - 1 : column + 1)
    case 'PageDown':
      return move(row + page, column)
    case 'PageUp':
      return move(Math.max(0, row - page), column)
    case 'Home':
      return move(ctrl ? 0 : row, 0)
    case 'End':
      return move(ctrl ? rows - 1 : row, columns - 1)
  }
  if (row < 0) return key === 'Enter' || key === ' ' ? { is: 'sort' } : null
  if (ctrl) return key.toLowerCase() === 'a' ? { is: 'all' } : key.toLowerCase() === 'd' ? { is: 'fill' } : key === ' ' ? { is: 'toggle' } : null
  if (key === 'Enter' || key === 'F2') return { is: 'edit' }
  if (key === 'Delete') return { is: 'remove' }
  if (key === ' ') return { is: 'toggle' }
  if (takesDigits && /^[0-5]$/.test(key)) return { is: 'rate', digit: Number(key) }
  return key.length === 1 ? { is: 'type', letter: key } : null
}
