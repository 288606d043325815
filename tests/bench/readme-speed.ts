import type { Figure, FigureTable } from './bench.ts'

export interface BenchResult {
  readonly at: string
  readonly machine: { readonly cpu: string; readonly cores: number; readonly memory: number; readonly node: string; readonly browser: string; readonly loadBefore: number; readonly loadAfter: number }
  readonly missed: readonly string[]
  readonly failed: readonly string[]
  readonly benches: readonly { readonly title: string; readonly figures: readonly Figure[]; readonly tables: readonly FigureTable[]; readonly seconds: number }[]
}

/** What stands between these in the README is written by the bench. */
const BEGIN = '<!-- npm run bench -- --readme writes from here -->'
const END = '<!-- to here -->'

/** The map of the table that is shown. */
const SHOWN = '5,000 elements'

/** Figures worth a line of their own: what is said of them, and their names with the unit they are said in. */
const LINES: readonly (readonly [said: string, names: readonly string[]])[] = [
  ['Opening from disk with 8 perspectives, 2,000 / 10,000 elements', ['2,000 · opening from disk, median', '10,000 · opening from disk, median']],
  ['A name to its element on screen, 300 / 5,000 (p95)', ['300 · a name and Enter to its element on screen, p95', '5,000 · a name and Enter to its element on screen, p95']],
  ['A digit to its rating on screen, 300 / 5,000 (p95)', ['300 · a digit to its rating on screen, p95', '5,000 · a digit to its rating on screen, p95']],
  ['Another of 25 perspectives, 300 / 5,000 (p95)', ['300 · another perspective to the screen, p95', '5,000 · another perspective to the screen, p95']],
  ['*Settle*, 5,000 elements', ['5,000 · Settle · time']],
  ['Gathering 6 files of 60 / 2,000 elements', ['60 · gathering, both together', '2,000 · gathering, both together']],
  ['PNG 3840 × 2160 of 300; SVG of 5,000', ['300 · PNG, 3840 × 2160', '5,000 · SVG']],
]

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** The README with the figures of this run; what was not measured in it is left out. */
export function withSpeed(readme: string, { at, machine, benches }: BenchResult): string {
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error('The README has no place for the figures')
  const figures = new Map(benches.flatMap((bench) => bench.figures).map((figure) => [figure.name, figure]))
  const table = benches.flatMap(({ tables }) => tables).find(({ title, head }) => title.startsWith(SHOWN) && head.includes('first paint'))
  const date = new Date(at)
  const on = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  const said = LINES.flatMap(([words, names]) => {
    const values = names.map((name) => figures.get(name))
    return values.every((value) => value !== undefined) ? [row([words, values.map((value) => value.said ?? `${Math.round(value.value)} ms`).join(' / ')])] : []
  })
  const lines = [
    `Measured on ${on}: ${machine.cores} cores, ${Math.round(machine.memory / 1e9)} GB, software rendering, Chromium ${machine.browser.split('.')[0]}. Frames are *p50/p95 ms between presented frames · frames a second*; the first paint begins when the map's bytes are in hand.`,
    ...(table ? ['', row([table.title, ...table.head.slice(1)]), row(table.head.map(() => '---')), ...table.rows.map(row)] : []),
    ...(said.length > 0 ? ['', row(['Sightlines', '']), row(['---', '---']), ...said] : []),
  ]
  return `${readme.slice(0, begin)}${BEGIN}\n${lines.join('\n')}\n${readme.slice(end)}`
}
