import { useState, type KeyboardEvent } from 'react'
import { TextField } from './Field.tsx'

/** A line of text in a list that is kept when it is left or Enter is pressed; Escape puts back what stood there, and an empty line is not kept. */
export function KeptField({ label, value, maxLength, onKeep }: { readonly label: string; readonly value: string; readonly maxLength?: number; readonly onKeep: (value: string) => void }) {
  const [draft, setDraft] = useState<string | null>(null)
  const keep = () => {
    if (draft !== null && draft.trim() && draft.trim() !== value) onKeep(draft.trim())
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      keep()
    } else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault()
      event.stopPropagation()
      setDraft(null)
    }
  }
  return <TextField label={label} hidesLabel value={draft ?? value} {...(maxLength === undefined ? {} : { maxLength })} onChange={(event) => setDraft(event.target.value)} onBlur={keep} onKeyDown={onKeyDown} />
}
