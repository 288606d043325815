import { expect, test } from 'vitest'
import { plainCell } from '../../src/formats/sheets/neutral-cell.ts'
import { sheetsOf } from '../../src/formats/sheets/sheets.ts'
import { LONGEST_CELL } from '../../src/formats/xlsx/write-xlsx.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { naughtyMap } from '../support/naughty.ts'
import { everyElement, readXml, textOf } from '../support/well-formed.ts'
import { formatOf, oddMap, writtenAs } from '../support/written-as.ts'

/** A workbook's sheets by name, each a list of rows of cells by their column's letters. */
async function workbook(map: SystemMap): Promise<ReadonlyMap<string, readonly ReadonlyMap<string, string | number>[]>> {
  const files = await writtenAs(formatOf('xlsx'), map)
  for (const text of Object.values(files)) readXml(text)
  const elements = (name: string, of: string) => [...everyElement(readXml(files[name] ?? ''))].filter((one) => one.name === of)
  const targets = new Map(elements('xl/_rels/workbook.xml.rels', 'Relationship').map(({ attributes }) => [attributes.get('Id'), `xl/${attributes.get('Target')}`]))
  return new Map(elements('xl/workbook.xml', 'sheet').map(({ attributes }) => {
    const rows = elements(targets.get(attributes.get('r:id')) ?? '', 'row').map((row) => new Map([...everyElement(row)].filter(({ name }) => name === 'c').map((cell) => {
      const value = textOf(cell)
      return [(cell.attributes.get('r') ?? '').replace(/\d+/, ''), cell.attributes.has('t') ? plainCell(value.replaceAll('_x005F_', '_')) : Number(value)] as const
    })))
    return [attributes.get('name') ?? '', rows]
  }))
}

const inCell = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '\ufffd')

test('A workbook holds the tables cell for cell, over 8 generated maps and every naughty string', async () => {
  for (const map of [naughtyMap, ...Array.from({ length: 8 }, (_, seed) => oddMap(seed))]) {
    const read = await workbook(map)
    const sheets = sheetsOf({ map, contents: new Map() })
    expect([...read.keys()]).toEqual(sheets.map(({ name }) => name))
    for (const { name, columns, rows } of sheets) {
      const cells = rows.map((row) => row.filter((cell) => cell !== null).map((cell) => (typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : typeof cell === 'string' ? inCell(cell).slice(0, LONGEST_CELL - 1) : cell)))
      const [head, ...body] = (read.get(name) ?? []).map((row) => [...row.values()].map((cell) => (typeof cell === 'string' ? cell.slice(0, LONGEST_CELL - 1) : cell)))
      expect(head, name).toEqual(columns.map(({ title }) => inCell(title)))
      expect(body, name).toEqual(cells)
    }
  }
})
