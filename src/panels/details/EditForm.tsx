import { dispatch } from '../../commands/dispatch.ts'
import { setFact, setField, setNames } from '../../edits/set-field.ts'
import { FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { FieldControl } from './FieldControl.tsx'

/** Every field of one record, from the one list of fields. */
export function EditForm({ map, table, id, disabled = false }: { readonly map: SystemMap; readonly table: 'elements' | 'relationships' | 'notes' | 'areas'; readonly id: Id; readonly disabled?: boolean }) {
  const record = map[table].get(id) as Readonly<Record<string, unknown>> | undefined
  if (!record) return null
  const fields = (FIELDS[table] as readonly Field[]).filter((field) => !field.hidden && (field.ofKind === undefined || field.ofKind === record['kind']))
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
