import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { TextArea, TextField } from '../../controls/Field.tsx'
import { fieldDrafts, fieldKey, keepFieldDraft } from '../../session/field-drafts.ts'

/** Text that becomes one change when it is left or, on one line, at Enter. Escape gives back what stood there. */
export function DraftText({ label, hidesLabel, value, long, hint, advice, placeholder, type = 'text', disabled = false, onKeep }: {
  readonly label: string
  readonly hidesLabel?: boolean
  readonly value: string
  readonly long?: boolean
  readonly hint?: string
  /** How many characters read well; past it the field says so, and takes them all the same. */
  readonly advice?: number
  readonly placeholder?: string
  readonly type?: 'text' | 'date' | 'number'
  readonly disabled?: boolean
  readonly onKeep: (value: string) => void
}) {
  const key = useRef(fieldKey(label))
  const [draft, setShown] = useState<string | null>(() => fieldDrafts.getState().get(key.current) ?? null)
  function setDraft(text: string | null) {
    keepFieldDraft(key.current, text)
    setShown(text)
  }
  const latest = useRef({ draft, value, onKeep })
  latest.current = { draft, value, onKeep }
  const shown = draft ?? value

  function keep() {
    const now = latest.current
    if (now.draft !== null && now.draft !== now.value) now.onKeep(now.draft)
    latest.current = { ...now, draft: null }
    setDraft(null)
  }
  // What is being typed is kept where the form goes away under it.
  useEffect(() => () => {
    const now = latest.current
    if (now.draft === null) return
    keepFieldDraft(key.current, null)
    if (now.draft !== now.value) now.onKeep(now.draft)
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !long) {
      event.preventDefault()
      keep()
    } else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault()
      event.stopPropagation()
      setDraft(null)
    }
  }

  const over = advice !== undefined && shown.length > advice ? `${shown.length} characters; up to ${advice} read well.` : undefined
  const note = over ?? hint
  const shared = {
    label, disabled, value: shown, onBlur: keep, onKeyDown,
    ...(hidesLabel ? { hidesLabel } : {}), ...(note === undefined ? {} : { hint: note }), ...(placeholder === undefined ? {} : { placeholder }),
  }
  return long ? (
    <TextArea {...shared} onChange={(event) => setDraft(event.target.value)} />
  ) : (
    <TextField {...shared} type={type} {...(type === 'number' ? { step: 'any' } : {})} onChange={(event) => setDraft(event.target.value)} />
  )
}
