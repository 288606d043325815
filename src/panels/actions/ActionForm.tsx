import { looksLikePerson } from '../../capture/hints.ts'
import { dispatch } from '../../commands/dispatch.ts'
import { SelectField } from '../../controls/Field.tsx'
import { setField } from '../../edits/set-field.ts'
import { FIELDS, type Field } from '../../model/fields.ts'
import type { Json } from '../../model/json.ts'
import type { Action } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { KeptText } from './KeptText.tsx'
import { References } from './References.tsx'

/** Every field of an action, from the list of fields. Its status stands on its card. */
export function ActionForm({ map, action, disabled }: { readonly map: SystemMap; readonly action: Action; readonly disabled: boolean }) {
  const set = (field: Field, to: Json) => dispatch(`Change ${field.title.toLowerCase()}`, (now) => setField(now, 'actions', [action.id], field.name, to))
  return (
    <>
      {(FIELDS.actions as readonly Field[])
        .filter(({ hidden, name }) => !hidden && name !== 'status')
        .map((field) => (
          <Control key={field.name} field={field} action={action} map={map} disabled={disabled} onChange={(to) => set(field, to)} />
        ))}
    </>
  )
}

function Control({ field, action, map, disabled, onChange }: { readonly field: Field; readonly action: Action; readonly map: SystemMap; readonly disabled: boolean; readonly onChange: (to: Json) => void }) {
  const { type, title } = field
  const value = (action as unknown as Record<string, unknown>)[field.name]
  if (type.is === 'choice') {
    return (
      <SelectField label={title} value={value === null ? '' : String(value)} disabled={disabled} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
        {field.nullable && <option value="">Not said</option>}
        {type.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </SelectField>
    )
  }
  if (type.is === 'references') {
    return <References title={title} ids={value as Action['touches']} map={map} of={type.to === 'organisations' ? 'organisations' : field.name === 'aims' ? 'outcomes' : 'subjects'} disabled={disabled} onChange={(ids) => onChange([...ids])} />
  }
  return (
    <KeptText
      subject={action.id}
      label={title}
      value={typeof value === 'string' ? value : ''}
      type={type.is === 'date' ? 'date' : 'text'}
      disabled={disabled}
      hint={(text) => (field.name === 'owner' && looksLikePerson(text.trim(), map) ? 'Use a role instead?' : field.hint)}
      onKeep={(text) => (field.name === 'title' && text.trim() === '' ? undefined : onChange(text === '' && field.nullable ? null : text.trim()))}
    />
  )
}
