import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { dispatch, invoke } from '../../commands/dispatch.ts'
import { MarksSvg } from '../../controls/MarksSvg.tsx'
import { tieSample } from '../../scene/tie-sample.ts'
import { Glyph } from '../../controls/Glyph.tsx'
import type { Id } from '../../model/ids.ts'
import type { Presence } from '../../model/records.ts'
import { live } from '../../session/live.ts'
import { useSession } from '../../session/hooks.ts'
import { say, select } from '../../session/session.ts'
import { CellEditor } from './CellEditor.tsx'
import { isNotUnderstood } from './cell-text.ts'
import type { Column } from './columns.ts'

const ROW = 34

interface GridProps {
  readonly label: string
  readonly rows: readonly Id[]
  readonly columns: readonly Column[]
  readonly isReadOnly: boolean
  readonly nameOf: (row: Id) => string
  readonly empty: string
}

interface Sorted {
  readonly column: string
  readonly isDown: boolean
}

/** The cell whose text is being edited, by what it holds: rows may be sorted or sought anew meanwhile. */
interface Editing {
  readonly row: Id
  readonly column: string
  readonly start: string
  /** Begun by a letter, which takes the place of what stood there. */
  readonly isTyped?: true
}

/** A grid of one stop for Tab: arrows move over its cells, Enter edits, a digit rates and moves down. Only the rows in sight are drawn. */
export function TableGrid({ label, rows, columns, isReadOnly, nameOf, empty }: GridProps) {
  const [sorted, setSorted] = useState<Sorted | null>(null)
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0])
  const [editing, setEditing] = useState<Editing | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const selection = useSession((s) => s.selection)
  const body = useRef<HTMLDivElement>(null)
  const ordered = useMemo(() => sortedRows(rows, columns, sorted), [rows, columns, sorted])
  const virtual = useVirtualizer({ count: ordered.length, getScrollElement: () => body.current, estimateSize: () => ROW, overscan: 12, scrollPaddingStart: ROW })
  const [row, column] = [Math.min(at[0], ordered.length - 1), Math.min(at[1], columns.length - 1)]
  const width = columns.reduce((sum, { width: own }) => sum + own, 0)

  function focusCell(toRow: number, toColumn: number) {
    const next = [Math.max(0, Math.min(ordered.length - 1, toRow)), Math.max(0, Math.min(columns.length - 1, toColumn))] as const
    setAt(next)
    virtual.scrollToIndex(next[0])
    const id = ordered[next[0]]
    if (id !== undefined) select([id])
    const cell = () => body.current?.querySelector<HTMLElement>(`[data-at="${next[0]}:${next[1]}"]`)
    // At once where it is drawn: between two frames the next key would go to the page, and mean something else there.
    if (cell()) cell()?.focus()
    else requestAnimationFrame(() => cell()?.focus())
  }

  function stop() {
    setEditing(null)
    setProblem(null)
  }

  /** Keeps what was typed; false, with the reason on screen, where it cannot stand. What was left as it was writes nothing. */
  function write(text: string): boolean {
    const edit = columns.find(({ id }) => id === editing?.column)?.edit
    const map = live.getState().map
    if (!editing || !edit || !map) return false
    if (editing.isTyped || text !== editing.start) {
      const change = edit.write(map, editing.row, text)
      if (isNotUnderstood(change)) {
        setProblem(change.problem)
        return false
      }
      if (change.writes.length) dispatch(`${columns.find(({ id }) => id === editing.column)?.title} of ${nameOf(editing.row)}`, change)
    }
    stop()
    return true
  }

  function begin(id: Id, of: Column) {
    if (of.edit) setEditing({ row: id, column: of.id, start: of.edit.start(id) })
  }

  function rateHere(digit: Presence) {
    const id = ordered[row]
    const map = live.getState().map
    const column_ = columns[column]
    if (id === undefined || !column_?.digit || !map) return
    dispatch(`Rate ${nameOf(id)}`, column_.digit(map, id, digit))
    say(`${column_.title}: ${digit}. ${nameOf(ordered[Math.min(row + 1, ordered.length - 1)] ?? id)}`)
    focusCell(row + 1, column)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (editing !== null || event.altKey || !(event.target as HTMLElement).matches('[role=gridcell]')) return
    const page = Math.max(1, Math.floor((body.current?.clientHeight ?? ROW) / ROW) - 2)
    const to: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
      PageDown: [row + page, column], PageUp: [row - page, column], Home: [event.ctrlKey ? 0 : row, 0], End: [event.ctrlKey ? ordered.length - 1 : row, columns.length - 1],
    }
    const next = to[event.key]
    const current = columns[column]
    if (next) focusCell(...next)
    else if (event.ctrlKey || event.metaKey) return
    else if (/^[0-5]$/.test(event.key) && current?.digit && !isReadOnly) rateHere(Number(event.key) as Presence)
    else if ((event.key === 'Enter' || event.key === 'F2') && current?.edit && !isReadOnly) begin(ordered[row] ?? '', current)
    else if (event.key === 'Delete' && !isReadOnly) void invoke('delete')
    else if (event.key.length === 1 && event.key !== ' ' && current?.edit && !current.edit.choices && !isReadOnly) setEditing({ row: ordered[row] ?? '', column: current.id, start: event.key, isTyped: true })
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (ordered.length === 0) return <p className="table-empty">{empty}</p>
  return (
    <div className="table-scroll" ref={body}>
      <table role="grid" aria-label={label} aria-rowcount={ordered.length + 1} aria-colcount={columns.length} aria-readonly={isReadOnly} style={{ width }} onKeyDown={onKeyDown}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((one) => (
              <th key={one.id} scope="col" style={{ width: one.width }} aria-sort={sorted?.column === one.id ? (sorted.isDown ? 'descending' : 'ascending') : 'none'}>
                <button type="button" tabIndex={-1} onClick={() => setSorted(nextSort(sorted, one.id))}>
                  {one.slot !== undefined && <Glyph slot={one.slot} />} {one.title}
                  <span aria-hidden="true">{sorted?.column === one.id ? (sorted.isDown ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const id = ordered[index] ?? ''
            return (
              <tr key={id} aria-rowindex={index + 2} aria-selected={selection.includes(id)} style={{ transform: `translateY(${start}px)` }}>
                {columns.map((one, i) => (
                  <td
                    key={one.id}
                    role="gridcell"
                    data-at={`${index}:${i}`}
                    tabIndex={index === row && i === column ? 0 : -1}
                    style={{ width: one.width }}
                    onClick={() => focusCell(index, i)}
                    onFocus={() => (index !== row || i !== column) && setAt([index, i])}
                    onDoubleClick={() => !isReadOnly && begin(id, one)}
                  >
                    {editing?.row === id && editing.column === one.id ? (
                      <CellEditor
                        label={`${one.title} of ${nameOf(id)}`}
                        start={editing.start}
                        choices={one.edit?.choices}
                        problem={problem}
                        onWrite={(text, [down, right]) => write(text) && focusCell(index + down, i + right)}
                        onLeave={(text) => (problem !== null || !write(text)) && stop()}
                        onCancel={() => {
                          stop()
                          focusCell(index, i)
                        }}
                      />
                    ) : (
                      <CellFace column={one} row={id} />
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
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

function nextSort(sorted: Sorted | null, column: string): Sorted | null {
  if (sorted?.column !== column) return { column, isDown: false }
  return sorted.isDown ? null : { column, isDown: true }
}

function sortedRows(rows: readonly Id[], columns: readonly Column[], sorted: Sorted | null): readonly Id[] {
  const column = columns.find(({ id }) => id === sorted?.column)
  if (!column || !sorted) return rows
  const keys = new Map(rows.map((row) => [row, column.sort?.(row) ?? column.read(row).toLowerCase()]))
  const compare = (a: Id, b: Id) => {
    const [x, y] = [keys.get(a) ?? '', keys.get(b) ?? '']
    return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1
  }
  return [...rows].sort((a, b) => (sorted.isDown ? compare(b, a) : compare(a, b)))
}
