const num = (value: number): string => String(Math.round(value * 1000) / 1000)

/** How many numbers each command of our own paths takes; all are absolute. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 }

/** SVG path data as PDF operators, in the same coordinates. */
export function pathOperators(d: string): string {
  const out: string[] = []
  let [x, y] = [0, 0]
  let start: readonly [number, number] = [0, 0]
  for (const [, letter = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const takes = TAKES[letter]
    if (takes === undefined) throw new Error(`A path holds ${letter}, which a PDF page cannot be given`)
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    if (letter === 'Z') {
      out.push('h')
      ;[x, y] = start
    }
    for (let i = 0; takes > 0 && i + takes <= numbers.length; i += takes) {
      const [a = 0, b = 0, c = 0, e = 0] = numbers.slice(i, i + takes)
      if (letter === 'C') out.push(`${numbers.slice(i, i + 6).map(num).join(' ')} c`)
      else if (letter === 'Q') out.push(`${[x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), c + (2 / 3) * (a - c), e + (2 / 3) * (b - e), c, e].map(num).join(' ')} c`)
      const [toX, toY] = letter === 'H' ? [a, y] : letter === 'V' ? [x, a] : [numbers[i + takes - 2] ?? 0, numbers[i + takes - 1] ?? 0]
      if (letter === 'M' && i === 0) {
        start = [toX, toY]
        out.push(`${num(toX)} ${num(toY)} m`)
      } else if (letter !== 'C' && letter !== 'Q') out.push(`${num(toX)} ${num(toY)} l`)
      ;[x, y] = [toX, toY]
    }
  }
  return out.join('\n')
}
