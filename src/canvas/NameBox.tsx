import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import './NameBox.css'

/** A box on the map for one name. Enter and leaving it keep what was typed; Escape leaves things as they were. */
export function NameBox({ label, start, x, y, width, onKeep, onDrop }: {
  readonly label: string
  readonly start: string
  /** The middle of the box, in screen pixels of the canvas. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly onKeep: (name: string) => void
  readonly onDrop: () => void
}) {
  const [name, setName] = useState(start)
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)

  useEffect(() => {
    input.current?.focus({ preventScroll: true })
    input.current?.select()
  }, [])

  function finish(keeps: boolean) {
    if (isDone.current) return
    isDone.current = true
    const typed = name.trim()
    if (keeps && typed !== '' && typed !== start) onKeep(typed)
    else onDrop()
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (event.key === 'Enter') finish(true)
    else if (event.key === 'Escape') finish(false)
    else return
    event.preventDefault()
  }

  return (
    <input
      ref={input}
      className="name-box nodrag nopan nowheel"
      aria-label={label}
      value={name}
      autoComplete="off"
      style={{ left: x, top: y, width: Math.max(width, 168) }}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
      onPointerDown={(event) => event.stopPropagation()}
    />
  )
}
