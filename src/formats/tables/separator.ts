const SEPARATORS = ['\t', ',', ';', '|'] as const
/** Rows looked at to find the separator. */
const LOOKED_AT = 50

/** The one that splits most of the first lines into as many cells as the first line has; a comma where none does. */
export function separatorOf(text: string): string {
  const lines = text.slice(0, 100_000).split(/\r\n|\r|\n/u, LOOKED_AT).filter((line) => line.trim() !== '').map((line) => line.replace(/"(?:[^"]|"")*"/gu, ''))
  let best: { readonly separator: string; readonly score: number } = { separator: ',', score: 0 }
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length)
    const usual = counts[0] ?? 1
    const score = usual > 1 ? counts.filter((count) => count === usual).length : 0
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}
