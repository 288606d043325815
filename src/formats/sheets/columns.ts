import { FIELDS, type Field } from '../../model/fields.ts'
import type { Facts, Names, Point, RecordOf, RecordTable } from '../../model/records.ts'
import { namesOf, type Records, type MapContent } from '../../model/system-map.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import { joinedCell } from './cell-list.ts'
import type { Cell, Column, ColumnOf } from './sheet.ts'

type Row = { readonly [field: string]: unknown }

/** What other tools of the field call these columns; every other is called what its form calls it. */
const TITLES: { readonly [T in RecordTable]?: Readonly<Record<string, string>> } = {
  elements: { name: 'Label', kind: 'Type', outcomeFor: 'Outcome for' },
  relationships: { kind: 'Type', mutual: 'Direction', polarity: 'Polarity' },
  organisations: { slot: 'Slot' },
  versions: { name: 'Version' },
}

/** What a field's column is called. */
export function titleOf(table: RecordTable, { name, title }: Field): string {
  return TITLES[table]?.[name] ?? title
}

/** What stands elsewhere in a file, or is for Sightlines alone. */
const LEFT_OUT = new Set(['order', 'extra', 'content', 'story', 'camera', 'reading', 'compare'])

const OF_OUTCOMES = new Set(['outcomeFor', 'better'])

/** Whom an outcome is for, and which way is better, is asked of outcomes: of anything else it is empty unless somebody said so. */
function ofOutcomes(column: ColumnOf<Row>, field: Field): ColumnOf<Row> {
  return { ...column, of: (record) => (record['kind'] === 'outcome' || record[field.name] !== field.default ? column.of(record) : null) }
}

/** The columns of a table, one for each of its fields in their order, then its id, then one for each fact that any of the records has. */
export function columnsOf<T extends RecordTable>(table: T, records: Iterable<RecordOf[T]>, map: MapContent): readonly ColumnOf<RecordOf[T]>[] {
  const fields = (FIELDS[table] as readonly Field[]).filter(({ name, type }) => !LEFT_OUT.has(name) && type.is !== 'facts')
  const columns: ColumnOf<Row>[] = fields.flatMap((field) => columnsOfField(field, titleOf(table, field), map).map((column) => (OF_OUTCOMES.has(field.name) ? ofOutcomes(column, field) : column)))
  columns.push({ key: 'id', title: 'ID', of: ({ id }) => id as string })
  return [...columns, ...factColumns(records as Iterable<Row>, columns)] as unknown as readonly ColumnOf<RecordOf[T]>[]
}

function columnsOfField({ name, type }: Field, title: string, map: MapContent): readonly ColumnOf<Row>[] {
  const column = (of: (value: unknown) => Cell, more: Partial<Column> = {}): ColumnOf<Row> => ({ key: name, title, ...more, of: (record) => of(record[name]) })
  switch (type.is) {
    case 'flag':
      return name === 'mutual' ? [column((value) => (value ? 'mutual' : 'directed'), { key: 'direction' })] : [column((value) => value as boolean)]
    case 'names':
      return [column((value) => joinedCell(namesOf(value as Names)) || null)]
    case 'reference':
      return [column((value) => (type.to === 'organisations' ? (map.organisations.get(value as string)?.name ?? null) : named(map, value as string | null))), column((value) => value as string | null, { key: `${name}Id`, title: `${title} ID` })]
    case 'references':
      return [
        column((value) => joinedCell((value as readonly string[]).map((id) => named(map, id) ?? '')) || null),
        column((value) => joinedCell(value as readonly string[]) || null, { key: `${name}Ids`, title: `${title} IDs` }),
      ]
    case 'point':
      return pair(column, ['x', 'X'], ['y', 'Y'])
    case 'size':
      return pair(column, ['width', 'Width'], ['height', 'Height'])
    default:
      return [column((value) => (value === '' ? null : (value as Cell)))]
  }
}

function pair(column: (of: (value: unknown) => Cell, more: Partial<Column>) => ColumnOf<Row>, ...names: readonly (readonly [key: string, title: string])[]): readonly ColumnOf<Row>[] {
  return names.map(([key, title], i) => column((value) => (value as Point)[i] ?? null, { key, title }))
}

function named(map: MapContent, id: string | null): string | null {
  if (id === null || id === '') return null
  return map.organisations.get(id)?.name ?? nameOf(map, id)
}

/** A fact is a column of its own name, as other tools have it, unless another column is called that. */
function factColumns(records: Iterable<Row>, others: readonly Column[]): readonly ColumnOf<Row>[] {
  const names = new Set<string>()
  for (const { facts } of records) for (const name of (facts as Facts | undefined)?.keys() ?? []) names.add(name)
  const taken = new Set([...others.map(({ title }) => title.toLowerCase()), ...RESERVED])
  return [...names].sort().map((name, i) => ({
    key: `fact${i + 1}`,
    title: taken.has(name.trim().toLowerCase()) || name.trim() === '' || name.startsWith(FACT) ? `${FACT}${name}` : name,
    of: ({ facts }) => (facts as Facts).get(name) ?? null,
  }))
}

const FACT = 'Fact: '
/** What readers of tables take for something else. */
const RESERVED = ['id', 'parent', 'name', 'from', 'to', 'source', 'target', 'type', 'image', 'url', 'weight', 'label', 'x', 'y', 'r', 'g', 'b', 'shared quality']

/** Where each element stands. */
export function placeColumns({ positions }: { readonly positions: Records<Point> }): readonly ColumnOf<{ readonly id: string }>[] {
  return ['x', 'y'].map((key, i) => ({ key, title: key.toUpperCase(), of: ({ id }) => positions.get(id)?.[i] ?? null }))
}
