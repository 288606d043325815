import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Id } from '../../model/ids.ts'
import type { CellChoice } from './cell-text.ts'

/** The cell whose text is being edited, by what it holds: rows may be sorted or sought anew meanwhile. */
export interface Editing {
  readonly row: Id
  readonly column: string
  readonly start: string
  /** Begun by a letter, which takes the place of what stood there. */
  readonly isTyped?: true
}

interface EditorProps {
  readonly label: string
  readonly start: string
  readonly choices: readonly CellChoice[] | undefined
  /** How many rows are selected: with more than one, Control and Enter writes in all of them. */
  readonly many: number
  readonly problem: string | null
  /** The text to keep, where the focus goes then (rows and columns), and whether every selected row takes it. */
  readonly onWrite: (text: string, move: readonly [number, number], isForAll: boolean) => void
  /** The focus went elsewhere by itself: a press on another cell, or out of the table. */
  readonly onLeave: (text: string) => void
  readonly onCancel: () => void
}

/** The field inside a cell that is being edited: Enter keeps and moves down, Tab keeps and moves on, Escape leaves it as it was. */
export function CellEditor({ label, start, choices, many, problem, onWrite, onLeave, onCancel }: EditorProps) {
  const [text, setText] = useState(start)
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const isDone = useRef(false)

  useEffect(() => {
    field.current?.focus()
    if (start.length > 1) field.current?.select?.()
  }, [start])

  function keep(move: readonly [number, number], isForAll = false) {
    isDone.current = true
    onWrite(text, move, isForAll)
    // Still here when the text could not stand: the next try counts.
    isDone.current = false
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (event.key === 'Enter' && many > 1 && (event.ctrlKey || event.metaKey)) keep([0, 0], true)
    else if (event.key === 'Enter') keep([1, 0])
    else if (event.key === 'Tab') keep([0, event.shiftKey ? -1 : 1])
    else if (event.key === 'Escape') {
      isDone.current = true
      onCancel()
    } else return
    event.preventDefault()
  }

  const shared = { ref: field, className: 'table-editor', 'aria-label': label, 'aria-invalid': problem !== null, onKeyDown, onBlur: () => !isDone.current && onLeave(text) }
  return (
    <>
      {choices ? (
        <select {...shared} value={text} onChange={(event) => setText(event.target.value)}>
          {choices.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} value={text} autoComplete="off" onChange={(event) => setText(event.target.value)} />
      )}
      {problem === null && many > 1 && <span className="table-problem is-hint">Ctrl Enter: in all {many} rows</span>}
      {problem !== null && (
        <span className="table-problem" role="alert">
          {problem}
        </span>
      )}
    </>
  )
}
