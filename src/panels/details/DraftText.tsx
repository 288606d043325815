import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { inVisit } from '../../commands/dispatch.ts'
import { TextArea, TextField } from '../../controls/Field.tsx'
import { fieldDrafts, fieldKey, keepFieldDraft } from '../../session/field-drafts.ts'

/** Milliseconds without typing after which what was typed is kept. */
const REST = 1000

interface Visit {
  readonly key: symbol
  /** What stood there before it. */
  readonly before: string
  readonly kept: string
}

/**
 * Text that becomes one change when it is left, at Enter on one line, or when the typing rests; all of one visit is one step.
 * An emptied field waits until it is left: it may be on its way to other words. Escape gives back what stood there.
 */
export function DraftText({ label, hidesLabel, value, long, hint, advice, placeholder, type = 'text', step = 'any', disabled = false, onKeep }: {
  readonly label: string
  readonly hidesLabel?: boolean
  readonly value: string
  readonly long?: boolean
  readonly hint?: string
  /** How many characters read well; past it the field says so, and takes them all the same. */
  readonly advice?: number
  readonly placeholder?: string
  readonly type?: 'text' | 'date' | 'number'
  /** Of a number's arrows; any number can be typed. */
  readonly step?: number | 'any'
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

  const visit = useRef<Visit | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)

  function keepText(text: string) {
    const now = latest.current
    const { key: of, before, kept } = visit.current ?? { key: Symbol('visit'), before: now.value, kept: now.value }
    visit.current = { key: of, before, kept: text }
    if (text !== kept) inVisit(of, () => now.onKeep(text))
  }
  function onType(text: string) {
    setDraft(text)
    clearTimeout(resting.current)
    if (text.trim() !== '') resting.current = setTimeout(rest, REST)
  }
  /** The words stay as they are being typed; that they are kept is seen on the map. */
  function rest() {
    const { draft: typed } = latest.current
    if (typed === null) return
    keepText(typed)
    keepFieldDraft(key.current, null)
  }
  function leave() {
    clearTimeout(resting.current)
    const { draft: typed } = latest.current
    if (typed !== null) keepText(typed)
    visit.current = null
    latest.current = { ...latest.current, draft: null }
  }
  function keep() {
    leave()
    setDraft(null)
  }
  function giveUp() {
    clearTimeout(resting.current)
    if (visit.current) keepText(visit.current.before)
    visit.current = null
    setDraft(null)
  }
  // What is being typed is kept where the form goes away under it.
  useEffect(() => () => {
    if (latest.current.draft !== null) keepFieldDraft(key.current, null)
    leave()
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !long) {
      event.preventDefault()
      keep()
    } else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault()
      event.stopPropagation()
      giveUp()
    }
  }

  const over = advice !== undefined && shown.length > advice ? `${shown.length} characters; up to ${advice} read well.` : undefined
  const note = over ?? hint
  const shared = {
    label, disabled, value: shown, onBlur: keep, onKeyDown,
    ...(hidesLabel ? { hidesLabel } : {}), ...(note === undefined ? {} : { hint: note }), ...(placeholder === undefined ? {} : { placeholder }),
  }
  return long ? (
    <TextArea {...shared} onChange={(event) => onType(event.target.value)} />
  ) : (
    <TextField {...shared} type={type} {...(type === 'number' ? { step } : {})} onChange={(event) => onType(event.target.value)} />
  )
}
