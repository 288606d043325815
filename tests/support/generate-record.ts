import type { Base } from '../../src/model/change.ts'
import { FIELDS, type Field } from '../../src/model/fields.ts'
import type { Id, Random } from '../../src/model/ids.ts'
import { SHARED_ID } from '../../src/model/one-shared.ts'
import type { RecordTable } from '../../src/model/records.ts'
import { generateBase, type KnownIds } from './generate-value.ts'
import { oneOf } from './seeded.ts'

/** A sub-record stands in one that exists: elsewhere it would have no place in a file. */
const OWNER: { readonly [T in RecordTable]?: readonly [field: string, owner: RecordTable] } = { outcomeReadings: ['element', 'elements'], scenes: ['story', 'stories'] }

/** Tables that share one space of ids: what stands on the canvas and can be selected. */
export const ON_CANVAS: ReadonlySet<RecordTable> = new Set(['elements', 'relationships', 'notes', 'areas'])

/** The base of a new record, or null where nothing exists that it could stand in. */
export function generateRecord(table: RecordTable, id: Id, random: Random, ids: KnownIds): Base | null {
  const base = generateBase(FIELDS[table] as readonly Field[], random, ids)
  const owner = OWNER[table]
  if (owner) {
    const owners = ids[owner[1]] ?? []
    if (owners.length === 0) return null
    base[owner[0]] = oneOf(random, owners)
  }
  if (table === 'perspectives') {
    if (id === SHARED_ID) return { ...base, type: 'shared', private: false }
    if (base['type'] === 'shared') base['type'] = 'table'
  }
  return base
}
