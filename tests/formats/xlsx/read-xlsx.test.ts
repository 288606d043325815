import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { xlsx } from '../../../src/formats/xlsx/xlsx.ts'
import { readNative } from '../../../src/formats/native/read-native.ts'
import { firstIn, mapOf, refusalOf } from '../../support/find.ts'

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** A workbook as Excel writes one: shared strings, styles, sheets in an order of their own. */
function book(sheets: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = Object.keys(sheets)
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${MAIN}><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="r${i}" Target="${i === 0 ? '/xl/' : ''}worksheets/s${i}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/s${i}.xml`, `<worksheet ${MAIN}><sheetData>${sheets[name]}</sheetData></worksheet>`])),
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

const STRINGS = `<sst ${MAIN}><si><t>Label</t></si><si><t>Type</t></si><si><r><t>Stroke </t></r><r><t>ward</t></r><rPh><t>reading</t></rPh></si><si><t>team</t></si><si><t>Since</t></si></sst>`
const STYLES = `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>`

test('shared, inline and computed texts, dates, flags, gaps and sheets to be ignored', async () => {
  const { elements, ties, losses, repairs } = await firstIn(book({
    People: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>4</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>3</v></c><c r="D3" s="1"><v>42506</v></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>GP_x005F_x000D_ &amp; co</t></is></c><c r="C4" t="b"><v>1</v></c><c r="D4" s="2"><v>42506.5</v></c></row>',
    Links: '<row><c t="inlineStr"><is><t>From</t></is></c><c t="inlineStr"><is><t>To</t></is></c><c t="inlineStr"><is><t>Weight</t></is></c></row><row><c t="str"><f>A3</f><v>Stroke ward</v></c><c t="inlineStr"><is><t>Nobody</t></is></c><c><v>1.5</v></c></row>',
    'Old (ignore)': '<row><c t="inlineStr"><is><t>Label</t></is></c></row>',
  }, { 'xl/sharedStrings.xml': STRINGS, 'xl/styles.xml': STYLES }))
  expect(elements.map(({ name, values }) => [name, ...values])).toEqual([
    ['Stroke ward', ['Type', 'team'], ['Since', '2016-05-16']], ['GP_x000D_ & co', ['Column 3', 'yes'], ['Since', '2016-05-16 12:00']], ['Nobody'],
  ])
  expect(ties.map(({ from, to, values }) => [from, to, ...values])).toEqual([['Stroke ward', 'Nobody', ['Weight', 1.5]]])
  expect(losses.map(({ place }) => place)).toEqual(['“Old (ignore)”'])
  expect(repairs.map(({ place }) => place)).toEqual(['“Links”, row 2'])
})

test('what Sightlines writes comes back', async () => {
  const sample = readNative(readFileSync(new URL('../../../src/templates/harbour-city.sightlines.json', import.meta.url)))
  if (!sample.ok) throw new Error(sample.reason)
  const written = await (await xlsx.load()).write?.(sample.whole, { app: '1', savedAt: '2026-11-25T12:00:00Z', includePrivate: false })
  const map = mapOf(await firstIn(written ?? new Uint8Array()))
  const said = (of: typeof map) => new Map([...of.elements.values()].map(({ id, name, kind, organisation }) => [id, [name, kind, of.organisations.get(organisation ?? '')?.name]]))
  expect(said(map)).toEqual(said(sample.whole.map))
  expect(map.relationships.size).toBe(94)
})

test.each([
  ['a document type in a sheet', book({ A: '' }, { 'xl/worksheets/s0.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }), /“xl\/worksheets\/s0.xml” in it, line 1/, /DOCTYPE/],
  ['a sheet that is cut', book({ A: '' }, { 'xl/worksheets/s0.xml': '<worksheet><sheetData><row>' }), /s0\.xml” in it, line 1/, /cut short/],
  ['no sheet', book({}), /The workbook/, /no sheet/],
  ['nothing in its sheets', book({ A: '' }), /The file/, /no row in it/],
  ['a zip bomb', book({ A: ' '.repeat(80_000_000) }), /./, /200 times its size|larger than 64 MB/],
] as const)('%s is refused', async (_, bytes, place, reason) => {
  const refusal = await refusalOf(bytes)
  expect(refusal?.place).toMatch(place)
  expect(refusal?.reason).toMatch(reason)
})
