import { SelectField } from '../../controls/Field.tsx'
import { Tick } from '../../controls/Tick.tsx'
import type { Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Json } from '../../model/json.ts'
import type { Facts, Names } from '../../model/records.ts'
import { listed, namesOf, type SystemMap } from '../../model/system-map.ts'
import { DraftText } from './DraftText.tsx'
import { FactsField } from './FactsField.tsx'
import { NamesField } from './NamesField.tsx'

export interface FieldControlProps {
  readonly field: Field
  /** What stands there now; undefined where several records differ. */
  readonly value: unknown
  readonly map: SystemMap
  readonly disabled?: boolean
  readonly onChange: (to: Json) => void
  readonly onNames: (names: readonly string[]) => void
  readonly onFact: (name: string, value: string | null) => void
}

/** The control for one field, by its type. There is none for what a form does not show. */
export function FieldControl({ field, value, map, disabled = false, onChange, onNames, onFact }: FieldControlProps) {
  const { type, title } = field
  const differs = value === undefined ? 'Several' : undefined
  switch (type.is) {
    case 'text':
      return (
        <DraftText
          label={title}
          value={typeof value === 'string' ? value : ''}
          disabled={disabled}
          {...(type.long ? { long: true } : {})}
          {...(type.advice === undefined ? {} : { advice: type.advice })}
          {...(field.hint === undefined ? {} : { hint: field.hint })}
          {...(differs === undefined ? {} : { placeholder: differs })}
          onKeep={(to) => onChange(to.trim())}
        />
      )
    case 'date':
      return <DraftText type="date" label={title} value={typeof value === 'string' ? value : ''} disabled={disabled} onKeep={(to) => onChange(to === '' && field.nullable ? null : to)} />
    case 'number':
      return <DraftText type="number" label={title} value={typeof value === 'number' ? String(value) : ''} disabled={disabled} onKeep={(to) => onChange(to.trim() === '' || !Number.isFinite(Number(to)) ? null : Number(to))} />
    case 'flag':
      return (
        <Tick isOn={differs === undefined ? value === true : undefined} disabled={disabled} onChange={onChange}>
          {title}
        </Tick>
      )
    case 'choice':
      return (
        <Select label={title} disabled={disabled} differs={differs} value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''} none={field.nullable ? 'Not said' : undefined}
          choices={type.choices.map((choice) => [String(choice.value), choice.title])}
          onChange={(to) => onChange(to === '' ? null : (type.choices.find((choice) => String(choice.value) === to)?.value ?? null))} />
      )
    case 'scale':
      return (
        <Select label={title} disabled={disabled} differs={differs} value={typeof value === 'number' ? String(value) : ''} none="Not said"
          choices={type.scale.steps.map((step) => [String(step.value), `${step.value} ${step.short}`])} onChange={(to) => onChange(to === '' ? null : Number(to))} />
      )
    case 'reference':
      return (
        <Select label={title} disabled={disabled} differs={differs} value={typeof value === 'string' ? value : ''} none={field.nullable ? (type.to === 'organisations' ? 'No organisation' : 'Not chosen') : undefined}
          choices={referred(map, type.to)} onChange={(to) => onChange(to === '' ? null : to)} />
      )
    case 'references':
      return <Referred label={title} to={type.to} map={map} ids={Array.isArray(value) ? (value as Id[]) : []} disabled={disabled} onChange={onChange} />
    case 'names':
      return <NamesField label={title} names={value instanceof Map ? namesOf(value as Names) : []} disabled={disabled} onChange={onNames} />
    case 'facts':
      return <FactsField label={title} facts={value instanceof Map ? (value as Facts) : new Map()} disabled={disabled} onChange={onFact} />
    default:
      return null
  }
}

function Select({ label, value, choices, none, differs, disabled, onChange }: {
  readonly label: string
  readonly value: string
  readonly choices: readonly (readonly [value: string, title: string])[]
  readonly none: string | undefined
  readonly differs: string | undefined
  readonly disabled: boolean
  readonly onChange: (to: string) => void
}) {
  const isUnknown = value !== '' && !choices.some(([of]) => of === value)
  return (
    <SelectField label={label} value={differs === undefined ? value : '?'} disabled={disabled} onChange={(event) => event.target.value !== '?' && onChange(event.target.value)}>
      {differs !== undefined && <option value="?">{differs}</option>}
      {(none !== undefined || value === '') && <option value="">{none ?? 'Choose…'}</option>}
      {isUnknown && <option value={value}>No longer on the map</option>}
      {choices.map(([of, title]) => (
        <option key={of} value={of}>
          {title}
        </option>
      ))}
    </SelectField>
  )
}

type Target = Extract<Field['type'], { is: 'reference' | 'references' }>['to']

/** What a field of this sort can point at: id and title, in the order of the map. */
function referred(map: SystemMap, to: Target): readonly (readonly [Id, string])[] {
  const elements = () => [...map.elements.values()].map((element) => [element.id, element.name] as const).sort((a, b) => a[1].localeCompare(b[1], 'en-GB'))
  const ties = () =>
    [...map.relationships.values()].flatMap((tie) => {
      const [from, end] = [map.elements.get(tie.from), map.elements.get(tie.to)]
      return from && end ? [[tie.id, `${from.name} ${tie.mutual ? '–' : '→'} ${end.name}`] as const] : []
    })
  if (to === 'organisations') return listed(map.organisations).map((organisation) => [organisation.id, organisation.name] as const)
  if (to === 'relationships') return ties()
  if (to === 'subject') return [...elements(), ...ties()]
  return elements()
}

function Referred({ label, to, map, ids, disabled, onChange }: {
  readonly label: string
  readonly to: Target
  readonly map: SystemMap
  readonly ids: readonly Id[]
  readonly disabled: boolean
  readonly onChange: (ids: Json) => void
}) {
  const choices = referred(map, to)
  const title = new Map(choices)
  return (
    <div className="labelled">
      {ids.length > 0 && (
        <ul className="details-refs" aria-label={label}>
          {ids.map((id) => (
            <li key={id}>
              <span>{title.get(id) ?? 'No longer on the map'}</span>
              <button type="button" className="details-cross" disabled={disabled} aria-label={`Take off ${title.get(id) ?? 'what is no longer on the map'}`} onClick={() => onChange(ids.filter((other) => other !== id))}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <SelectField label={label} value="" disabled={disabled} onChange={(event) => event.target.value !== '' && onChange([...ids, event.target.value])}>
        <option value="">Add…</option>
        {choices.filter(([id]) => !ids.includes(id)).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  )
}
