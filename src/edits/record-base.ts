import type { Base } from '../model/change.ts'
import { FIELDS, type Field } from '../model/fields.ts'
import type { Json } from '../model/json.ts'
import { isSameRecord } from '../model/project.ts'
import type { Names, RecordOf, RecordTable } from '../model/records.ts'
import { namesOf } from '../model/system-map.ts'

/** What a record is made of, so that another can be made like it: its fields as JSON, those at their default left out. */
export function baseOf<T extends RecordTable>(table: T, record: RecordOf[T]): Base {
  const base: Record<string, Json> = {}
  for (const { name, type, default: usual } of FIELDS[table] as readonly Field[]) {
    const value = (record as unknown as Record<string, unknown>)[name]
    const json = type.is === 'names' ? namesOf(value as Names) : type.is === 'facts' ? [...(value as ReadonlyMap<string, Json>)] : (value as Json)
    if (json !== usual && !(typeof json === 'object' && json !== null && isSameRecord(json, usual as object))) base[name] = json as Json
  }
  return base
}
