import { useState, type KeyboardEvent } from 'react'
import { dispatch, ports } from '../../commands/dispatch.ts'
import { SelectField, TextField } from '../../controls/Field.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { changeOrganisation, orderOrganisations, removeOrganisation, type NewOrganisation } from '../../edits/organisations.ts'
import { SLOTS, type Slot } from '../../model/kinds.ts'
import type { Organisation } from '../../model/records.ts'
import { say, session } from '../../session/session.ts'

interface RowProps {
  readonly organisation: Organisation
  readonly others: readonly Organisation[]
  readonly at: number
}

/** One organisation: its fields write when they are left or Enter is pressed, one undo step each. */
export function OrganisationRow({ organisation, others, at }: RowProps) {
  const { id, name, code, slot } = organisation
  const change = (title: string, to: Partial<NewOrganisation>) => dispatch(title, (map) => changeOrganisation(map, id, to, ports().random))

  function move(step: number) {
    const order = others.map((other) => other.id)
    order.splice(at, 1)
    order.splice(at + step, 0, id)
    dispatch(`Move ${name}`, (map) => orderOrganisations(map, order))
    say(`${name} is now number ${at + step + 1}.`)
  }

  function takeAway() {
    dispatch(`Remove ${name}`, (map) => removeOrganisation(map, id))
    session.setState({ toast: { words: `Removed ${name}. Its elements stay, in no organisation.`, button: { title: 'Undo', command: 'undo' } } })
  }

  return (
    <li className="organisation-row">
      <Glyph slot={slot} size={30} solid />
      <Kept label={`Name of organisation ${at + 1}`} value={name} onKeep={(next) => change(`Rename ${name}`, { name: next })} />
      <Kept label={`Code of ${name}`} value={code} short onKeep={(next) => change(`Code of ${name}`, { code: next.toUpperCase() })} />
      <SelectField label={`Colour of ${name}`} hidesLabel value={slot} onChange={(event) => change(`Colour of ${name}`, { slot: slotFrom(event.target.value) })}>
        {SLOTS.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
            {choice.value !== slot && typeof choice.value === 'number' && others.some((other) => other.slot === choice.value) ? ' (exchange)' : ''}
          </option>
        ))}
      </SelectField>
      <button type="button" className="organisation-step" aria-label={`Move ${name} up`} disabled={at === 0} onClick={() => move(-1)}>
        ↑
      </button>
      <button type="button" className="organisation-step" aria-label={`Move ${name} down`} disabled={at === others.length - 1} onClick={() => move(1)}>
        ↓
      </button>
      <button type="button" className="organisation-step" aria-label={`Remove ${name}`} onClick={takeAway}>
        ×
      </button>
    </li>
  )
}

function Kept({ label, value, short, onKeep }: { readonly label: string; readonly value: string; readonly short?: boolean; readonly onKeep: (value: string) => void }) {
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
  return <TextField label={label} hidesLabel value={draft ?? value} {...(short ? { maxLength: 4 } : {})} onChange={(event) => setDraft(event.target.value)} onBlur={keep} onKeyDown={onKeyDown} />
}

function slotFrom(text: string): Slot {
  return SLOTS.find((choice) => String(choice.value) === text)?.value ?? 'partner'
}
