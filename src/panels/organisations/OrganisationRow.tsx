import { dispatch, ports } from '../../commands/dispatch.ts'
import { SelectField } from '../../controls/Field.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { KeptField } from '../../controls/KeptField.tsx'
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
      <KeptField label={`Name of organisation ${at + 1}`} value={name} onKeep={(next) => change(`Rename ${name}`, { name: next })} />
      <KeptField label={`Code of ${name}`} value={code} maxLength={4} onKeep={(next) => change(`Code of ${name}`, { code: next.toUpperCase() })} />
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

function slotFrom(text: string): Slot {
  return SLOTS.find((choice) => String(choice.value) === text)?.value ?? 'partner'
}
