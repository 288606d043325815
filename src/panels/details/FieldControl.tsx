import { SelectField } from '../../controls/Field.tsx'
import { Tick } from '../../controls/Tick.tsx'
import type { Field } from '../../model/fields.ts'
import type { Json } from '../../model/json.ts'
import type { Facts, Names } from '../../model/records.ts'
import { namesOf, type SystemMap } from '../../model/system-map.ts'
import { choicesOf } from '../../words/choices.ts'
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
          choices={choicesOf(map, type.to === 'organisations' ? 'organisations' : 'elements')} onChange={(to) => onChange(to === '' ? null : to)} />
      )
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
