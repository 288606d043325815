import { tableOf } from '../../edits/tables.ts'
import { JUDGEMENT_FIELDS } from '../../model/fields.ts'
import { byId, type Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { pool } from '../../reading/pool.ts'
import { HEADER, ratingsLine, type LineKind } from './ratings-line.ts'

/**
 * What one table says, as lines of text for a message: its name, the things it speaks of and its answers. For rooms where no file can travel. Only
 * things that it says something of are in it, with the ends of their ties. Throws where the map is no table's.
 */
export function writeRatings(map: SystemMap, savedAt: string): string {
  const table = tableOf(map)
  if (!table) throw new Error('A map that is no table’s')
  const { ties } = pool(map)
  const said = [...(map.judgements.get(table.id) ?? [])].filter(([id]) => map.elements.has(id) || ties.has(id)).sort((a, b) => byId(a[0], b[0]))
  const spoken = said.flatMap(([id]) => ties.get(id) ?? [])
  const elements = [...new Set<Id>([...said.flatMap(([id]) => (map.elements.has(id) ? [id] : [])), ...spoken.flatMap((tie) => [tie.from, tie.to])])].sort(byId).flatMap((id) => map.elements.get(id) ?? [])
  const organisations = new Set(elements.map(({ organisation }) => organisation))
  const lines: string[] = []
  const write = (kind: LineKind, ...fields: readonly string[]) => void lines.push(ratingsLine(lines.length + 1, kind, fields))
  write('table', table.id, table.name, savedAt, table.coverage, table.coverageAt ?? '')
  write('map', map.meta.mapId, map.meta.lineage, map.meta.title || map.meta.question)
  for (const { id, code, name, slot } of map.organisations.values()) if (organisations.has(id)) write('organisation', id, code, String(slot), name)
  for (const { id, kind, organisation, added, name } of elements) write('element', id, kind, organisation ?? '', added, name)
  for (const tie of spoken) write('tie', tie.id, tie.kind, tie.from, tie.to, tie.mutual ? 'both ways' : 'one way', tie.polarity ?? '', tie.added, tie.label)
  for (const [id, judgement] of said) {
    const answers = JUDGEMENT_FIELDS.flatMap(({ name }) => (judgement[name] === undefined || name === 'extra' ? [] : [`${name}=${String(judgement[name])}`]))
    if (answers.length > 0) write('says', id, ...answers)
  }
  return [HEADER, ...lines, `End ${lines.length}`, ''].join('\n')
}
