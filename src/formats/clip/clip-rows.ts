import type { MapPart } from '../../edits/part.ts'
import { ELEMENT_KINDS, POLARITIES, tieKind } from '../../model/kinds.ts'
import type { Facts } from '../../model/records.ts'
import { listed, namesOf } from '../../model/system-map.ts'

/** Tables of cells, each with its heads in the first row. */
export type Tables = readonly (readonly (readonly string[])[])[]

const kindTitles = new Map(ELEMENT_KINDS.map(({ value, title }) => [value, title]))

/** What people can read of a part: its elements, its ties by the names of their ends, its notes and areas. Columns that would be empty are left out. */
export function rowsOf(part: MapPart): Tables {
  const elements = listed(part.elements)
  const nameOf = (id: string) => part.elements.get(id)?.name ?? ''
  const elementTable = table(elements, [
    ['Name', ({ name }) => name],
    ['Organisation', ({ organisation }) => (organisation === null ? '' : (part.organisations.get(organisation)?.name ?? ''))],
    ['Kind', ({ kind }) => kindTitles.get(kind) ?? kind],
    ['Tags', ({ tags }) => namesOf(tags).join(' | ')],
    ['Description', ({ description }) => description],
    ...factColumns(elements),
  ])
  const ties = listed(part.relationships)
  const tieTable = table(ties, [
    ['From', ({ from }) => nameOf(from)],
    ['To', ({ to }) => nameOf(to)],
    ['Kind', ({ kind }) => tieKind(kind).title],
    ['Label', ({ label }) => label],
    ['Sign', ({ kind, polarity }) => (kind === 'influences' ? (POLARITIES.find(({ value }) => value === polarity)?.value ?? '') : '')],
    ['Direction', ({ kind, mutual }) => (mutual === tieKind(kind).mutual ? '' : mutual ? 'both ways' : 'one way')],
    ['Description', ({ description }) => description],
    ...factColumns(ties),
  ])
  const noteTable = table(listed(part.notes), [['Note', ({ text }) => text]])
  const areaTable = table(listed(part.areas), [['Area', ({ title }) => title]])
  return [elementTable, tieTable, noteTable, areaTable].filter((rows) => rows.length > 1)
}

type Column<T> = readonly [title: string, of: (record: T) => string]

function factColumns(records: readonly { readonly facts: Facts }[]): readonly Column<{ readonly facts: Facts }>[] {
  const names = [...new Set(records.flatMap(({ facts }) => [...facts.keys()]))]
  return names.map((name) => [name, ({ facts }) => String(facts.get(name) ?? '')])
}

function table<T>(records: readonly T[], columns: readonly Column<T>[]): readonly (readonly string[])[] {
  const filled = columns.filter(([, of], i) => i === 0 || records.some((record) => of(record) !== ''))
  return [filled.map(([title]) => safe(title)), ...records.map((record) => filled.map(([, of]) => safe(of(record))))]
}

/** On one line, and no formula where it is pasted into a sheet: a sheet takes the apostrophe as saying that this is text. */
function safe(words: string): string {
  const line = words.replace(/[\t\r\n\u2028\u2029]+/g, ' ').trim()
  return /^[=+\-@]/.test(line) && line.length > 1 && !Number.isFinite(Number(line)) ? `'${line}` : line
}

/** Notes alone are their words, as they were written: no table. Null where there is anything else. */
export function wordsOf({ elements, relationships, notes, areas }: MapPart): string | null {
  if (elements.size + relationships.size + areas.size > 0 || notes.size === 0) return null
  return listed(notes).map(({ text }) => text.trim().split('\n').map(safe).join('\n')).join('\n\n')
}

/** Tabs between cells, an empty line between tables. */
export function textOf(tables: Tables): string {
  return tables.map((rows) => rows.map((row) => row.join('\t')).join('\n')).join('\n\n')
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

export function htmlOf(tables: Tables): string {
  return tables.map((rows) => `<table>${rows.map((row, i) => `<tr>${row.map((cell) => (i === 0 ? `<th>${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`)).join('')}</tr>`).join('')}</table>`).join('<br>')
}
