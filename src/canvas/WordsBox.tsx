import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { KeyCap } from '../controls/KeyCap.tsx'
import { fieldDrafts, keepFieldDraft } from '../session/field-drafts.ts'
import './WordsBox.css'

/**
 * A box on the map for several lines of words. Leaving it keeps what was typed, and so do Tab, and Control with Enter; Escape leaves things
 * as they were. What is being typed survives a crash: it is kept on the disk under `draft` until then.
 */
export function WordsBox({ label, start, draft, left, top, width, least, size, onKeep, onDrop }: {
  readonly label: string
  readonly start: string
  readonly draft: string
  /** Its upper left corner and what it covers, in screen pixels of the canvas. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly least: number
  /** Of its letters, screen pixels. */
  readonly size: number
  readonly onKeep: (words: string) => void
  readonly onDrop: () => void
}) {
  const [words, setWords] = useState(() => fieldDrafts.getState().get(draft) ?? start)
  const area = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)

  function finish(keeps: boolean) {
    if (isDone.current) return
    isDone.current = true
    keepFieldDraft(draft, null)
    if (keeps) onKeep(words)
    else onDrop()
  }
  const leave = useRef(() => {})
  const [begun] = useState(words)
  leave.current = () => words !== begun && finish(true)

  useEffect(() => {
    area.current?.focus({ preventScroll: true })
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length)
    // Where the map goes away under it, what was typed is kept.
    return () => leave.current()
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Tab' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) finish(true)
    else if (event.key === 'Escape') finish(false)
    else return
    event.preventDefault()
  }

  return (
    <div className="words-box nodrag nopan nowheel" style={{ left, top, width }} onPointerDown={(event) => event.stopPropagation()}>
      <textarea
        ref={area}
        aria-label={label}
        value={words}
        rows={1}
        style={{ fontSize: size, minHeight: least }}
        onChange={(event) => {
          setWords(event.target.value)
          keepFieldDraft(draft, event.target.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish(true)}
      />
      <p>
        <KeyCap of="Tab" /> keeps it · <KeyCap of="Esc" /> gives it up
      </p>
    </div>
  )
}
