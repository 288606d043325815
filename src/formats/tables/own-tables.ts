import { FIELDS, JUDGEMENT_FIELDS, type Field } from '../../model/fields.ts'
import type { Json } from '../../model/json.ts'
import type { Judgement, Organisation, RecordTable } from '../../model/records.ts'
import type { Finder } from '../found/finder.ts'
import type { FoundOwn, FoundView } from '../found/found.ts'
import { mendValue } from '../native/mend-value.ts'
import { listIn } from '../sheets/cell-list.ts'
import { titleOf } from '../sheets/columns.ts'
import { plainCell } from '../sheets/neutral-cell.ts'
import { isBlank, type Table, type TableRow } from './table.ts'

/** Tables that only Sightlines writes, beside its elements and ties. */
const OURS = /^(?:judgements|perspectives|organisations|outcomes|actions|reflections|loops|notes|areas|versions|map)$/
const READ = new Set(['judgements', 'perspectives', 'organisations', 'map'])
/** The tables of a version: "ties 2016-05-19". */
const EARLIER = /^(?:elements|ties|judgements) (?:\d{4}-\d\d-\d\d|version \d+)(?: \(\d+\))?$/

/** Whether tables are those that Sightlines writes. */
export function areOwn(tables: readonly Table[]): boolean {
  const names = new Set(tables.map(nameOf))
  return names.has('elements') && names.has('judgements')
}

const nameOf = ({ name }: Table): string => name.toLowerCase()

/** What becomes of one of them: read as elements or ties, read here, or left in the file. */
export function kindOfOwn(table: Table): 'section' | 'read' | 'left' {
  const name = nameOf(table)
  return READ.has(name) ? 'read' : OURS.test(name) || EARLIER.test(name) ? 'left' : 'section'
}

/** The columns of our elements and ties that stand for a field, by header; those that other columns say already are null. */
export function ownColumns(table: 'elements' | 'relationships'): ReadonlyMap<string, Field | null> {
  const apart = new Set(['name', 'organisation', 'kind', 'tags', 'description', 'facts', 'from', 'to', 'label', 'mutual', 'delay'])
  const fields = (FIELDS[table] as readonly Field[]).filter(({ name, type }) => !apart.has(name) && type.is !== 'extra')
  return new Map([...fields.map((field) => [titleOf(table, field), field] as const), ...['Organisation ID', 'Weight', 'Shared quality'].map((title) => [title, null] as const)])
}

/** What a cell says in a field; undefined where it is empty or cannot stand there, which is noted. */
export function ownValue(field: Field, cell: string, finder: Finder, place: string): Json | undefined {
  if (cell === '') return undefined
  const { value, words } = mendValue(field, given(field, cell))
  if (words !== null) finder.mended(place, words)
  return value
}

function given({ type }: Field, cell: string): Json {
  switch (type.is) {
    case 'flag': return cell === 'yes'
    case 'names': return listIn(cell)
    case 'choice': return type.choices.find(({ value }) => String(value) === cell)?.value ?? cell
    case 'presence':
    case 'scale':
    case 'number':
      return Number.isFinite(Number(cell)) ? Number(cell) : cell
    default: return cell
  }
}

/** Reads who says what, and the organisations, of tables that Sightlines wrote. `subjectOf` finds an element or a tie by its id, or else by its name. */
export function readOwn(tables: readonly Table[], finder: Finder, subjectOf: (id: string, name: string) => string | undefined): FoundOwn {
  const rows = (name: string) => {
    const table = tables.find((one) => nameOf(one) === name)
    return table ? new OwnRows(table, finder) : null
  }
  const organisations: Organisation[] = []
  rows('organisations')?.each((row) => organisations.push({ id: row.text('ID') || row.text('Name'), ...row.fields('organisations') } as Organisation))
  const views = new Map<string, FoundView & { readonly said: Map<string, Judgement> }>()
  const hidden = new Set<string>()
  const called = new Map<string, string>()
  rows('perspectives')?.each((row) => {
    const id = row.text('ID') || row.text('Name')
    if (!called.has(row.text('Name'))) called.set(row.text('Name'), id)
    if (row.text('Private') === 'yes') {
      hidden.add(id)
      return finder.lost(row.place, 'a private view stays in the file')
    }
    views.set(id, { id, fields: row.fields('perspectives'), organisation: row.text('Organisation ID') || row.text('Organisation'), said: new Map() })
  })
  rows('judgements')?.each((row) => {
    const who = row.text('Perspective ID') || (called.get(row.text('Perspective')) ?? row.text('Perspective'))
    if (hidden.has(who)) return
    const subject = subjectOf(row.text('About ID'), row.text('About'))
    if (who === '' || subject === undefined) return finder.lost(row.place, who === '' ? 'an answer that does not say whose it is' : 'an answer about what is not in the tables')
    let view = views.get(who)
    if (!view) views.set(who, (view = { id: who, fields: { name: row.text('Perspective') || who }, organisation: '', said: new Map() }))
    const judgement = row.judgement()
    if (Object.keys(judgement).length > 0) view.said.set(subject, judgement)
  })
  const about = new Map<string, string>()
  rows('map')?.each((row) => about.set(row.text('About the map'), row.text('Value')))
  return { title: about.get('Title') ?? '', question: about.get('Question') ?? '', organisations, views: [...views.values()] }
}

interface OwnRow {
  readonly place: string
  text(title: string): string
  fields(table: RecordTable): Readonly<Record<string, Json>>
  judgement(): Judgement
}

class OwnRows {
  private readonly table: Table
  private readonly finder: Finder
  private readonly at: ReadonlyMap<string, number>

  constructor(table: Table, finder: Finder) {
    this.table = table
    this.finder = finder
    const [header] = table.rows
    this.at = new Map((header?.cells ?? []).map((cell, i) => [plainCell(cell), i]))
  }

  each(read: (row: OwnRow) => void): void {
    for (const row of this.table.rows.slice(1)) if (!isBlank(row)) read(this.row(row))
  }

  private row({ cells, number }: TableRow): OwnRow {
    const place = `“${this.table.name}”, row ${number}`
    const text = (title: string) => {
      const at = this.at.get(title)
      return at === undefined ? '' : plainCell(cells[at] ?? '')
    }
    const value = (field: Field, title: string) => ownValue(field, text(title), this.finder, place)
    return {
      place,
      text,
      fields: (table) => Object.fromEntries((FIELDS[table] as readonly Field[]).flatMap((field) => {
        const is = field.type.is
        const found = is === 'reference' || is === 'order' || is === 'extra' ? undefined : value(field, titleOf(table, field))
        return found === undefined ? [] : [[field.name, found]]
      })),
      judgement: () => Object.fromEntries(JUDGEMENT_FIELDS.flatMap((field) => {
        const found = field.name === 'extra' ? undefined : field.name === 'presence' ? presenceIn(text('Seen'), value(field, field.title)) : value(field, field.title)
        return found === undefined || found === null ? [] : [[field.name, found]]
      })) as Judgement,
    }
  }
}

/** *No* is nought; a strength is a yes that is rated; nothing is silence. */
function presenceIn(seen: string, strength: Json | undefined): Json | undefined {
  if (seen === 'no') return 0
  return typeof strength === 'number' && strength > 0 ? strength : seen === 'yes' ? 'yes' : undefined
}
