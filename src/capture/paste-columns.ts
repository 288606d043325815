import { ELEMENT_KINDS, TIE_KINDS, type ElementKind, type TieKind } from '../model/kinds.ts'
import type { MapContent } from '../model/system-map.ts'
import { isMatrix } from './paste-matrix.ts'
import { findElement, findOrganisation, keyOf } from './names.ts'

export type PasteAs = 'elements' | 'ties' | 'lines' | 'matrix'
export type ColumnUse =
  | 'name' | 'organisation' | 'kind' | 'description' | 'tags'
  | 'from' | 'from organisation' | 'to' | 'to organisation' | 'label' | 'strength' | 'quality' | 'direction' | 'sign'
  | 'fact' | 'ignore'

interface Use {
  readonly use: ColumnUse
  readonly title: string
  /** Headers that mean it, as they are compared. */
  readonly headers: RegExp
  /** Headers that mean it in the first column only: further on they are kinds. */
  readonly first?: RegExp
}

const end = (words: string) => new RegExp(`^(?:(?:site|org|organisation|organization|trust|place)(?: of)?(?: the)? (?:${words})|(?:${words}) (?:site|org|organisation|organization|trust|place))$`, 'u')
const KIND: Use = { use: 'kind', title: 'Kind', headers: /^(?:kind|type|element type|connection type|category)$/u }
const DESCRIPTION: Use = { use: 'description', title: 'Description', headers: /^(?:description|notes?|comments?)$/u }
const FACT: Use = { use: 'fact', title: 'Fact', headers: /^$/u }
const IGNORE: Use = { use: 'ignore', title: 'Ignore', headers: /^(?:#|no|nr|row)$/u }

/** What a column may be, in the order that the menu shows. */
export const COLUMN_USES: Readonly<Record<PasteAs, readonly Use[]>> = {
  elements: [
    { use: 'name', title: 'Name', headers: /^(?:name|label|element|title|stakeholders?|actor|node|id)$/u, first: /^(?:who|roles?|teams?|wards?|services?|people)$/u },
    { use: 'organisation', title: 'Organisation', headers: /^(?:organisation|organization|org|site|trust|employer|agency|owner)$/u },
    KIND, DESCRIPTION,
    { use: 'tags', title: 'Tags', headers: /^(?:tags?)$/u },
    FACT, IGNORE,
  ],
  ties: [
    { use: 'from', title: 'From', headers: /^(?:from|source|sender|from name|from element)$/u },
    { use: 'from organisation', title: 'From, organisation', headers: end('source|from') },
    { use: 'to', title: 'To', headers: /^(?:to|target|destination|receiver|to name|to element)$/u },
    { use: 'to organisation', title: 'To, organisation', headers: end('target|to|destination') },
    KIND,
    { use: 'label', title: 'Label', headers: /^(?:label|what|relationship|name)$/u },
    { use: 'strength', title: 'Strength', headers: /^strength$/u },
    { use: 'quality', title: 'Quality', headers: /^quality$/u },
    { use: 'direction', title: 'Direction', headers: /^(?:direction|directed|mutual)$/u },
    { use: 'sign', title: 'Sign', headers: /^(?:sign|polarity)$/u },
    DESCRIPTION, FACT, IGNORE,
  ],
  lines: [],
  matrix: [],
}

type Rows = readonly (readonly string[])[]

const headerKey = (cell: string) => keyOf(cell.replace(/[_\-.]+/gu, ' '))

function usesByHeader(header: readonly string[], as: PasteAs): readonly (ColumnUse | undefined)[] {
  const taken = new Set<ColumnUse>()
  return header.map((cell, i) => {
    const key = headerKey(cell)
    const found = COLUMN_USES[as].find((use) => (use.headers.test(key) || (i === 0 && use.first?.test(key))) && !taken.has(use.use))?.use
    if (found !== undefined && found !== 'fact' && found !== 'ignore') taken.add(found)
    return found
  })
}

export function looksLikeHeader(row: readonly string[], as: PasteAs): boolean {
  const uses = usesByHeader(row, as)
  return as === 'ties' ? uses.includes('from') && uses.includes('to') : as === 'elements' && uses.includes('name')
}

/** What each column most likely is: by its header, else by what most of its cells are. Other columns become facts; without a header they have no name to be kept under. */
export function guessColumns(rows: Rows, as: PasteAs, hasHeader: boolean, map: MapContent): readonly ColumnUse[] {
  const [first = []] = rows
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (as === 'lines' || as === 'matrix') return []
  if (hasHeader) {
    const uses = usesByHeader(first, as)
    return Array.from({ length: width }, (_, i) => uses[i] ?? ((first[i] ?? '').trim() === '' ? 'ignore' : 'fact'))
  }
  const uses: ColumnUse[] = Array.from({ length: width }, () => 'ignore')
  const cells = (column: number) => rows.flatMap((row) => (row[column] ?? '').trim() || []).slice(0, 200)
  const most = (column: number, is: (cell: string) => boolean) => {
    const here = cells(column)
    return here.length > 0 && here.filter(is).length * 2 > here.length
  }
  const isKind = (cell: string) => (as === 'ties' ? tieKindFrom(cell) : elementKindFrom(cell)) !== undefined
  const isOrganisation = (cell: string) => 'found' in findOrganisation(map.organisations, cell)
  const wanted: ColumnUse[] = as === 'ties' ? ['from', 'to', 'label'] : ['name']
  for (let column = 0; column < width; column++) {
    if (most(column, isKind) && !uses.includes('kind') && wanted.length < 3) uses[column] = 'kind'
    else if (as === 'elements' && most(column, isOrganisation) && !uses.includes('organisation')) uses[column] = 'organisation'
    else uses[column] = wanted.shift() ?? 'ignore'
  }
  if (as === 'elements' && !uses.includes('name')) uses[0] = 'name'
  return uses
}

/** Elements, ties, or lines as they would be typed. Two columns of names that are here are ties. */
export function guessAs(rows: Rows, map: MapContent): PasteAs {
  const [first = []] = rows
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (isMatrix(rows)) return 'matrix'
  if (looksLikeHeader(first, 'ties')) return 'ties'
  if (looksLikeHeader(first, 'elements')) return 'elements'
  if (filled.some((row) => row.some((cell) => /[<\-=–—£^~+!]>|→|⇒|↔/u.test(cell)))) return 'lines'
  if (filled.some(([cell = '', ...others]) => /^\s*[!！?？]\s*\S/u.test(cell) && others.every((other) => other.trim() === ''))) return 'lines'
  const known = (column: number) => filled.length > 0 && filled.filter((row) => findElement(map, row[column] ?? '', undefined, null)).length * 2 > filled.length
  return known(0) && known(1) ? 'ties' : 'elements'
}

export function elementKindFrom(cell: string): ElementKind | undefined {
  const key = keyOf(cell)
  return ELEMENT_KINDS.find((kind) => kind.value === key || `${kind.value}s` === key)?.value
}

export function tieKindFrom(cell: string): TieKind | undefined {
  const key = keyOf(cell)
  return TIE_KINDS.find((kind) => kind.value === key || kind.title === key || kind.short === key || kind.words.includes(key))?.value
}
