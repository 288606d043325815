import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type ClipboardEvent, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { readTable } from '../../capture/table-text.ts'
import { dispatch, invoke } from '../../commands/dispatch.ts'
import type { OpensBeside } from '../../controls/Menu.tsx'
import type { Id } from '../../model/ids.ts'
import type { Presence } from '../../model/records.ts'
import { useSession } from '../../session/hooks.ts'
import { live } from '../../session/live.ts'
import { say, select, session } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import type { Editing } from './CellEditor.tsx'
import { isNotUnderstood } from './cell-text.ts'
import { copiedCells, pastedCells, writeCells, type CellWrite } from './cell-writes.ts'
import type { Column } from './column.ts'
import { gridIntent } from './grid-keys.ts'
import { nextSort, sortedRows, type Sorted } from './sorted-rows.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'

const ROW = 34

interface GridProps {
  readonly label: string
  /** How one row is called: "tie". */
  readonly noun: string
  readonly rows: readonly Id[]
  readonly columns: readonly Column[]
  readonly isReadOnly: boolean
  readonly nameOf: (row: Id) => string
  readonly empty: string
  /** Opens the menu of what can be done with the chosen rows. */
  readonly menu: RefObject<OpensBeside | null>
}

/** A grid of one stop for Tab, with the keys of a spreadsheet. What is done to a cell can be done to that of every selected row. Only rows in sight are drawn. */
export function TableGrid({ label, noun, rows, columns, isReadOnly, nameOf, empty, menu }: GridProps) {
  const [sorted, setSorted] = useState<Sorted | null>(null)
  // On what was chosen elsewhere, so that its row is where the keys begin.
  const [at, setAt] = useState<readonly [row: number, column: number]>(() => [Math.max(0, rows.indexOf(session.getState().selection.at(-1) ?? '')), 0])
  const [editing, setEditing] = useState<Editing | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const selection = useSession((s) => s.selection)
  const anchor = useRef(0)
  const hasFocus = useRef(false)
  const body = useRef<HTMLDivElement>(null)
  const ordered = useMemo(() => sortedRows(rows, columns, sorted), [rows, columns, sorted])
  const virtual = useVirtualizer({ count: ordered.length, getScrollElement: () => body.current, estimateSize: () => ROW, overscan: 12, scrollPaddingStart: ROW, initialOffset: Math.max(0, at[0] - 4) * ROW })
  const [row, column] = [Math.min(at[0], ordered.length - 1), Math.max(0, Math.min(at[1], columns.length - 1))]
  const current = columns[column]
  const width = columns.reduce((sum, { width: own }) => sum + own, 0)
  const chosen = () => ordered.filter((id) => session.getState().selection.includes(id))

  function focusCell(toRow: number, toColumn: number, isExtending = false) {
    const next = [Math.max(-1, Math.min(ordered.length - 1, toRow)), Math.max(0, Math.min(columns.length - 1, toColumn))] as const
    setAt(next)
    if (next[0] >= 0) {
      virtual.scrollToIndex(next[0])
      if (!isExtending) anchor.current = next[0]
      choose(next[0])
    }
    const cell = () => body.current?.querySelector<HTMLElement>(`[data-at="${next[0]}:${next[1]}"]`)
    // At once where it is drawn: between two frames the next key would go to the page, and mean something else there.
    if (cell()) cell()?.focus()
    else requestAnimationFrame(() => cell()?.focus())
  }

  /** Selects the rows from where the selection began to this one, this one last. */
  function choose(to: number) {
    const [first, last] = [Math.min(anchor.current, to), Math.max(anchor.current, to)]
    const between = ordered.slice(first, last + 1)
    select(to === last ? between : between.toReversed())
    if (between.length > 1) say(`${counted(between.length, noun)} selected.`)
  }

  function toggle(id: Id) {
    const before = session.getState().selection.filter((other) => ordered.includes(other))
    select(before.includes(id) ? before.filter((other) => other !== id) : [...before, id])
    say(`${counted(session.getState().selection.length, noun)} selected.`)
  }

  function stop() {
    setEditing(null)
    setProblem(null)
  }

  /** Writes many cells as one step, or says why none was written. */
  function writeAll(title: string, cells: readonly CellWrite[]): boolean {
    const { map } = live.getState()
    if (!map || cells.length === 0) return false
    const change = writeCells(map, cells)
    if (isNotUnderstood(change)) {
      refuse(`${change.column.title} of ${nameOf(change.row)}: ${change.problem}`)
      return false
    }
    if (change.writes.length > 0) dispatch(title, change)
    say(`${counted(cells.length, 'cell')} written.`)
    return true
  }

  function refuse(words: string) {
    session.setState({ toast: { words: `${words} Nothing was written.` } })
  }

  /** Keeps what was typed, in one row or in all that are selected; false, with the reason on screen, where it cannot stand. */
  function write(text: string, isForAll: boolean): boolean {
    const of = columns.find(({ id }) => id === editing?.column)
    const { map } = live.getState()
    if (!editing || !of?.edit || !map) return false
    const asked = isForAll ? chosen() : [editing.row]
    if (editing.isTyped || text !== editing.start || isForAll) {
      const change = writeCells(map, asked.map((id) => ({ row: id, column: of, text })))
      if (isNotUnderstood(change)) {
        setProblem(change.problem)
        return false
      }
      if (change.writes.length) dispatch(asked.length > 1 ? `${of.title} of ${counted(asked.length, noun)}` : `${of.title} of ${nameOf(editing.row)}`, change)
      if (asked.length > 1) say(`${of.title} of ${counted(asked.length, noun)} written.`)
    }
    stop()
    return true
  }

  function begin(id: Id, of: Column | undefined) {
    if (of?.edit && !isReadOnly) setEditing({ row: id, column: of.id, start: of.edit.start(id) })
  }

  function rateHere(digit: Presence) {
    const id = ordered[row]
    const { map } = live.getState()
    if (id === undefined || !current?.digit || !map) return
    dispatch(`Rate ${nameOf(id)}`, current.digit(map, id, digit))
    say(`${current.title}: ${digit}. ${nameOf(ordered[Math.min(row + 1, ordered.length - 1)] ?? id)}`)
    focusCell(row + 1, column)
  }

  /** The value of the first selected row, or of the row above where only one is, goes to the others. */
  function fillDown() {
    const rowsChosen = chosen()
    const [first, ...rest] = rowsChosen.length > 1 ? rowsChosen : [ordered[row - 1], ordered[row]]
    if (first === undefined || !current?.edit || isReadOnly) return
    const text = current.edit.start(first)
    writeAll(`Fill ${current.title} down`, rest.flatMap((id) => (id === undefined ? [] : [{ row: id, column: current, text }])))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (editing !== null || event.altKey || !(event.target as HTMLElement).matches('[data-at]')) return
    const page = Math.max(1, Math.floor((body.current?.clientHeight ?? ROW) / ROW) - 2)
    const intent = gridIntent({ key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey }, { row: at[0], column, rows: ordered.length, columns: columns.length, page, takesDigits: current?.digit !== undefined && !isReadOnly })
    const id = ordered[row] ?? ''
    if (!intent) return
    if (intent.is === 'move') focusCell(intent.row, intent.column, intent.isExtending)
    else if (intent.is === 'sort') setSorted(nextSort(sorted, current?.id ?? ''))
    else if (intent.is === 'all') select(ordered)
    else if (intent.is === 'toggle') toggle(id)
    else if (intent.is === 'rate') rateHere(intent.digit as Presence)
    else if (intent.is === 'edit') begin(id, current)
    else if (isReadOnly) return
    else if (intent.is === 'fill') fillDown()
    else if (intent.is === 'remove') void invoke('delete')
    else if (intent.is === 'type' && current?.edit && !current.edit.choices) setEditing({ row: id, column: current.id, start: intent.letter, isTyped: true })
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function onPaste(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text/plain')
    if (editing !== null || isReadOnly || text === '' || at[0] < 0) return
    event.preventDefault()
    event.stopPropagation()
    const cells = pastedCells(readTable(text), ordered, columns, [row, column], chosen())
    if (isNotUnderstood(cells)) refuse(cells.problem)
    else writeAll(`Paste ${counted(cells.length, 'cell')}`, cells)
  }

  /** In the grid the clipboard is the cells': those of this column in every selected row. A cut empties them. */
  function onCopy(event: ClipboardEvent) {
    if (editing !== null || at[0] < 0 || !current) return
    event.preventDefault()
    event.stopPropagation()
    const rowsChosen = chosen().length > 1 ? chosen() : ordered.slice(row, row + 1)
    event.clipboardData.setData('text/plain', copiedCells(rowsChosen, current))
    if (event.type === 'copy') say(`${counted(rowsChosen.length, 'cell')} copied.`)
    else if (!isReadOnly) writeAll(`Cut ${counted(rowsChosen.length, 'cell')}`, rowsChosen.map((id) => ({ row: id, column: current, text: '' })))
  }

  function onContextMenu(event: MouseEvent) {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null
    const [index = -1, i = 0] = (cell?.dataset['at'] ?? '').split(':').map(Number)
    const id = ordered[index]
    if (editing !== null || !cell || id === undefined || !menu.current) return
    event.preventDefault()
    if (!selection.includes(id)) focusCell(index, i)
    menu.current(cell, event.button === 2 ? [event.clientX, event.clientY] : undefined)
  }

  function onPress(event: MouseEvent, index: number, i: number) {
    const id = ordered[index]
    if ((event.ctrlKey || event.metaKey) && id !== undefined) toggle(id)
    else focusCell(index, i, event.shiftKey)
  }

  function onBlur(event: FocusEvent) {
    if (event.relatedTarget !== null) hasFocus.current = false
  }

  // The row that had the focus may be gone: another takes its place, or the next key would go nowhere.
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) body.current?.querySelector<HTMLElement>('[data-at][tabindex="0"]')?.focus()
  }, [ordered])

  if (ordered.length === 0) return <p className="table-empty">{empty}</p>
  return (
    <div className="table-scroll" ref={body}>
      <table role="grid" aria-label={label} aria-rowcount={ordered.length + 1} aria-colcount={columns.length} aria-readonly={isReadOnly} aria-multiselectable="true" style={{ width }} onKeyDown={onKeyDown} onPaste={onPaste} onCopy={onCopy} onCut={onCopy} onContextMenu={onContextMenu} onFocus={() => (hasFocus.current = true)} onBlur={onBlur}>
        <TableHead columns={columns} sorted={sorted} stop={at[0] < 0 ? column : null} onFocus={(i) => setAt([-1, i])} onSort={(id) => setSorted(nextSort(sorted, id))} />
        <tbody style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const id = ordered[index] ?? ''
            return (
              <TableRow
                key={id}
                id={id}
                index={index}
                top={start}
                columns={columns}
                stop={index === row && at[0] >= 0 ? column : null}
                isSelected={selection.includes(id)}
                editing={editing?.row === id ? editing : null}
                many={isReadOnly ? 0 : chosen().length}
                problem={problem}
                nameOf={nameOf}
                onPress={(event, i) => onPress(event, index, i)}
                onFocus={(i) => (index !== at[0] || i !== at[1]) && setAt([index, i])}
                onBegin={(i) => begin(id, columns[i])}
                onWrite={(text, [down, right], isForAll) => write(text, isForAll) && focusCell(index + down, columns.findIndex((one) => one.id === editing?.column) + right)}
                onLeave={(text) => (problem !== null || !write(text, false)) && stop()}
                onCancel={(i) => {
                  stop()
                  focusCell(index, i)
                }}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
