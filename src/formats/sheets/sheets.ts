import type { RecordOf, RecordTable, Relationship } from '../../model/records.ts'
import { listed, sharedOf, type MapContent, type SystemMap, type WholeMap } from '../../model/system-map.ts'
import { inTime } from '../../reading/axis.ts'
import { pool } from '../../reading/pool.ts'
import { resolve } from '../../reading/resolve.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import { columnsOf, placeColumns } from './columns.ts'
import { SAID_COLUMNS, saidOn, type Said } from './judgement-rows.ts'
import { sheetOf, type ColumnOf, type Sheet } from './sheet.ts'

/** A map as tables: elements, ties and judgements always, the others where there is something in them; then those three as each version has them. */
export function sheetsOf({ map, contents }: WholeMap): readonly Sheet[] {
  const others = (['perspectives', 'organisations', 'outcomeReadings', 'actions', 'reflections', 'loops', 'notes', 'areas', 'versions'] as const).map((table) => plainSheet(table, map))
  return [elementsSheet(map), tiesSheet(map), judgementsSheet(map), ...others.filter(({ rows }) => rows.length > 0), mapSheet(map), ...versionSheets(map, contents)]
}

/** By their dates, so that what moved can be counted again from the tables alone. */
function versionSheets(map: SystemMap, contents: WholeMap['contents']): readonly Sheet[] {
  const taken = new Map<string, number>()
  return inTime(map).flatMap((id, i) => {
    const version = map.versions.get(id)
    const content = contents.get(version?.content ?? '')
    if (!version || !content) return []
    const when = version.date || `version ${i + 1}`
    const times = (taken.get(when) ?? 0) + 1
    taken.set(when, times)
    return [elementsSheet(content), tiesSheet(content), judgementsSheet(content)].map((sheet) => ({ ...sheet, name: `${sheet.name} ${when}${times > 1 ? ` (${times})` : ''}` }))
  })
}

const NAMES: { readonly [T in RecordTable]?: string } = { outcomeReadings: 'outcomes' }

function plainSheet<T extends RecordTable>(table: T, map: SystemMap): Sheet {
  const records = listed(map[table] as unknown as ReadonlyMap<string, { readonly id: string }>) as readonly RecordOf[T][]
  return sheetOf(NAMES[table] ?? table, columnsOf(table, records, map), records)
}

export function elementColumns(map: MapContent): readonly ColumnOf<RecordOf['elements']>[] {
  const [label, ...columns] = columnsOf('elements', map.elements.values(), map)
  return [...(label ? [label] : []), ...columns.slice(0, 3), ...placeColumns(map), ...columns.slice(3)]
}

function elementsSheet(map: MapContent): Sheet {
  return sheetOf('elements', elementColumns(map), listed(map.elements))
}

/** Strength and quality as the shared picture has them, the middle of what was said where it says nothing itself. */
export function tieColumns(map: MapContent): readonly ColumnOf<Relationship>[] {
  const { ties } = pool(map)
  const reading = resolve(map, sharedOf(map).id)
  const columns = columnsOf('relationships', ties.values(), map)
  const facts = columns.findIndex(({ key }) => key === 'id') + 1
  return [
    ...columns.slice(0, facts),
    { key: 'weight', title: 'Weight', of: ({ id }) => reading.of(id).strength ?? null },
    { key: 'sharedQuality', title: 'Shared quality', of: ({ id }) => reading.of(id).quality ?? null },
    ...columns.slice(facts),
  ]
}

function tiesSheet(map: MapContent): Sheet {
  return sheetOf('ties', tieColumns(map), pool(map).ties.values())
}

function judgementsSheet(map: MapContent): Sheet {
  const columns: readonly ColumnOf<Said>[] = [
    { key: 'perspective', title: 'Perspective', of: ({ name }) => name },
    { key: 'about', title: 'About', of: ({ subject }) => nameOf(map, subject) },
    ...SAID_COLUMNS.map((column): ColumnOf<Said> => ({ ...column, of: ({ judgement }) => column.of(judgement) })),
    { key: 'perspectiveId', title: 'Perspective ID', of: ({ perspective }) => perspective },
    { key: 'aboutId', title: 'About ID', of: ({ subject }) => subject },
  ]
  return sheetOf('judgements', columns, saidOn(map))
}

function mapSheet({ meta, elements }: SystemMap): Sheet {
  const rows = [['Title', meta.title], ['Question', meta.question], ['Place', meta.place], ['In the middle', (meta.centre !== null && elements.get(meta.centre)?.name) || ''], ['Illustrative', meta.illustrative]] as const
  return { name: 'map', columns: [{ key: 'field', title: 'About the map' }, { key: 'value', title: 'Value' }], rows: rows.map(([field, value]) => [field, value === '' ? null : value]) }
}
