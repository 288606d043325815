import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CellChoice } from './cell-text.ts'

interface EditorProps {
  readonly label: string
  readonly start: string
  readonly choices: readonly CellChoice[] | undefined
  readonly problem: string | null
  /** The text to keep, and where the focus goes then: rows and columns. */
  readonly onWrite: (text: string, move: readonly [number, number]) => void
  /** The focus went elsewhere by itself: a press on another cell, or out of the table. */
  readonly onLeave: (text: string) => void
  readonly onCancel: () => void
}

/** The field inside a cell that is being edited: Enter keeps and moves down, Tab keeps and moves on, Escape leaves it as it was. */
export function CellEditor({ label, start, choices, problem, onWrite, onLeave, onCancel }: EditorProps) {
  const [text, setText] = useState(start)
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const isDone = useRef(false)

  useEffect(() => {
    field.current?.focus()
    if (start.length > 1) field.current?.select?.()
  }, [start])

  function keep(move: readonly [number, number]) {
    isDone.current = true
    onWrite(text, move)
    // Still here when the text could not stand: the next try counts.
    isDone.current = false
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (event.key === 'Enter') keep([1, 0])
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
      {problem !== null && (
        <span className="table-problem" role="alert">
          {problem}
        </span>
      )}
    </>
  )
}
