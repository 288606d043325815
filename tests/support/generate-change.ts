import { judgementId, place, type MapChange, type Write } from '../../src/model/change.ts'
import { FIELDS, JUDGEMENT_FIELDS, META_FIELDS, type Field } from '../../src/model/fields.ts'
import type { Id, Random } from '../../src/model/ids.ts'
import type { RecordTable } from '../../src/model/records.ts'
import { isOnMap, RECORD_TABLES, sharedOf, type SystemMap } from '../../src/model/system-map.ts'
import { generateRecord, ON_CANVAS } from './generate-record.ts'
import { generateFact, generateId, generateName, generateValue, type KnownIds } from './generate-value.ts'
import { between, oneOf } from './seeded.ts'

function idsOf(map: SystemMap): KnownIds {
  return Object.fromEntries(RECORD_TABLES.map((table) => [table, [...map[table].keys()]]))
}

function freshId(map: SystemMap, table: RecordTable, random: Random): Id {
  const isTaken = (id: Id): boolean => map[table].has(id) || (ON_CANVAS.has(table) && isOnMap(map, id))
  let id = generateId(random)
  while (isTaken(id)) id = generateId(random)
  return id
}

function isPrivate(map: SystemMap, table: RecordTable, id: Id): boolean {
  return (table === 'perspectives' && map.perspectives.get(id)?.private === true) || (table === 'reflections' && map.reflections.get(id)?.private === true)
}

/** A write to one field of a record. `private` is never among them: turning it moves the record to another document, which is more than a write. */
function fieldWrite(table: RecordTable, id: Id, random: Random, ids: KnownIds): Write {
  const isOurs = (field: Field): boolean => field.name !== 'private' && !(table === 'perspectives' && field.name === 'type')
  const field = oneOf(random, (FIELDS[table] as readonly Field[]).filter(isOurs))
  if (field.type.is === 'names') return { at: table, id, field: `${field.type.member}:${generateName(random)}`, to: random() < 0.3 ? null : between(random, 0, 9) }
  if (field.type.is === 'facts') return { at: table, id, field: `fact:${generateName(random)}`, to: random() < 0.3 ? null : generateFact(random) }
  return { at: table, id, field: field.name, to: random() < 0.15 ? null : generateValue(field, random, ids) }
}

function judgementWrite(perspective: Id, random: Random, ids: KnownIds): Write {
  const subjects = [...(ids.elements ?? []), ...(ids.relationships ?? []), generateId(random)]
  const field = oneOf(random, JUDGEMENT_FIELDS)
  return { at: 'judgements', id: judgementId(perspective, oneOf(random, subjects)), field: field.name, to: random() < 0.25 ? null : generateValue(field, random, ids) }
}

/** Makes one more record, standing in the public document. */
function newRecord(map: SystemMap, random: Random, ids: KnownIds): Write[] {
  const table = oneOf(random, RECORD_TABLES)
  const id = freshId(map, table, random)
  const base = generateRecord(table, id, random, ids)
  if (!base) return []
  return [{ at: table, id, make: table === 'perspectives' || table === 'reflections' ? { ...base, private: false } : base }]
}

function publicWrite(map: SystemMap, random: Random, ids: KnownIds): Write[] {
  const dice = random()
  if (dice < 0.2) return newRecord(map, random, ids)
  if (dice < 0.3) return [oneOf(random, metaWrites(random, ids))]
  const voices = [...map.perspectives.values()].filter((p) => !p.private)
  if (dice < 0.5) return [judgementWrite(oneOf(random, voices).id, random, ids)]
  if (dice < 0.62 && map.elements.size > 0) {
    const element = oneOf(random, ids.elements ?? [])
    return [random() < 0.15 ? { at: 'positions', id: element, field: 'at', to: null } : place(element, between(random, -3000, 3000), between(random, -3000, 3000))]
  }
  const table = oneOf(random, RECORD_TABLES)
  const mine = [...map[table].keys()].filter((id) => !isPrivate(map, table, id))
  if (mine.length === 0) return []
  const id = oneOf(random, mine)
  if (dice > 0.92) return id === sharedOf(map).id && table === 'perspectives' ? [] : [{ at: table, id, remove: true }]
  return [fieldWrite(table, id, random, ids)]
}

function metaWrites(random: Random, ids: KnownIds): Write[] {
  return (META_FIELDS as readonly Field[]).filter((field) => field.name !== 'mapId').map((field) => ({ at: 'meta', id: 'map', field: field.name, to: generateValue(field, random, ids) }))
}

/** Writes to one private perspective and what it says, or to one private reflection: a change touches one document (rule 12). */
function privateWrites(map: SystemMap, random: Random, ids: KnownIds): Write[] {
  const diaries = [...map.reflections.values()].filter((r) => r.private)
  const views = [...map.perspectives.values()].filter((p) => p.private)
  if (random() < 0.2) {
    const table = random() < 0.5 ? 'perspectives' : 'reflections'
    const id = freshId(map, table, random)
    return [{ at: table, id, make: { ...generateRecord(table, id, random, ids), private: true } }]
  }
  const table = diaries.length > 0 && (views.length === 0 || random() < 0.4) ? 'reflections' : 'perspectives'
  const mine = (table === 'reflections' ? diaries : views).map((record) => record.id)
  if (mine.length === 0) return []
  const id = oneOf(random, mine)
  return Array.from({ length: between(random, 1, 4) }, () => (table === 'reflections' || random() < 0.4 ? fieldWrite(table, id, random, ids) : judgementWrite(id, random, ids)))
}

/**
 * A change of one to six valid writes on any table: makes, field writes, clears, removals, positions and judgements, all of one document.
 * The shared perspective is never removed and no other becomes shared; rule 6 has tests of its own.
 */
export function generateChange(map: SystemMap, random: Random): MapChange {
  const ids = idsOf(map)
  if (random() < 0.15) return { writes: privateWrites(map, random, ids) }
  return { writes: Array.from({ length: between(random, 1, 6) }, () => publicWrite(map, random, ids)).flat() }
}
