import { useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { Glyph } from '../../controls/Glyph.tsx'
import type { Organisation } from '../../model/records.ts'
import type { Matrix } from '../../reading/matrix.ts'
import { useSession } from '../../session/hooks.ts'
import type { CellFace } from './cell-face.ts'

interface TableProps {
  readonly label: string
  readonly matrix: Matrix
  readonly faceOf: (row: Organisation, column: Organisation) => CellFace
  readonly onChoose: (row: Organisation, column: Organisation) => void
  /** The chosen cell's ties are asked for, on the map. */
  readonly onShow: () => void
}

/** Organisations by organisations: one stop for Tab, the arrows go from cell to cell, and a cell that is gone to is chosen. */
export function MatrixTable({ label, matrix, faceOf, onChoose, onShow }: TableProps) {
  const pair = useSession((s) => s.pair)
  const table = useRef<HTMLTableElement>(null)
  const { rows, columns } = matrix
  const [r, c] = pair ? [rows.findIndex(({ id }) => id === pair[0]), columns.findIndex(({ id }) => id === pair[1])] : [-1, -1]
  const at = r >= 0 && c >= 0 ? ([r, c] as const) : ([0, 0] as const)

  function go(toRow: number, toColumn: number) {
    const [i, j] = [Math.max(0, Math.min(rows.length - 1, toRow)), Math.max(0, Math.min(columns.length - 1, toColumn))]
    const [row, column] = [rows[i], columns[j]]
    if (!row || !column) return
    onChoose(row, column)
    const cell = table.current?.querySelector<HTMLElement>(`[data-at="${i}:${j}"]`)
    cell?.focus()
    cell?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey) return
    const far = event.ctrlKey || event.metaKey
    const to = target(event.key, far, at, [rows.length, columns.length])
    if (to) go(...to)
    else if (event.key === 'Enter' && !far) {
      // Nothing may be chosen yet: the cell that Tab reached is.
      go(...at)
      onShow()
    } else if (event.key === ' ') go(...at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <table role="grid" aria-label={label} aria-readonly="true" className={`matrix-table${rows.length > 5 ? ' is-dense' : ''}`} style={{ '--columns': columns.length } as CSSProperties} ref={table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col" className="matrix-corner">
            Who is rating ↓ of ties with →
          </th>
          {columns.map(({ id, name, slot }) => (
            <th key={id} scope="col">
              <Glyph slot={slot} size={14} />
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={row.id}>
            <th scope="row">
              <Glyph slot={row.slot} size={14} />
              <span>{row.name} says</span>
            </th>
            {columns.map((column, j) => {
              const isChosen = i === r && j === c
              const isMirror = !isChosen && pair?.[0] === column.id && pair[1] === row.id
              return (
                <Cell key={column.id} at={`${i}:${j}`} face={faceOf(row, column)} isStop={i === at[0] && j === at[1]} isChosen={isChosen} isMirror={isMirror} onPress={() => go(i, j)} onShow={onShow} />
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function target(key: string, far: boolean, [row, column]: readonly [number, number], [rows, columns]: readonly [number, number]): readonly [number, number] | null {
  switch (key) {
    case 'ArrowDown':
      return [far ? rows - 1 : row + 1, column]
    case 'ArrowUp':
      return [far ? 0 : row - 1, column]
    case 'ArrowRight':
      return [row, far ? columns - 1 : column + 1]
    case 'ArrowLeft':
      return [row, far ? 0 : column - 1]
    case 'Home':
      return [far ? 0 : row, 0]
    case 'End':
      return [far ? rows - 1 : row, columns - 1]
    default:
      return null
  }
}

interface CellProps {
  readonly at: string
  readonly face: CellFace
  readonly isStop: boolean
  readonly isChosen: boolean
  readonly isMirror: boolean
  readonly onPress: () => void
  readonly onShow: () => void
}

function Cell({ at, face, isStop, isChosen, isMirror, onPress, onShow }: CellProps) {
  return (
    <td
      role="gridcell"
      className={`step-${face.step}${isChosen ? ' is-chosen' : ''}${isMirror ? ' is-mirror' : ''}`}
      data-at={at}
      tabIndex={isStop ? 0 : -1}
      aria-selected={isChosen}
      aria-label={face.spoken}
      onClick={onPress}
      onDoubleClick={onShow}
    >
      {face.isApart && <span className="matrix-flag" />}
      <b>{face.figure}</b>
      <small className={face.isFew ? 'is-few' : undefined}>{face.detail}</small>
      {face.sign !== '' && <i>{face.sign}</i>}
    </td>
  )
}
