import { plainCell } from '../../src/formats/sheets/neutral-cell.ts'

/** A reader of exactly as much CSV as we write: each row by its header, null where a cell is empty. Throws where the quotes do not close or a row is ragged. */
export function readCsv(text: string): Record<string, string | null>[] {
  if (!text.startsWith('\ufeff')) throw new Error('No byte order mark')
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  cell.lastIndex = 1
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const found = cell.exec(text)
    if (!found) throw new Error(`No cell at ${at}: ${JSON.stringify(text.slice(at, at + 60))}`)
    const [, quoted, bare = '', end] = found
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  rows.pop()
  const [header = [], ...body] = rows.map((cells) => cells.map(plainCell))
  return body.map((cells) => {
    if (cells.length !== header.length) throw new Error(`A row of ${cells.length} cells under ${header.length} titles`)
    return Object.fromEntries(header.map((title, i) => [title, cells[i] === '' ? null : (cells[i] ?? null)]))
  })
}
