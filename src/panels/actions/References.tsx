import { Button } from '../../controls/Button.tsx'
import { SelectField } from '../../controls/Field.tsx'
import type { FieldType } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'
import { useSession } from '../../session/hooks.ts'
import { nameOf } from '../../words/tie-sentence.ts'

type To = Extract<FieldType, { is: 'references' }>['to']

/** What a field of this sort can point at: id and name. */
function choicesOf(map: SystemMap, to: To, only: 'outcomes' | undefined): readonly (readonly [Id, string])[] {
  const byName = (a: readonly [Id, string], b: readonly [Id, string]) => a[1].localeCompare(b[1], 'en-GB')
  if (to === 'organisations') return listed(map.organisations).map(({ id, name }) => [id, name] as const)
  const elements = [...map.elements.values()].filter(({ kind }) => only !== 'outcomes' || kind === 'outcome').map(({ id, name }) => [id, name] as const).sort(byName)
  return to === 'subject' ? [...elements, ...[...map.relationships.keys()].map((id) => [id, nameOf(map, id)] as const).sort(byName)] : elements
}

interface ReferencesProps {
  readonly title: string
  readonly ids: readonly Id[]
  readonly map: SystemMap
  readonly to: To
  readonly only?: 'outcomes'
  readonly disabled: boolean
  readonly onChange: (ids: readonly Id[]) => void
}

/** What something points at: a list to add to and to take from. What is chosen on the map is one press away. */
export function References({ title, ids, map, to, only, disabled, onChange }: ReferencesProps) {
  const selection = useSession((s) => s.selection)
  const choices = choicesOf(map, to, only)
  const names = new Map(choices)
  const nameIn = (id: Id) => names.get(id) ?? nameOf(map, id)
  const chosen = selection.filter((id) => names.has(id) && !ids.includes(id))
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
      {chosen.length > 0 && !disabled && (
        <Button small className="refs-chosen" onClick={() => onChange([...ids, ...chosen])}>
          Add {chosen.length === 1 ? nameIn(chosen[0] ?? '') : `the ${chosen.length} chosen`}
        </Button>
      )}
      {ids.length > 0 && (
        <ul className="action-refs" aria-label={title}>
          {ids.map((id) => (
            <li key={id}>
              <span>{nameIn(id)}</span>
              <button type="button" disabled={disabled} aria-label={`Take off ${nameIn(id)}`} onClick={() => onChange(ids.filter((other) => other !== id))}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
