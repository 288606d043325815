import { apply } from '../../src/model/apply.ts'
import type { Base, Write } from '../../src/model/change.ts'
import { emptyMap } from '../../src/model/empty-map.ts'
import { FIELDS, JUDGEMENT_FIELDS, META_FIELDS, type Field } from '../../src/model/fields.ts'
import type { Json } from '../../src/model/json.ts'
import { RECORD_TABLES, type SystemMap } from '../../src/model/system-map.ts'

/** A word for each field of the model that can hold one, found nowhere else: `table.field` in letters. */
export const wordOf = (path: string) => `zq${path.replace(/[^a-z]/gi, '').toLowerCase()}qz`
/** Every field that such a word stands in. */
export const paths: string[] = []

function plant(path: string, { type }: Field): Json | undefined {
  const word = wordOf(path)
  const isWords = type.is === 'text' || type.is === 'names' || type.is === 'facts' || type.is === 'extra'
  if (isWords && !path.endsWith('mapId')) paths.push(path)
  if (type.is === 'text') return word
  if (type.is === 'names') return [word]
  if (type.is === 'facts') return [['also', word]]
  if (type.is === 'extra') return JSON.stringify({ [word]: 1 })
  if (type.is === 'background') return { type: 'image/png', data: 'AAAA', position: [0, 0], size: [10, 10] }
  return undefined
}

function plantedMap(): SystemMap {
  const writes: Write[] = []
  const base = (table: string, fields: readonly Field[]): Base => Object.fromEntries(fields.flatMap((field) => {
    const value = plant(`${table}.${field.name}`, field)
    return value === undefined ? [] : [[field.name, value]]
  }))
  for (const table of RECORD_TABLES) {
    const more: Base = table === 'elements' ? { organisation: 'o', kind: 'outcome' } : table === 'relationships' ? { from: 'e', to: 'e' } : table === 'outcomeReadings' ? { element: 'e' } : table === 'scenes' ? { story: 's' } : table === 'perspectives' ? { type: 'table' } : {}
    const id = ({ elements: 'e', organisations: 'o', stories: 's', perspectives: 'p' } as Record<string, string>)[table] ?? `one-${table}`
    writes.push({ at: table, id, make: { ...base(table, FIELDS[table] as readonly Field[]), ...more } })
  }
  for (const field of META_FIELDS as readonly Field[]) {
    const value = plant(`meta.${field.name}`, field)
    if (value !== undefined && field.name !== 'mapId') writes.push({ at: 'meta', id: 'map', field: field.name, to: value })
  }
  for (const field of JUDGEMENT_FIELDS) {
    const value = plant(`judgements.${field.name}`, field)
    if (value !== undefined) writes.push({ at: 'judgements', id: 'p:e', field: field.name, to: value })
  }
  return apply(emptyMap('m'), { writes })
}

/** A map with one record of every kind and such a word in every field that can hold one. */
export const planted = plantedMap()
