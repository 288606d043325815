import type { Write } from '../model/change.ts'
import { FIELDS, type Field } from '../model/fields.ts'
import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { RecordTable } from '../model/records.ts'
import { RECORD_TABLES, type SystemMap } from '../model/system-map.ts'

/** What every id that goes becomes: null where nothing may stand in its place. */
export type Becomes = ReadonlyMap<Id, Id | null>

const POINTS_AT: ReadonlySet<string> = new Set(['elements', 'relationships', 'subject'])
/** The ends of ties are not references that follow: whoever merges says what becomes of them. */
const ENDS: ReadonlySet<string> = new Set(['from', 'to'])

/**
 * Every reference of the map to what goes, as it reads afterwards: of elements, of ties, in lists each thing once.
 * `becomes` says what stands for an id in the fields that may hold it. Private reflections live in documents of their own and stay as they are.
 */
export function mergeReferences(map: SystemMap, becomes: { readonly subjects: Becomes; readonly ties: Becomes }): readonly Write[] {
  const writes: Write[] = []
  const { centre } = map.meta
  const middle = centre === null ? undefined : becomes.subjects.get(centre)
  if (middle !== undefined) writes.push({ at: 'meta', id: 'map', field: 'centre', to: middle })
  for (const table of RECORD_TABLES) {
    const fields = (FIELDS[table] as readonly Field[]).filter((field) => (field.type.is === 'reference' || field.type.is === 'references') && POINTS_AT.has(field.type.to) && !(table === 'relationships' && ENDS.has(field.name)))
    if (fields.length === 0) continue
    for (const record of map[table].values()) {
      if (isPrivate(record)) continue
      for (const field of fields) writes.push(...referenceWrites(table, record, field, (field.type as { readonly to: string }).to === 'relationships' ? becomes.ties : becomes.subjects))
    }
  }
  return writes
}

function isPrivate(record: object): boolean {
  return (record as { readonly private?: boolean }).private === true
}

function referenceWrites(table: RecordTable, record: { readonly id: Id }, { name, type }: Field, becomes: Becomes): readonly Write[] {
  const before = (record as unknown as Record<string, unknown>)[name]
  const to = type.is === 'reference' ? becomes.get(before as Id) : name === 'path' ? pathOf(before as readonly Id[], becomes) : listOf(before as readonly Id[], becomes)
  return to === undefined ? [] : [{ at: table, id: record.id, field: name, to: to as Json }]
}

/** Undefined where nothing in it goes. */
function listOf(before: readonly Id[], becomes: Becomes): readonly Id[] | undefined {
  if (!before.some((id) => becomes.has(id))) return undefined
  const after: Id[] = []
  for (const id of before) {
    const to = becomes.get(id)
    if (to === undefined) after.push(id)
    else if (to !== null && !after.includes(to) && !before.includes(to)) after.push(to)
  }
  return after
}

/** A journey goes where it went; what were two stops one after the other is one. */
function pathOf(before: readonly Id[], becomes: Becomes): readonly Id[] | undefined {
  if (!before.some((id) => becomes.has(id))) return undefined
  const after: Id[] = []
  before.forEach((id, i) => {
    const to = becomes.has(id) ? becomes.get(id) : id
    if (to == null || (to === after.at(-1) && id !== before[i - 1])) return
    after.push(to)
  })
  return after
}
