import { apply } from '../../model/apply.ts'
import { type MapChange, type Write } from '../../model/change.ts'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { counted } from '../../words/counts.ts'
import { isNotUnderstood, type NotUnderstood } from './cell-text.ts'
import type { Column } from './column.ts'

export interface CellWrite {
  readonly row: Id
  readonly column: Column
  /** As a cell's editor gives it: for a choice, its value. */
  readonly text: string
}

/** The words of cells for the clipboard, as they can be pasted again: one a line. */
export function copiedCells(rows: readonly Id[], { edit, read }: Column): string {
  return rows.map((row) => {
    const start = edit?.start(row)
    const text = edit?.choices ? edit.choices.find(({ value }) => value === start)?.title : start
    return (text ?? read(row)).replace(/[\t\n\r]+/g, ' ')
  }).join('\n')
}

/** Why many cells cannot be written, and which of them it is. Then none of them is. */
export interface CellRefused extends NotUnderstood {
  readonly row: Id
  readonly column: Column
}

/** Many cells as one change, each on the map that those before it left; all of them or none. */
export function writeCells(map: SystemMap, cells: readonly CellWrite[]): MapChange | CellRefused {
  const writes: Write[] = []
  let now = map
  for (const { row, column, text } of cells) {
    if (!column.edit) return { problem: 'This column is worked out from others.', row, column }
    const change = column.edit.write(now, row, text)
    if (isNotUnderstood(change)) return { ...change, row, column }
    writes.push(...change.writes)
    now = apply(now, change)
  }
  return { writes }
}

/** A block of pasted text as cells, the first where the focus is. A single value fills every row that is selected. */
export function pastedCells(block: readonly (readonly string[])[], rows: readonly Id[], columns: readonly Column[], at: readonly [row: number, column: number], selected: readonly Id[]): readonly CellWrite[] | NotUnderstood {
  const [only] = block
  const [first] = only ?? []
  const here = columns[at[1]]
  if (block.length === 1 && only?.length === 1 && first !== undefined && here && selected.length > 1) return givenTo(selected, here, first)
  const filled = block.at(-1)?.every((cell) => cell === '') ? block.slice(0, -1) : block
  if (at[0] + filled.length > rows.length) return { problem: `There is room for ${counted(rows.length - at[0], 'row')} from here on, and ${filled.length} were pasted.` }
  const cells: CellWrite[] = []
  for (const [i, texts] of filled.entries()) {
    if (at[1] + texts.length > columns.length) return { problem: `There is room for ${counted(columns.length - at[1], 'column')} from here on, and ${texts.length} were pasted.` }
    for (const [j, text] of texts.entries()) {
      const column = columns[at[1] + j] as Column
      const given = choiceFor(column, text)
      if (isNotUnderstood(given)) return given
      cells.push({ row: rows[at[0] + i] as Id, column, text: given })
    }
  }
  return cells
}

function givenTo(rows: readonly Id[], column: Column, text: string): readonly CellWrite[] | NotUnderstood {
  const given = choiceFor(column, text)
  return isNotUnderstood(given) ? given : rows.map((row) => ({ row, column, text: given }))
}

/** What a text means in a column: for one of choices, the value that is called so. */
function choiceFor(column: Column, text: string): string | NotUnderstood {
  const choices = column.edit?.choices
  if (!choices) return text
  const said = text.trim().toLowerCase()
  if (said === '') return ''
  const found = choices.find(({ value, title }) => value.toLowerCase() === said || title.toLowerCase() === said) ?? choices.find(({ title }) => title.toLowerCase().startsWith(`${said} `))
  return found ? found.value : { problem: `${column.title}: “${text.trim()}” is not one of the choices.` }
}
