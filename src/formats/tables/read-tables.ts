import { wordKey } from '../found/choices.ts'
import type { Field } from '../../model/fields.ts'
import { Finder, Refusal } from '../found/finder.ts'
import type { Fields, Found, Value } from '../found/found.ts'
import { numberOf, valueOf } from '../found/values.ts'
import { listIn } from '../sheets/cell-list.ts'
import { plainCell } from '../sheets/neutral-cell.ts'
import { isMatrix, readMatrix } from './matrix.ts'
import { areOwn, kindOfOwn, ownColumns, ownValue, readOwn } from './own-tables.ts'
import { headersOf, isBlank, sectionsOf, sortOf, type Header, type Table, type TableRow } from './table.ts'

/** Sheets of elements, of ties, or matrices, told apart by their header rows. Throws a refusal where there is nothing of the kind in them. */
export function readTables(tables: readonly Table[], repairs: readonly { readonly place: string; readonly words: string }[] = []): Found {
  const isOwn = areOwn(tables)
  const reading = new Tables(isOwn)
  for (const { place, words } of repairs) reading.finder.mended(place, words)
  const ties: (() => void)[] = []
  for (const table of tables) {
    if (/\(ignore\)/i.test(table.name)) reading.finder.lost(`“${table.name}”`, 'a sheet whose name says (ignore)')
    else if (isOwn && kindOfOwn(table) === 'left') reading.finder.lost(`“${table.name}”`, 'a table of Sightlines’ own: the map’s file brings it whole')
    else if (!isOwn || kindOfOwn(table) === 'section') for (const section of sectionsOf(table)) ties.push(reading.section(section, table.name))
  }
  // Elements first, wherever they stand, so that ties find them.
  for (const read of ties) read()
  const own = isOwn ? readOwn(tables, reading.finder, (id, name) => reading.subject(id, name)) : null
  const found = reading.finder.done()
  if (reading.finder.isEmpty) throw new Refusal(tables.length === 1 ? 'The file' : 'The sheets', 'there is no row in it that names an element or a tie')
  return own ? { ...found, title: own.title, own } : found
}

class Tables {
  readonly finder = new Finder()
  private readonly byName = new Map<string, string>()
  private readonly next = new Map<string, number>()
  private readonly tieIds = new Set<string>()
  private readonly isOwn: boolean

  constructor(isOwn: boolean) {
    this.isOwn = isOwn
  }

  /** An element or a tie by its id, or an element by its name. */
  subject(id: string, name: string): string | undefined {
    return this.finder.has(id) || this.tieIds.has(id) ? id : this.byName.get(wordKey(name))
  }

  /** Reads a section of elements at once; what reads its ties comes back. */
  section(rows: readonly TableRow[], sheet: string): () => void {
    const [first] = rows
    if (!first) return () => {}
    const placeOf = (row: TableRow) => (sheet === '' ? `Row ${row.number}` : `“${sheet}”, row ${row.number}`)
    if (isMatrix(rows)) return () => readMatrix(rows, placeOf, this.finder, (name, place) => this.end(name, '', place, false))
    const sort = sortOf(first)
    if (sort === 'ties') return () => this.ties(first, rows.slice(1), placeOf)
    if (sort === null) this.finder.mended(placeOf(first), 'no column is called Label, Name or ID: the first one is taken for the names')
    this.elements(first, rows.slice(1), placeOf, sort === null)
    return () => {}
  }

  private elements(header: TableRow, rows: readonly TableRow[], placeOf: (row: TableRow) => string, isGuessed: boolean): void {
    const headers = headersOf(header, 'elements').map((one, i) => (isGuessed && i === 0 ? 'name' : one))
    const columns = new Columns(header, headers, this.isOwn ? ownColumns('elements') : undefined)
    for (const row of rows) {
      if (isBlank(row)) continue
      this.ragged(header, row, placeOf)
      const id = columns.get(row, 'id')
      const name = columns.get(row, 'name') || id
      if (name === '') {
        this.finder.lost(placeOf(row), 'a row without a name')
        continue
      }
      const [x, y] = [numberOf(columns.get(row, 'x')), numberOf(columns.get(row, 'y'))]
      const made = this.finder.element(placeOf(row), {
        id: id || this.freeId(name), name, description: columns.get(row, 'description'), tags: this.isOwn ? listIn(columns.get(row, 'tags')) : severalIn(columns.get(row, 'tags')),
        at: Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null, values: columns.others(row), ...columns.fields(row, this.finder, placeOf(row)),
      })
      if (!this.byName.has(wordKey(name))) this.byName.set(wordKey(name), made)
      else this.finder.mended(placeOf(row), 'its name stands in an earlier row too; both are kept, and ties by name go to the first')
    }
  }

