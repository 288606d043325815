import { apply } from '../../src/model/apply.ts'
import { judgementId, place, type Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { JUDGEMENT_FIELDS, META_FIELDS, type Field } from '../../src/model/fields.ts'
import { newId, type Id, type Random } from '../../src/model/ids.ts'
import { SHARED_ID } from '../../src/model/one-shared.ts'
import type { RecordTable } from '../../src/model/records.ts'
import { RECORD_TABLES, type SystemMap } from '../../src/model/system-map.ts'
import { generateRecord, ON_CANVAS } from './generate-record.ts'
import { generateId, generateValue, type KnownIds } from './generate-value.ts'
import { between, oneOf } from './seeded.ts'

export { generateChange } from './generate-change.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The most records of a table in a map of ordinary size. */
const MOST: Readonly<Record<RecordTable, number>> = {
  organisations: 7, elements: 14, outcomeReadings: 6, relationships: 20, perspectives: 6,
  versions: 3, stories: 2, scenes: 5, actions: 4, reflections: 4, loops: 3, notes: 3, areas: 2,
}

/** Ids are unique within a table, and over all that stands on the canvas (rule 2). */
function generateIds(random: Random, scale: number): KnownIds {
  const ids: Mutable<KnownIds> = {}
  const subjects = new Set<Id>()
  for (const table of RECORD_TABLES) {
    const taken = ON_CANVAS.has(table) ? subjects : new Set<Id>()
    const mine: Id[] = table === 'perspectives' ? [SHARED_ID] : []
    for (let i = between(random, 0, Math.round(MOST[table] * scale)); i > 0; i--) {
      const id = generateId(random)
      if (taken.has(id) || mine.includes(id)) continue
      taken.add(id)
      mine.push(id)
    }
    ids[table] = mine
  }
  return ids
}

function generateJudgements(random: Random, ids: KnownIds): Write[] {
  const subjects = [...(ids.elements ?? []), ...(ids.relationships ?? []), generateId(random)]
  const writes: Write[] = []
  for (const perspective of ids.perspectives ?? []) {
    const share = random()
    for (const subject of subjects) {
      if (random() > share) continue
      for (const field of JUDGEMENT_FIELDS) {
        if (random() < (field.type.is === 'extra' ? 0.05 : 0.3)) writes.push({ at: 'judgements', id: judgementId(perspective, subject), field: field.name, to: generateValue(field, random, ids) })
      }
    }
  }
  return writes
}

/**
 * A map that the model allows, with odd names, dangling ties, self-ties, parallel ties, private perspectives and reflections, and keys kept
 * from files. Every field of fields.ts is filled from its type, so that a new field is covered the day it is added. `scale` 1 is up to 14 elements.
 */
export function generateMap(random: Random, scale = 1): SystemMap {
  const ids = generateIds(random, scale)
  const writes: Write[] = []
  for (const table of RECORD_TABLES) {
    for (const id of ids[table] ?? []) {
      const base = generateRecord(table, id, random, ids)
      if (base) writes.push({ at: table, id, make: base })
    }
  }
  for (const id of ids.relationships ?? []) {
    if (random() < 0.1) writes.push(...knotted(id, random, ids))
  }
  for (const id of ids.elements ?? []) if (random() < 0.8) writes.push(place(id, between(random, -3000, 3000), between(random, -3000, 3000)))
  const mapId = newId(random)
  for (const field of META_FIELDS as readonly Field[]) {
    if (field.name !== 'mapId' && random() < 0.6) writes.push({ at: 'meta', id: 'map', field: field.name, to: generateValue(field, random, ids) })
  }
  return apply(emptyMap(mapId), { writes: [...writes, ...generateJudgements(random, ids)] })
}

/** A tie from a thing to itself, or one that runs beside another. */
function knotted(id: Id, random: Random, ids: KnownIds): Write[] {
  const elements = ids.elements ?? []
  if (elements.length === 0) return []
  const from = oneOf(random, elements)
  const to = random() < 0.5 ? from : (elements[0] ?? from)
  return [{ at: 'relationships', id, field: 'from', to: from }, { at: 'relationships', id, field: 'to', to }]
}
