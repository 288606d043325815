import type { Tag, XmlListener } from '../found/walk-xml.ts'
import { Refusal } from '../found/finder.ts'
import type { TableRow } from '../tables/table.ts'

/** The most columns that a sheet of Excel has. */
const COLUMNS = 16_384
/** Cells that are read of one sheet: as many as 250,000 ties with eight columns have. */
const MOST_CELLS = 2_000_000

export class Workbook implements XmlListener {
  readonly sheets: { readonly name: string; readonly rel: string }[] = []
  isFrom1904 = false

  open({ name, attributes }: Tag): void {
    if (name === 'sheet') this.sheets.push({ name: attributes.get('name') ?? '', rel: [...attributes].find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '' })
    else if (name === 'workbookPr') this.isFrom1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '')
  }

  close(): void {}
}

export class Rels implements XmlListener {
  readonly targets = new Map<string, string>()

  open({ name, attributes }: Tag): void {
    if (name === 'Relationship') this.targets.set(attributes.get('Id') ?? '', attributes.get('Target') ?? '')
  }

  close(): void {}
}

/** Texts that cells name by their number. Readings of Japanese beside them are no part of them. */
export class SharedStrings implements XmlListener {
  readonly texts: string[] = []
  private now = ''

  open({ name }: Tag): void {
    if (name === 'si') this.now = ''
  }

  close({ name }: Tag, text: string, path: readonly Tag[]): void {
    if (name === 't' && path.at(-1)?.name !== 'rPh') this.now += text
    else if (name === 'si') this.texts.push(plainText(this.now))
  }
}

/** Which styles show a number as a date. */
export class Styles implements XmlListener {
  private readonly formats = new Map<string, string>()
  private readonly styles: string[] = []

  open({ name, attributes }: Tag, path: readonly Tag[]): void {
    if (name === 'numFmt') this.formats.set(attributes.get('numFmtId') ?? '', attributes.get('formatCode') ?? '')
    else if (name === 'xf' && path.at(-1)?.name === 'cellXfs') this.styles.push(attributes.get('numFmtId') ?? '0')
  }

  close(): void {}

  isDate(style: string): boolean {
    const format = this.styles[Number(style)] ?? '0'
    const code = this.formats.get(format)?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    return code === undefined ? (Number(format) >= 14 && Number(format) <= 17) || format === '22' : /[yd]/i.test(code)
  }
}

export class SheetRows implements XmlListener {
  private readonly byNumber = new Map<number, string[]>()
  private readonly strings: readonly string[]
  private readonly styles: Styles
  private readonly isFrom1904: boolean
  private row = 0
  private column = -1
  private cells = 0
  private value = ''

  constructor(strings: readonly string[], styles: Styles, isFrom1904: boolean) {
    this.strings = strings
    this.styles = styles
    this.isFrom1904 = isFrom1904
  }

  /** All rows from the first to the last that has anything, blank ones between too. */
  get rows(): readonly TableRow[] {
    const numbers = [...this.byNumber.keys()].sort((a, b) => a - b)
    // Two blank rows mean as much as a million.
    return numbers.flatMap((number, i) => {
      const gap = Math.min(2, number - (numbers[i - 1] ?? number - 1) - 1)
      return [...Array.from({ length: gap }, (_, n) => ({ cells: [], number: number - gap + n })), { cells: Array.from(this.byNumber.get(number) ?? [], (cell) => cell ?? ''), number }]
    })
  }

  open({ name, attributes, place }: Tag): void {
    if (name === 'row') {
      this.row = Number(attributes.get('r')) || this.row + 1
      this.column = -1
    } else if (name === 'c') {
      const [, letters = '', row] = /^([A-Z]{1,3})(\d+)$/.exec(attributes.get('r') ?? '') ?? []
      this.column = letters === '' ? this.column + 1 : columnOf(letters)
      if (row !== undefined) this.row = Number(row)
      this.value = ''
      if (this.column >= COLUMNS || ++this.cells > MOST_CELLS) throw new Refusal(place, 'the sheet has more cells than Sightlines reads')
    }
  }

  close({ name, attributes }: Tag, text: string, path: readonly Tag[]): void {
    if (name === 'v') this.value = text
    else if (name === 't' && path.at(-1)?.name !== 'rPh' && path.some((tag) => tag.name === 'is')) this.value += text
    else if (name === 'c' && this.value !== '') {
      let cells = this.byNumber.get(this.row)
      if (!cells) this.byNumber.set(this.row, (cells = []))
      cells[this.column] = this.shown(attributes)
    }
  }

  private shown(attributes: ReadonlyMap<string, string>): string {
    const type = attributes.get('t') ?? 'n'
    if (type === 's') return this.strings[Number(this.value)] ?? ''
    if (type === 'b') return this.value === '1' ? 'yes' : 'no'
    if (type === 'n' && this.styles.isDate(attributes.get('s') ?? '')) return dateOf(Number(this.value), this.isFrom1904)
    return plainText(this.value)
  }
}

/** A, B, …, Z, AA, … from 0. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Excel writes signs that XML cannot hold, and text that looks like that, as `_x000D_`. */
function plainText(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

/** Days since the last day of 1899 (or of 1903) as a date; what is none stays a number. */
function dateOf(days: number, isFrom1904: boolean): string {
  const date = new Date(Date.UTC(isFrom1904 ? 1904 : 1899, isFrom1904 ? 0 : 11, isFrom1904 ? 1 : 30) + Math.round(days * 86_400) * 1000)
  if (!Number.isFinite(date.getTime())) return String(days)
  const text = date.toISOString()
  return days % 1 === 0 ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}
