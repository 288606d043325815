const SEPARATORS = ['\t', ',', ';'] as const
/** Rows looked at to find the separator. */
const LOOKED_AT = 50

/** Cells of a sheet pasted or copied as text (RFC 4180, and tabs or semicolons alike). Blank rows are kept, so that row numbers stay the sheet's. */
export function readTable(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/^\ufeff/u, '')
  const separator = separatorOf(plain)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= plain.length) {
    const { cell, end } = cellAt(plain, at, separator)
    row.push(unguarded(cell))
    const stop = plain[end]
    if (stop === separator) {
      at = end + 1
      continue
    }
    rows.push(row)
    row = []
    if (stop === undefined) break
    at = end + (stop === '\r' && plain[end + 1] === '\n' ? 2 : 1)
    if (at === plain.length) break
  }
  return rows
}

/** A quote opens at the start of a cell only; one that never closes was a letter of the text. */
function cellAt(text: string, at: number, separator: string): { readonly cell: string; readonly end: number } {
  if (text[at] === '"') {
    let cell = ''
    for (let i = at + 1; i < text.length; i++) {
      const char = text[i] ?? ''
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else {
        const end = endOfCell(text, i + 1, separator)
        return { cell: cell + text.slice(i + 1, end), end }
      }
    }
  }
  const end = endOfCell(text, at, separator)
  return { cell: text.slice(at, end), end }
}

function endOfCell(text: string, at: number, separator: string): number {
  let end = at
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

/** The quote that keeps a spreadsheet from running a cell is no part of it. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell
}

/** Tabs where there are any; else the one of comma and semicolon that splits most lines into the same number of cells. */
function separatorOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/u, LOOKED_AT).filter((line) => line.trim() !== '')
  let best: string = ','
  let most = 0
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"/gu, '').split(separator).length)
    const usual = counts.filter((count) => count > 1 && count === counts[0]).length
    if (separator === '\t' && counts.some((count) => count > 1)) return separator
    if (usual > most) [best, most] = [separator, usual]
  }
  return best
}
