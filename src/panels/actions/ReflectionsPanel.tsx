import { useEffect, useRef } from 'react'
import { dispatch } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { SelectField } from '../../controls/Field.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { removeRecords } from '../../edits/remove.ts'
import { setField } from '../../edits/set-field.ts'
import type { Json } from '../../model/json.ts'
import type { Reflection } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { session } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { spokenDate } from '../../words/dates.ts'
import { REFLECTION_PROMPTS } from '../../words/prompts.ts'
import { KeptText } from './KeptText.tsx'
import { NewReflection } from './NewReflection.tsx'
import { useOnlyChosen } from './OnlyChosen.tsx'
import { References } from './References.tsx'
import { SubjectLinks } from './SubjectLinks.tsx'
import './ActionsPanel.css'

/** The last first; of one day as they were given their ids. */
const lastFirst = (a: Reflection, b: Reflection) => (a.date > b.date ? -1 : a.date < b.date ? 1 : a.id < b.id ? -1 : 1)

/** What people thought, looking back: for the room, or each for themselves. */
export function ReflectionsPanel() {
  const map = useLive((state) => state.map)
  const reading = useSession((state) => state.reading)
  const opened = useSession((state) => state.opened)
  const all = [...(map?.reflections.values() ?? [])].sort(lastFirst)
  const { chosen, shown, tick } = useOnlyChosen(map, all, ({ about }, id) => about.includes(id))
  if (!map) return null
  const isNow = reading.version === null
  const own = all.filter((reflection) => reflection.private).length
  return (
    <div className="actions">
      <header className="actions-head">
        <h2>{all.length === 0 ? 'No reflections yet' : counted(all.length, 'reflection')}</h2>
        {own > 0 && <p className="quiet-text">{own === 1 ? 'One is' : `${own} are`} kept to yourself: {own === 1 ? 'it leaves' : 'they leave'} with no file unless you tick it.</p>}
        {isNow && <NewReflection map={map} perspective={reading.perspective} chosen={chosen} />}
        {tick}
      </header>
      <ul className="actions-list">
        {shown.map((reflection) => (
          <ReflectionCard key={reflection.id} map={map} reflection={reflection} isOpen={opened === reflection.id} disabled={!isNow} />
        ))}
      </ul>
    </div>
  )
}

function ReflectionCard({ map, reflection, isOpen, disabled }: { readonly map: SystemMap; readonly reflection: Reflection; readonly isOpen: boolean; readonly disabled: boolean }) {
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) requestAnimationFrame(() => card.current?.scrollIntoView?.({ block: 'nearest' }))
  }, [isOpen])
  return (
    <li ref={card}>
      <button type="button" className="action-card" aria-expanded={isOpen} onClick={() => session.setState({ opened: isOpen ? null : reflection.id })}>
        <span className="action-facts">
          {[reflection.date && spokenDate(reflection.date), reflection.private ? 'kept to yourself' : 'the room’s', reflection.coaching && 'to take to coaching'].filter(Boolean).join(' · ')}
        </span>
        {reflection.prompt !== '' && <span className="reflection-prompt">{reflection.prompt}</span>}
        <q>{reflection.words}</q>
      </button>
      <SubjectLinks title="About" map={map} ids={reflection.about} />
      {isOpen && <ReflectionForm map={map} reflection={reflection} disabled={disabled} />}
    </li>
  )
}

function ReflectionForm({ map, reflection, disabled }: { readonly map: SystemMap; readonly reflection: Reflection; readonly disabled: boolean }) {
  const { id, prompt, about } = reflection
  const set = (title: string, field: keyof Reflection & string, to: Json) => dispatch(title, (now) => setField(now, 'reflections', [id], field, to))
  function remove() {
    session.setState({ opened: null, toast: { words: 'Removed the reflection', button: { title: 'Undo', command: 'undo' } } })
    dispatch('Remove a reflection', (now) => removeRecords(now, 'reflections', [id]))
  }
  return (
    <div className="action-form">
      <SelectField label="Prompt" value={prompt} disabled={disabled} onChange={(event) => set('Change prompt', 'prompt', event.target.value)}>
        {[...new Set([...(prompt === '' ? [] : [prompt]), ...REFLECTION_PROMPTS])].map((words) => (
          <option key={words} value={words}>
            {words}
          </option>
        ))}
        <option value="">No prompt</option>
      </SelectField>
      <KeptText subject={id} label="Words" long value={reflection.words} disabled={disabled} onKeep={(words) => words.trim() !== '' && set('Change words', 'words', words.trim())} />
      <KeptText subject={id} label="Date" type="date" value={reflection.date} disabled={disabled} onKeep={(date) => date !== '' && set('Change date', 'date', date)} />
      <References title="About" ids={about} map={map} of="subjects" disabled={disabled} onChange={(ids) => set('Change what it is about', 'about', [...ids])} />
      <Tick isOn={reflection.private} disabled={disabled} onChange={(to) => set(to ? 'Keep it to yourself' : 'Give it to the room', 'private', to)}>
        Keep it to yourself
      </Tick>
      <Tick isOn={reflection.coaching} disabled={disabled} onChange={(to) => set('Take to coaching', 'coaching', to)}>
        Take to coaching
      </Tick>
      <Button small disabled={disabled} onClick={remove}>
        Remove this reflection
      </Button>
    </div>
  )
}
