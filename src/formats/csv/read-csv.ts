import type { Source } from '../format.ts'
import { decode } from '../found/decode.ts'
import { Refusal } from '../found/finder.ts'
import type { FoundFile } from '../found/found.ts'
import type { Table } from '../tables/table.ts'
import { parseCsv } from '../tables/parse-csv.ts'
import { readTables } from '../tables/read-tables.ts'
import { unzipFiles } from '../zip.ts'

/** Reads separated text, or every such file of a zip. */
export function* findCsv({ bytes, packed }: Source): Generator<number, FoundFile> {
  const isZip = packed.length > 0
  const repairs: { place: string; words: string }[] = []
  const tables: Table[] = []
  for (const { name, content } of isZip ? filesIn(bytes) : [{ name: '', content: bytes }]) {
    const { text, repairs: more } = decode(content, 'western')
    repairs.push(...more.map(({ place, words }) => ({ place: name === '' ? place : `“${name}”, ${place.toLowerCase()}`, words })))
    tables.push({ name: name.replace(/^.*\//, '').replace(/\.\w+$/, ''), rows: yield* parseCsv(text.replace(/^\ufeff/, '')) })
  }
  return { ok: true, format: isZip ? 'tables (CSV)' : 'a table (CSV)', maps: [readTables(tables, repairs)] }
}

function filesIn(bytes: Uint8Array) {
  const unzipped = unzipFiles(bytes)
  if (!unzipped.ok) throw new Refusal(unzipped.place, unzipped.reason)
  return unzipped.files.filter(({ name }) => /\.(?:csv|tsv|txt)$/i.test(name) && !/(?:^|\/)[._]/.test(name))
}
