import { useState } from 'react'
import { Button } from '../../controls/Button.tsx'
import { fieldDrafts, fieldKey, keepFieldDraft } from '../../session/field-drafts.ts'

/** Text that is not on the map yet, kept on each letter and found again after the page is closed. */
export function useDraft(label: string): readonly [text: string, set: (text: string) => void] {
  const [key] = useState(() => fieldKey(label, ''))
  const [text, setText] = useState(() => fieldDrafts.getState().get(key) ?? '')
  const set = (next: string) => {
    keepFieldDraft(key, next === '' ? null : next)
    setText(next)
  }
  return [text, set]
}

/** One line that adds something. */
export function NewLine({ id, label, draft, placeholder, onAdd }: { readonly id: string; readonly label: string; readonly draft: string; readonly placeholder: string; readonly onAdd: (words: string) => void }) {
  const [words, setWords] = useDraft(draft)
  return (
    <form
      className="actions-add"
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() === '') return
        setWords('')
        onAdd(words.trim())
      }}
    >
      <input id={id} className="field" aria-label={label} placeholder={placeholder} autoComplete="off" value={words} onChange={(event) => setWords(event.target.value)} />
      <Button small submits disabled={words.trim() === ''}>
        Add
      </Button>
    </form>
  )
}
