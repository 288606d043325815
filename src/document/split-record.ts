import type { Base } from '../model/change.ts'
import { FIELDS, type Field } from '../model/fields.ts'
import type { Json } from '../model/json.ts'
import { isSame } from '../model/project.ts'
import type { RecordTable } from '../model/records.ts'

/** Words that people write. A base lives as long as its record, so that a word in it could never be deleted. */
const WORDS: ReadonlySet<string> = new Set(['text', 'extra', 'names', 'facts'])

/** A new record as a base without words and one cell for each word; what is at its default is left out. */
export function splitRecord(table: RecordTable, record: object): { readonly base: Base; readonly cells: readonly (readonly [path: string, value: Json])[] } {
  const base: Record<string, Json> = {}
  const cells: (readonly [string, Json])[] = []
  for (const field of FIELDS[table] as readonly Field[]) {
    const value = (record as Record<string, unknown>)[field.name]
    if (field.type.is === 'names' || field.type.is === 'facts') {
      const set = field.type.is === 'facts' ? 'fact' : field.type.member
      for (const [name, held] of value as ReadonlyMap<string, Json>) cells.push([`${set}:${name}`, held])
    } else if (!isSame(value, field.default)) {
      if (WORDS.has(field.type.is)) cells.push([field.name, value as Json])
      else base[field.name] = value as Json
    }
  }
  return { base, cells }
}
