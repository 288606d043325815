import { dispatch } from '../../commands/dispatch.ts'
import { setField } from '../../edits/set-field.ts'
import { FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { FieldControl } from './FieldControl.tsx'

const nothing = () => {}

/** Fields of several records at once: the value that they share, or that there are several. What is given, all of them take in one step. */
export function SharedFields({ map, table, ids, only, disabled }: {
  readonly map: SystemMap
  readonly table: 'elements' | 'relationships'
  readonly ids: readonly Id[]
  readonly only: readonly string[]
  readonly disabled: boolean
}) {
  const records = ids.flatMap((id): Readonly<Record<string, unknown>>[] => {
    const record = map[table].get(id)
    return record ? [record as unknown as Record<string, unknown>] : []
  })
  return (
    <>
      {(FIELDS[table] as readonly Field[]).filter(({ name }) => only.includes(name)).map((field) => {
        const first = records[0]?.[field.name]
        return (
          <FieldControl
            key={field.name}
            field={field}
            value={records.every((record) => record[field.name] === first) ? first : undefined}
            map={map}
            disabled={disabled}
            onChange={(to) => dispatch(`Change ${field.title.toLowerCase()}`, (now) => setField(now, table, ids, field.name, to))}
            onNames={nothing}
            onFact={nothing}
          />
        )
      })}
    </>
  )
}
