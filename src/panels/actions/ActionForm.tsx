import { useState } from 'react'
import { dispatch } from '../../commands/dispatch.ts'
import { SelectField, TextField } from '../../controls/Field.tsx'
import { setField } from '../../edits/set-field.ts'
import { FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Json } from '../../model/json.ts'
import type { Action } from '../../model/records.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'
import { nameOf } from '../../words/tie-sentence.ts'

/** Every field of an action, from the list of fields. */
export function ActionForm({ map, action, disabled }: { readonly map: SystemMap; readonly action: Action; readonly disabled: boolean }) {
  const set = (field: Field, to: Json) => dispatch(`Change ${field.title.toLowerCase()}`, (now) => setField(now, 'actions', [action.id], field.name, to))
  return (
    <>
      {(FIELDS.actions as readonly Field[])
        .filter((field) => !field.hidden)
        .map((field) => (
          <Control key={field.name} field={field} value={(action as unknown as Record<string, unknown>)[field.name]} map={map} disabled={disabled} onChange={(to) => set(field, to)} />
        ))}
    </>
  )
}

function Control({ field, value, map, disabled, onChange }: { readonly field: Field; readonly value: unknown; readonly map: SystemMap; readonly disabled: boolean; readonly onChange: (to: Json) => void }) {
  const { type, title } = field
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
  if (type.is === 'references') return <References title={title} ids={value as readonly Id[]} map={map} to={type.to} disabled={disabled} onChange={onChange} />
  return <Text field={field} value={typeof value === 'string' ? value : ''} disabled={disabled} onKeep={(to) => onChange(to === '' && field.nullable ? null : to)} />
}

function Text({ field, value, disabled, onKeep }: { readonly field: Field; readonly value: string; readonly disabled: boolean; readonly onKeep: (to: string) => void }) {
  const [draft, setDraft] = useState<string | null>(null)
  const keep = () => {
    if (draft !== null && draft !== value) onKeep(draft)
    setDraft(null)
  }
  return (
    <TextField
      label={field.title}
      type={field.type.is === 'date' ? 'date' : 'text'}
      value={draft ?? value}
      disabled={disabled}
      {...(field.hint === undefined ? {} : { hint: field.hint })}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        else if (event.key === 'Escape' && draft !== null) setDraft(null)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}

function References({ title, ids, map, to, disabled, onChange }: { readonly title: string; readonly ids: readonly Id[]; readonly map: SystemMap; readonly to: string; readonly disabled: boolean; readonly onChange: (ids: Json) => void }) {
  const organisations = listed(map.organisations).map((organisation) => [organisation.id, organisation.name] as const)
  const byName = (a: readonly [Id, string], b: readonly [Id, string]) => a[1].localeCompare(b[1], 'en-GB')
  const elements = [...map.elements.values()].map((element) => [element.id, element.name] as const).sort(byName)
  const ties = [...map.relationships.keys()].map((id) => [id, nameOf(map, id)] as const).sort(byName)
  const choices = to === 'organisations' ? organisations : to === 'subject' ? [...elements, ...ties] : elements
  const titles = new Map(choices)
  return (
    <div className="labelled">
      <SelectField label={title} value="" disabled={disabled} onChange={(event) => event.target.value !== '' && onChange([...ids, event.target.value])}>
        <option value="">Add…</option>
        {choices.filter(([id]) => !ids.includes(id)).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {ids.length > 0 && (
        <ul className="action-refs" aria-label={title}>
          {ids.map((id) => (
            <li key={id}>
              <span>{titles.get(id) ?? 'No longer on the map'}</span>
              <button type="button" disabled={disabled} aria-label={`Take off ${titles.get(id) ?? 'what is no longer on the map'}`} onClick={() => onChange(ids.filter((other) => other !== id))}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
