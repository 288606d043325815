import { META_FIELDS } from './fields.ts'
import type { Id } from './ids.ts'
import { onlyOneShared } from './one-shared.ts'
import type { MapMeta } from './records.ts'
import type { SystemMap } from './system-map.ts'

/** The id of every map's one meta record; which map it is stands in `mapId`. */
export const META_ID = 'map'

/** A map with nothing in it but its shared perspective. `lineage` begins as the map's own id. */
export function emptyMap(id: Id, meta: Partial<MapMeta> = {}): SystemMap {
  const none = new Map()
  return {
    meta: { ...EMPTY_META, mapId: id, lineage: id, ...meta },
    organisations: none, elements: none, outcomeReadings: none, relationships: none, positions: none,
    perspectives: onlyOneShared(none), judgements: none,
    versions: none, stories: none, scenes: none, actions: none, reflections: none, loops: none, notes: none, areas: none,
  }
}

export const EMPTY_META = Object.fromEntries(META_FIELDS.map((field) => [field.name, field.default])) as unknown as MapMeta
