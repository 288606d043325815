import { dispatch } from '../../commands/dispatch.ts'
import { setFact, setField, setNames } from '../../edits/set-field.ts'
import { FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { FieldControl } from './FieldControl.tsx'

/** Read only while the kind is outcome. */
const OF_OUTCOMES = new Set(['outcomeFor', 'measure', 'unit', 'better', 'target'])
/** Read only while the kind is influences. */
const OF_INFLUENCES = new Set(['polarity', 'delay'])

/** Every field of one record, from the one list of fields. */
export function EditForm({ map, table, id, disabled = false }: { readonly map: SystemMap; readonly table: 'elements' | 'relationships' | 'actions' | 'notes' | 'areas'; readonly id: Id; readonly disabled?: boolean }) {
  const record = map[table].get(id) as Readonly<Record<string, unknown>> | undefined
  if (!record) return null
  const fields = (FIELDS[table] as readonly Field[]).filter((field) => !field.hidden && belongs(field.name, record))
  return (
    <div className="details-form">
      {fields.map((field) => (
        <FieldControl
          key={`${id} ${field.name}`}
          field={field}
          value={record[field.name]}
          map={map}
          disabled={disabled}
          onChange={(to) => dispatch(`Change ${field.title.toLowerCase()}`, (now) => setField(now, table, [id], field.name, to))}
          onNames={(names) => dispatch(`Change ${field.title.toLowerCase()}`, (now) => setNames(now, id, field.type.is === 'names' ? field.type.member : 'tag', names))}
          onFact={(name, to) => dispatch('Change a fact', (now) => setFact(now, id, name, to))}
        />
      ))}
    </div>
  )
}

function belongs(field: string, record: Readonly<Record<string, unknown>>): boolean {
  if (OF_OUTCOMES.has(field)) return record['kind'] === 'outcome'
  if (OF_INFLUENCES.has(field)) return record['kind'] === 'influences'
  return true
}
