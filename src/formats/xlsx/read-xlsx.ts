import type { Source } from '../format.ts'
import { Finder, Refusal } from '../found/finder.ts'
import type { FoundFile } from '../found/found.ts'
import { walkXml, xmlText } from '../found/walk-xml.ts'
import { readTables } from '../tables/read-tables.ts'
import type { Table } from '../tables/table.ts'
import { unzipFiles } from '../zip.ts'
import { Rels, SharedStrings, SheetRows, Styles, Workbook } from './workbook-parts.ts'

/** Reads the sheets of a workbook (ECMA-376): what a cell showed last, not how it was computed. */
export function* findXlsx({ bytes }: Source): Generator<number, FoundFile> {
  const unzipped = unzipFiles(bytes)
  if (!unzipped.ok) throw new Refusal(unzipped.place.replace('The zip', 'The workbook'), unzipped.reason)
  const files = new Map(unzipped.files.map(({ name, content }) => [name.replace(/^\//, ''), content]))
  const finder = new Finder()
  function* part<P extends Parameters<typeof walkXml>[1]>(name: string, listener: P): Generator<number, P> {
    const content = files.get(name)
    try {
      if (content) yield* walkXml(xmlText(content, finder), listener)
    } catch (problem) {
      throw problem instanceof Refusal ? new Refusal(`“${name}” in it, ${problem.refused.place.toLowerCase()}`, problem.refused.reason) : problem
    }
    return listener
  }
  const workbook = yield* part('xl/workbook.xml', new Workbook())
  const rels = yield* part('xl/_rels/workbook.xml.rels', new Rels())
  const strings = yield* part('xl/sharedStrings.xml', new SharedStrings())
  const styles = yield* part('xl/styles.xml', new Styles())
  const tables: Table[] = []
  for (const { name, rel } of workbook.sheets) {
    const target = rels.targets.get(rel) ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
    if (!files.has(path)) continue
    const sheet = yield* part(path, new SheetRows(strings.texts, styles, workbook.isFrom1904))
    tables.push({ name, rows: sheet.rows })
  }
  if (tables.length === 0) throw new Refusal('The workbook', 'there is no sheet in it')
  const only = tables.length === 1 ? tables.map((table) => ({ ...table, name: '' })) : tables
  return { ok: true, format: 'a workbook', maps: [readTables(only)] }
}
