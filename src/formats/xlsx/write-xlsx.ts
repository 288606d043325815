import { neutralCell } from '../sheets/neutral-cell.ts'
import type { Cell, Sheet } from '../sheets/sheet.ts'
import { xmlAttribute, xmlContent } from '../xml-text.ts'
import { zipTexts } from '../zip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Characters that a cell holds; Excel calls a file with more of them damaged. */
export const LONGEST_CELL = 32_767

/**
 * Sheets as a workbook (ECMA-376, SpreadsheetML). Every text is an inline string, which no spreadsheet computes, and has the same quote before it
 * that a CSV cell has, so that it is as safe when it is saved on from there.
 */
export function writeXlsx(sheets: readonly Sheet[], written?: Date): Uint8Array {
  const each = (make: (sheet: Sheet, number: number) => string) => sheets.map((sheet, i) => make(sheet, i + 1)).join('')
  return zipTexts([
    { name: '[Content_Types].xml', text: xml(`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`) },
    { name: '_rels/.rels', text: xml(`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`) },
    { name: 'xl/workbook.xml', text: xml(`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(({ name }, n) => `<sheet name="${xmlAttribute(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`) },
    { name: 'xl/_rels/workbook.xml.rels', text: xml(`<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`) },
    { name: 'xl/styles.xml', text: xml(STYLES) },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, text: sheetXml(sheet) })),
  ], written)
}

const xml = (inside: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${inside}`

/** Style 0 is plain, 1 the bold of the header row. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** The header row stays in sight. */
function sheetXml({ columns, rows }: Sheet): string {
  const names = columns.map((_, i) => letters(i))
  const row = (cells: readonly Cell[], number: number, style: string) => `<row r="${number}">${cells.map((cell, i) => cellXml(cell, `${names[i]}${number}`, style)).join('')}</row>`
  return xml(
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${columns.map((_, i) => `<col min="${i + 1}" max="${i + 1}" width="${i < 2 ? 32 : 16}" customWidth="1"/>`).join('')}</cols>` +
      `<sheetData>${row(columns.map(({ title }) => title), 1, ' s="1"')}${rows.map((cells, i) => row(cells, i + 2, '')).join('')}</sheetData></worksheet>`,
  )
}

function cellXml(cell: Cell, at: string, style: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}"${style}><v>${cell}</v></c>`
  const text = typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cut(neutralCell(cell))
  // Excel takes `_x000D_` for a sign of that number.
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlContent((text.includes('_x') || text.includes('_X') ? text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_') : text))}</t></is></c>`
}

const cut = (text: string): string => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1).replace(/\p{Cs}$/u, '')}…` : text)

/** A, B, …, Z, AA, … */
function letters(column: number): string {
  return (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
}
