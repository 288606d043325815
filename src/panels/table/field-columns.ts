import { FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { MapContent, SystemMap } from '../../model/system-map.ts'
import { cellChange, choicesOf, editTextOf, textOf } from './cell-text.ts'
import type { Column, ListedTable } from './column.ts'

const WIDTHS: Readonly<Record<string, number>> = { name: 280, measure: 240, title: 320, words: 360, description: 260, facts: 220, label: 200, touches: 300, about: 300, organisation: 200, from: 220, to: 220, firstStep: 240, kind: 160 }

/** One column for each field of a table's records, from the one list of fields. */
export function fieldColumns(map: SystemMap, moment: MapContent, table: ListedTable): readonly Column[] {
  const records = (table in moment ? moment[table as 'elements'] : map[table]) as ReadonlyMap<Id, object>
  const valueIn = (row: Id, field: Field) => (records.get(row) as Record<string, unknown> | undefined)?.[field.name]
  const isRead = (row: Id, { ofKind }: Field) => ofKind === undefined || (records.get(row) as Record<string, unknown> | undefined)?.['kind'] === ofKind
  return (FIELDS[table] as readonly Field[])
    .filter((field) => !field.hidden)
    .map((field) => {
      const choices = choicesOf(field, map)
      return {
        id: field.name,
        title: field.title,
        width: WIDTHS[field.name] ?? (field.type.is === 'flag' ? 104 : 132),
        read: (row) => (isRead(row, field) ? textOf(field, valueIn(row, field), map) : ''),
        ...(field.type.is === 'number' ? { sort: (row: Id) => Number(valueIn(row, field) ?? Number.NEGATIVE_INFINITY) } : {}),
        edit: {
          ...(choices ? { choices } : {}),
          start: (row) => editTextOf(field, valueIn(row, field), map),
          write: (now, row, text) => cellChange(now, table, row, field, text),
        },
      } satisfies Column
    })
}
