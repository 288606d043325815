import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { inVisit } from '../../commands/dispatch.ts'
import { TextArea, TextField } from '../../controls/Field.tsx'
import type { Id } from '../../model/ids.ts'
import { fieldDrafts, fieldKey, keepFieldDraft } from '../../session/field-drafts.ts'

/** Milliseconds without typing after which what was typed is kept. */
const REST = 1000

interface KeptTextProps {
  /** Whose field it is: what is being typed is found again by it. */
  readonly subject: Id
  readonly label: string
  readonly value: string
  readonly long?: boolean
  readonly type?: 'text' | 'date'
  /** Said beneath what stands there now. */
  readonly hint?: (text: string) => string | undefined
  readonly disabled: boolean
  readonly onKeep: (text: string) => void
}

/** Text that is kept when it is left, at Enter on one line, or when the typing rests; all of one visit is one step. Escape gives back what stood there. */
export function KeptText({ subject, label, value, long = false, type = 'text', hint, disabled, onKeep }: KeptTextProps) {
  const key = useRef(fieldKey(label, subject))
  const [draft, setShown] = useState<string | null>(() => fieldDrafts.getState().get(key.current) ?? null)
  const visit = useRef<{ readonly of: symbol; readonly before: string; kept: string } | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ draft, value, onKeep })
  latest.current = { draft, value, onKeep }

  function setDraft(text: string | null) {
    keepFieldDraft(key.current, text)
    setShown(text)
  }
  function keepText(text: string) {
    const now = (visit.current ??= { of: Symbol('visit'), before: latest.current.value, kept: latest.current.value })
    if (text === now.kept) return
    now.kept = text
    inVisit(now.of, () => latest.current.onKeep(text))
  }
  function rest() {
    if (latest.current.draft !== null) keepText(latest.current.draft)
    keepFieldDraft(key.current, null)
  }
  function onType(text: string) {
    setDraft(text)
    clearTimeout(resting.current)
    // An emptied field may be on its way to other words.
    if (text.trim() !== '') resting.current = setTimeout(rest, REST)
  }
  function leave() {
    clearTimeout(resting.current)
    if (latest.current.draft !== null) keepText(latest.current.draft)
    visit.current = null
    latest.current = { ...latest.current, draft: null }
    setDraft(null)
  }
  function giveUp() {
    clearTimeout(resting.current)
    if (visit.current) keepText(visit.current.before)
    visit.current = null
    setDraft(null)
  }
  // What is being typed is kept where the form goes away under it.
  const leaving = useRef(leave)
  leaving.current = leave
  useEffect(() => () => leaving.current(), [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !long) leave()
    else if (event.key === 'Escape' && draft !== null) giveUp()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const said = hint?.(draft ?? value)
  const shared = { label, value: draft ?? value, disabled, onBlur: leave, onKeyDown, ...(said === undefined ? {} : { hint: said }) }
  return long ? <TextArea {...shared} onChange={(event) => onType(event.target.value)} /> : <TextField {...shared} type={type} onChange={(event) => onType(event.target.value)} />
}