  private ties(header: TableRow, rows: readonly TableRow[], placeOf: (row: TableRow) => string): void {
    const columns = new Columns(header, headersOf(header, 'ties'), this.isOwn ? ownColumns('relationships') : undefined)
    for (const row of rows) {
      if (isBlank(row)) continue
      this.ragged(header, row, placeOf)
      const from = this.endIn(columns, row, 'from', placeOf)
      const to = columns.get(row, 'to')
      const isOne = columns.get(row, 'to id') !== '' || this.known(to, columns.get(row, 'to place')) !== undefined
      const targets = isOne ? [this.endIn(columns, row, 'to', placeOf)] : severalIn(to).map((name) => this.end(name, columns.get(row, 'to place'), placeOf(row)))
      if (from === '' || targets.length === 0 || targets[0] === '') {
        this.finder.lost(placeOf(row), from === '' ? 'a tie that says not where it begins' : 'a tie that says not where it ends')
        continue
      }
      const own = columns.get(row, 'id')
      if (targets.length === 1 && own !== '') this.tieIds.add(own)
      for (const target of targets) {
        this.finder.tie(placeOf(row), {
          id: targets.length === 1 ? own : '', from, to: target, label: columns.get(row, 'label'), description: columns.get(row, 'description'),
          delay: /^(?:yes|true|1|delayed)$/i.test(columns.get(row, 'delay')), values: columns.others(row), ...columns.fields(row, this.finder, placeOf(row)),
        })
      }
    }
  }

  private endIn(columns: Columns, row: TableRow, end: 'from' | 'to', placeOf: (row: TableRow) => string): string {
    const id = columns.get(row, `${end} id`)
    if (id !== '' && this.finder.has(id)) return id
    return this.end(columns.get(row, end) || id, columns.get(row, `${end} place`), placeOf(row))
  }

  private known(name: string, home: string): string | undefined {
    return this.finder.has(name) && home === '' ? name : (this.byName.get(`${wordKey(name)}\n${wordKey(home)}`) ?? (home === '' ? this.byName.get(wordKey(name)) : undefined))
  }

  /** The element of that name (on that site, where ties say one); one that no row names is added, and said. */
  private end(name: string, home: string, place: string, isSaid = true): string {
    if (name === '') return ''
    const known = this.known(name, home)
    if (known !== undefined) return known
    if (isSaid) this.finder.mended(place, 'a tie names an element that has no row of its own; it was added')
    const id = this.finder.element(place, { id: this.freeId(home === '' ? name : `${name} (${home})`), name, values: home === '' ? [] : [['Organisation', home]] })
    this.byName.set(`${wordKey(name)}\n${wordKey(home)}`, id)
    if (!this.byName.has(wordKey(name))) this.byName.set(wordKey(name), id)
    return id
  }

  /** A name does for an id where the sheet has none, as long as nothing has it. */
  private freeId(name: string): string {
    let id = name
    // Where one name stands thousands of times, the search goes on from the last number.
    let n = this.next.get(name) ?? 2
    for (; this.finder.has(id); n++) id = `${name} ${n}`
    this.next.set(name, n)
    return id
  }

  private ragged(header: TableRow, row: TableRow, placeOf: (row: TableRow) => string): void {
    if (row.cells.slice(header.cells.length).some((cell) => cell.trim() !== '')) this.finder.mended(placeOf(row), 'the row is longer than the first; what stands past it is kept as “Column” and its number')
  }
}

/** The cells of a row by what their headers mean. */
class Columns {
  private readonly at = new Map<Header, number>()
  private readonly own: (string | null)[]
  private readonly fieldAt: readonly (readonly [at: number, field: Field])[]

  constructor(header: TableRow, headers: readonly (Header | undefined)[], known: ReadonlyMap<string, Field | null> = new Map()) {
    const taken = new Set<string>()
    headers.forEach((one, i) => one !== undefined && this.at.set(one, i))
    this.own = header.cells.map((cell, i) => {
      if (headers[i] !== undefined || known.has(cell)) return null
      const said = plainCell(cell.trim())
      const title = /^Fact:(?: |$)/.test(said) ? said.slice('Fact: '.length) : said || `Column ${i + 1}`
      const free = taken.has(title) ? `${title} ${i + 1}` : title
      taken.add(free)
      return free
    })
    this.fieldAt = header.cells.flatMap((cell, i): (readonly [number, Field])[] => {
      const field = known.get(cell)
      return field ? [[i, field]] : []
    })
  }

  get({ cells }: TableRow, header: Header): string {
    const at = this.at.get(header)
    return at === undefined ? '' : plainCell((cells[at] ?? '').trim())
  }

  fields({ cells }: TableRow, finder: Finder, place: string): { readonly fields?: Fields } {
    if (this.fieldAt.length === 0) return {}
    return { fields: Object.fromEntries(this.fieldAt.flatMap(([at, field]) => {
      const value = ownValue(field, plainCell(cells[at] ?? ''), finder, place)
      return value === undefined ? [] : [[field.name, value]]
    })) }
  }

  others({ cells }: TableRow): readonly (readonly [string, Value])[] {
    return cells.flatMap((cell, i): (readonly [string, Value])[] => {
      const title = i < this.own.length ? this.own[i] : `Column ${i + 1}`
      return title == null || cell.trim() === '' ? [] : [[title, cellValue(plainCell(cell.trim()))]]
    })
  }
}

/** A number where it would be written the same way: a telephone number or a code with a nought before it stays text. */
function cellValue(text: string): Value {
  const value = valueOf(text, true)
  return typeof value === 'number' && String(value) === text ? value : text
}

function severalIn(cell: string): readonly string[] {
  return [...new Set(cell.split('|').map((one) => one.trim()).filter((one) => one !== ''))]
}
