import { useState, type KeyboardEvent } from 'react'
import { dispatch, ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { SelectField } from '../../controls/Field.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { addReflection, isPrivateTo } from '../../edits/add-reflection.ts'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { say } from '../../session/session.ts'
import { isoDate } from '../../words/dates.ts'
import { REFLECTION_PROMPTS } from '../../words/prompts.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import { useDraft } from './NewLine.tsx'

/** Words to look back with: what was asked, what comes to mind, and for whom it is. */
export function NewReflection({ map, perspective, chosen }: { readonly map: SystemMap; readonly perspective: Id; readonly chosen: readonly Id[] }) {
  const [words, setWords] = useDraft('New reflection')
  const [prompt, setPrompt] = useState(REFLECTION_PROMPTS[0] ?? '')
  const [kept, setKept] = useState<boolean | null>(null)
  const isPrivate = kept ?? isPrivateTo(map, perspective)

  function add() {
    if (words.trim() === '') return
    const { now, random } = ports()
    dispatch('Add reflection', addReflection(map, { prompt, words, about: chosen, private: isPrivate }, isoDate(now()), random).change)
    setWords('')
    setKept(null)
    say(isPrivate ? 'Added a reflection, kept to yourself.' : 'Added a reflection.')
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    add()
  }

  return (
    <form
      className="reflection-new"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <SelectField label="Prompt" value={prompt} onChange={(event) => setPrompt(event.target.value)}>
        {REFLECTION_PROMPTS.map((words) => (
          <option key={words} value={words}>
            {words}
          </option>
        ))}
        <option value="">No prompt</option>
      </SelectField>
      <textarea id="new-reflection" className="field is-long" aria-label="A new reflection" placeholder={prompt || 'What comes to mind?'} rows={3} value={words} onChange={(event) => setWords(event.target.value)} onKeyDown={onKeyDown} />
      <p className="quiet-text">{chosen.length > 0 ? `About ${chosen.length === 1 ? nameOf(map, chosen[0] ?? '') : `the ${chosen.length} that are chosen`}.` : 'Choose something first, and it is about that.'} Never anything about an identifiable patient.</p>
      <Tick isOn={isPrivate} onChange={setKept}>
        Keep it to yourself
      </Tick>
      <Button small submits disabled={words.trim() === ''}>
        Add
      </Button>
    </form>
  )
}
