import { useMemo } from 'react'
import { Button } from '../../controls/Button.tsx'
import { SelectField } from '../../controls/Field.tsx'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { useSession } from '../../session/hooks.ts'
import { choicesOf, type ChoicesOf } from '../../words/choices.ts'
import { nameOf } from '../../words/tie-sentence.ts'

interface ReferencesProps {
  readonly title: string
  readonly ids: readonly Id[]
  readonly map: SystemMap
  readonly of: ChoicesOf
  readonly disabled: boolean
  readonly onChange: (ids: readonly Id[]) => void
}

/** What something points at: a list to add to and to take from. What is chosen on the map is one press away. */
export function References({ title, ids, map, of, disabled, onChange }: ReferencesProps) {
  const selection = useSession((s) => s.selection)
  const choices = choicesOf(map, of)
  const names = useMemo(() => new Map(choices), [choices])
  const options = useMemo(() => {
    const taken = new Set(ids)
    return choices.filter(([id]) => !taken.has(id)).map(([id, name]) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))
  }, [choices, ids])
  const nameIn = (id: Id) => names.get(id) ?? nameOf(map, id)
  const chosen = selection.filter((id) => names.has(id) && !ids.includes(id))
  return (
    <div className="labelled">
      <SelectField label={title} value="" disabled={disabled} onChange={(event) => event.target.value !== '' && onChange([...ids, event.target.value])}>
        <option value="">Add…</option>
        {options}
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
