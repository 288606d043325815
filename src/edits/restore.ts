import { remove, type MapChange, type Write } from '../model/change.ts'
import { META_FIELDS } from '../model/fields.ts'
import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { isSame } from '../model/project.ts'
import type { RecordTable } from '../model/records.ts'
import { CONTENT_TABLES, type MapContent, type Records, type SystemMap } from '../model/system-map.ts'
import { differences, judgementDifferences, made } from './record-writes.ts'

/** What a map is and came from, which no earlier moment of it alters. */
const NOT_OF_A_MOMENT: ReadonlySet<string> = new Set(['mapId', 'lineage', 'illustrative', 'background', 'table', 'fileExtra'])

/**
 * Makes the map say again what a version froze: every field set or cleared, in one change. What came later goes, with all that was said of
 * it, except perspectives: nobody's view is lost. Private views are not the version's, and stay as they are, as do actions, stories and notes.
 */
export function restored(map: SystemMap, content: MapContent): MapChange {
  const writes: Write[] = []
  for (const { name } of META_FIELDS) {
    if (!NOT_OF_A_MOMENT.has(name) && !isSame(map.meta[name], content.meta[name])) writes.push({ at: 'meta', id: 'map', field: name, to: content.meta[name] as Json })
  }
  for (const table of CONTENT_TABLES) {
    const then: Records<object> = content[table]
    for (const [id, record] of then) {
      const now = map[table].get(id)
      if (isPrivate(map, table, id)) continue
      if (now) writes.push(...differences(table, id, now, record))
      else writes.push(...made(table, id, record))
    }
    if (table !== 'perspectives') for (const id of map[table].keys()) if (!then.has(id)) writes.push(remove(table, id))
  }
  for (const [id, at] of content.positions) if (!isSame(map.positions.get(id), at)) writes.push({ at: 'positions', id, field: 'at', to: at as unknown as Json })
  for (const id of map.positions.keys()) if (!content.positions.has(id)) writes.push({ at: 'positions', id, field: 'at', to: null })
  writes.push(...judgementsRestored(map, content))
  return { writes }
}

/** What each view of the version said, it says again; a view that came later loses only what it said of things that go. */
function judgementsRestored(map: SystemMap, content: MapContent): readonly Write[] {
  const writes: Write[] = []
  const goes = (subject: Id) => (map.elements.has(subject) && !content.elements.has(subject)) || (map.relationships.has(subject) && !content.relationships.has(subject))
  for (const perspective of new Set([...map.judgements.keys(), ...content.judgements.keys()])) {
    if (isPrivate(map, 'perspectives', perspective)) continue
    const now = map.judgements.get(perspective)
    const then = content.judgements.get(perspective)
    const isLater = !content.perspectives.has(perspective)
    for (const subject of new Set([...(now?.keys() ?? []), ...(then?.keys() ?? [])])) {
      if (isLater && !goes(subject)) continue
      writes.push(...judgementDifferences(perspective, subject, now?.get(subject), then?.get(subject)))
    }
  }
  return writes
}

function isPrivate(map: SystemMap, table: RecordTable, id: Id): boolean {
  return table === 'perspectives' && map.perspectives.get(id)?.private === true
}
