import type { MouseEvent } from 'react'
import { MarksSvg } from '../../controls/MarksSvg.tsx'
import type { Id } from '../../model/ids.ts'
import { tieSample } from '../../scene/tie-sample.ts'
import { CellEditor, type Editing } from './CellEditor.tsx'
import type { Column } from './column.ts'

interface RowProps {
  readonly id: Id
  readonly index: number
  /** World of the scrolled body, CSS px. */
  readonly top: number
  readonly columns: readonly Column[]
  /** The column of the one cell that Tab reaches, where it is in this row. */
  readonly stop: number | null
  readonly isSelected: boolean
  readonly editing: Editing | null
  /** How many rows are selected. */
  readonly many: number
  readonly problem: string | null
  readonly nameOf: (row: Id) => string
  readonly onPress: (event: MouseEvent, column: number) => void
  readonly onFocus: (column: number) => void
  readonly onBegin: (column: number) => void
  readonly onWrite: (text: string, move: readonly [number, number], isForAll: boolean) => void
  readonly onLeave: (text: string) => void
  readonly onCancel: (column: number) => void
}

export function TableRow({ id, index, top, columns, stop, isSelected, editing, many, problem, nameOf, onPress, onFocus, onBegin, onWrite, onLeave, onCancel }: RowProps) {
  return (
    <tr aria-rowindex={index + 2} aria-selected={isSelected} style={{ transform: `translateY(${top}px)` }}>
      {columns.map((one, i) => (
        <td
          key={one.id}
          role={i === 0 ? 'rowheader' : 'gridcell'}
          data-at={`${index}:${i}`}
          tabIndex={stop === i ? 0 : -1}
          style={{ width: one.width }}
          onClick={(event) => onPress(event, i)}
          onFocus={() => onFocus(i)}
          onDoubleClick={() => onBegin(i)}
        >
          {editing?.column === one.id ? (
            <CellEditor label={`${one.title} of ${nameOf(id)}`} start={editing.start} choices={one.edit?.choices} many={many} problem={problem} onWrite={onWrite} onLeave={onLeave} onCancel={() => onCancel(i)} />
          ) : (
            <CellFace column={one} row={id} />
          )}
        </td>
      ))}
    </tr>
  )
}

const SAMPLE = 28

/** What a cell shows: its words, and for a rating the line that it makes. */
function CellFace({ column, row }: { readonly column: Column; readonly row: Id }) {
  const answer = column.answer?.(row)
  if (!answer || answer.state === 'silent') return column.read(row)
  return (
    <span className="table-rating">
      <span>{column.read(row)}</span>
      <svg width={SAMPLE + 4} height="18" viewBox={`-2 -9 ${SAMPLE + 4} 18`} aria-hidden="true">
        <MarksSvg marks={tieSample(answer, SAMPLE)} />
      </svg>
    </span>
  )
}
