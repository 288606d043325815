/** A row of a sheet, with its number there, from 1. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly number: number
}

/** A sheet, or a file of rows. */
export interface Table {
  /** Its name where there are several; empty where there is one. */
  readonly name: string
  readonly rows: readonly TableRow[]
}

/** What a column of a sheet is by its header. Any other is a column of its own. */
export type Header = 'id' | 'name' | 'description' | 'tags' | 'x' | 'y' | 'from' | 'from id' | 'from place' | 'to' | 'to id' | 'to place' | 'label' | 'delay'

const place = (words: string) => new RegExp(`^(?:(?:site|org|organi[sz]ation|trust|place)(?: of)?(?: the)? (?:${words})|(?:${words}) (?:site|org|organi[sz]ation|trust|place))$`)

const OF_ELEMENTS: readonly (readonly [Header, RegExp])[] = [
  ['name', /^(?:label|name|element|title|stakeholders?|actor|node|who)$/],
  ['id', /^(?:id|key|identifier)$/],
  ['description', /^description$/],
  ['tags', /^tags?$/],
  ['x', /^x$/],
  ['y', /^y$/],
]
const OF_TIES: readonly (readonly [Header, RegExp])[] = [
  ['from', /^(?:from|source|sender|from name|from element)$/],
  ['from id', /^(?:from|source) id$/],
  ['from place', place('source|from')],
  ['to', /^(?:to|target|destination|receiver|to name|to element)$/],
  ['to id', /^(?:to|target) id$/],
  ['to place', place('target|to|destination')],
  ['id', /^(?:id|key|identifier)$/],
  ['label', /^(?:label|name|what)$/],
  ['description', /^description$/],
  ['delay', /^(?:delay|delayed|after a while)$/],
]

const headerKey = (cell: string) => cell.toLowerCase().replace(/[_\-.\s]+/gu, ' ').trim()

/** Each column's meaning by its header; undefined where it is a column of its own. */
export function headersOf(row: TableRow, of: 'elements' | 'ties'): readonly (Header | undefined)[] {
  const taken = new Set<Header>()
  return row.cells.map((cell) => {
    const found = (of === 'ties' ? OF_TIES : OF_ELEMENTS).find(([header, words]) => words.test(headerKey(cell)) && !taken.has(header))?.[0]
    if (found !== undefined) taken.add(found)
    return found
  })
}

/** What a section holds by its header row; null where the row is no header. */
export function sortOf(row: TableRow): 'elements' | 'ties' | null {
  const ties = headersOf(row, 'ties')
  const has = (one: Header, other: Header) => ties.includes(one) || ties.includes(other)
  if (has('from', 'from id') && has('to', 'to id')) return 'ties'
  const elements = headersOf(row, 'elements')
  return elements.includes('name') || elements.includes('id') ? 'elements' : null
}

export function isBlank({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** A sheet in its sections: two blank rows begin a new one. Blank rows are left out. */
export function sectionsOf({ rows }: Table): readonly (readonly TableRow[])[] {
  const sections: TableRow[][] = [[]]
  let blank = 0
  for (const row of rows) {
    if (isBlank(row)) blank++
    else {
      if (blank >= 2 && sections.at(-1)?.length) sections.push([])
      blank = 0
      sections.at(-1)?.push(row)
    }
  }
  return sections.filter((section) => section.length > 0)
}
