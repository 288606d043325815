import { FIELDS, type Field } from '../../model/fields.ts'
import type { RecordTable } from '../../model/records.ts'
import { RECORD_TABLES } from '../../model/system-map.ts'

/** Fields that stand in the file as something other than a key of their record: by place in a list, by what they stand in, or in `outcome`. */
const ELSEWHERE = new Set(['order', 'extra', 'outcomeFor', 'measure', 'unit', 'better', 'target', 'story', 'element', 'content'])

/** What a record has in the file beside its id and its plain fields. */
const MORE: { readonly [T in RecordTable]?: readonly string[] } = { elements: ['position', 'outcome'], perspectives: ['judgements'], versions: ['content'], stories: ['scenes'] }

const fields = new Map<RecordTable, readonly Field[]>(RECORD_TABLES.map((table) => [table, (FIELDS[table] as readonly Field[]).filter(({ name }) => !ELSEWHERE.has(name))]))
const keys = new Map<RecordTable, ReadonlySet<string>>(RECORD_TABLES.map((table) => [table, new Set(['id', ...fileFields(table).map(({ name }) => name), ...(MORE[table] ?? [])])]))

/** The fields that are keys of their record in the file, in the order they are written. */
export function fileFields(table: RecordTable): readonly Field[] {
  return fields.get(table) ?? []
}

/** Every key of a record that this version of the format knows. */
export function knownKeys(table: RecordTable): ReadonlySet<string> {
  return keys.get(table) ?? new Set()
}

/** The keys of `outcome`, each with the field it fills. */
export const OUTCOME_KEYS = [['for', 'outcomeFor'], ['measure', 'measure'], ['unit', 'unit'], ['better', 'better'], ['target', 'target']] as const

/** The lists and the object that now and every version have in common. */
const CONTENT_KEYS = ['map', 'organisations', 'elements', 'relationships', 'perspectives'] as const

/** The objects that stand inside a record, with the keys this version knows of them. */
export const NESTED_KEYS: Readonly<Record<string, readonly string[]>> = {
  outcome: ['for', 'measure', 'unit', 'better', 'target', 'readings'],
  camera: ['x', 'y', 'zoom'],
  reading: ['version', 'perspective'],
  compare: ['version', 'perspective'],
  content: CONTENT_KEYS,
  background: ['type', 'data', 'position', 'size'],
}
