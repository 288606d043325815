import { Glyph } from '../../controls/Glyph.tsx'
import type { Column } from './column.ts'
import type { Sorted } from './sorted-rows.ts'

interface HeadProps {
  readonly columns: readonly Column[]
  readonly sorted: Sorted | null
  /** The head that Tab reaches; null while a cell is reached instead. */
  readonly stop: number | null
  readonly onFocus: (column: number) => void
  readonly onSort: (id: string) => void
}

/** The heads of the columns: a press sorts; from the first row the up arrow comes here. */
export function TableHead({ columns, sorted, stop, onFocus, onSort }: HeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((one, i) => (
          <th key={one.id} scope="col" style={{ width: one.width }} aria-sort={sorted?.column === one.id ? (sorted.isDown ? 'descending' : 'ascending') : 'none'}>
            <button type="button" data-at={`-1:${i}`} tabIndex={stop === i ? 0 : -1} onFocus={() => onFocus(i)} onClick={() => onSort(one.id)}>
              {one.slot !== undefined && <Glyph slot={one.slot} />} {one.title}
              <span aria-hidden="true">{sorted?.column === one.id ? (sorted.isDown ? ' ↓' : ' ↑') : ''}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
}
