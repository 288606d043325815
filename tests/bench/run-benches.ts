import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { findBrowser, launchArgs } from '../support/find-browser.mjs'
import type { Bench, BenchContext, Figure, FigureTable } from './bench.ts'
import { verdictOf } from './goals.ts'
import { limited } from './limited.ts'
import { withSpeed, type BenchResult } from './readme-speed.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const BENCHES = import.meta.glob<{ readonly bench: Bench }>('./*.bench.ts', { eager: true })
/** Seconds that one file of benches may take. */
const MOST = 900

function print({ title, head, rows }: FigureTable): void {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => (row[i] ?? '').length)))
  console.log(`\n  ${title}`)
  for (const row of [head, ...rows]) console.log(`  ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('   ')}`)
}

/** Prints figures with their goals, and gives back the names of those whose goal no slower machine excuses. What a table shows is said again only where a goal is set. */
function judge(figures: readonly Figure[], hasTables: boolean): string[] {
  return figures.filter((figure) => {
    const { words, isMissed, fails } = verdictOf(figure)
    const number = figure.said ?? `${figure.value.toFixed(figure.unit === '×' ? 2 : 1).padStart(9)} ${figure.unit.padEnd(4)}`
    if (!hasTables || words !== '') console.log(`  ${figure.name.padEnd(72)} ${number} ${words}`)
    return isMissed && fails
  }).map(({ name }) => name)
}

/** The words name parts of the bench; `--sizes=200,1000` keeps to maps of these sizes, `--readme` puts the table into the README. */
export async function runBenches(words: readonly string[]): Promise<void> {
  const asked = words.filter((word) => !word.startsWith('--'))
  const found = await findBrowser()
  const server = await preview({ root, logLevel: 'silent', preview: { host: '127.0.0.1', port: 0 } })
  const url = server.resolvedUrls?.local[0] ?? ''
  const launch = () => chromium.launch({ executablePath: found.path, args: launchArgs, env: { ...process.env, ...found.env } })
  const loadBefore = loadavg()[0] ?? 0
  const missed: string[] = []
  const failed: string[] = []
  const benches: BenchResult['benches'][number][] = []
  let version = ''

  for (const [path, { bench }] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.some((word) => path.includes(word))) continue
    console.log(`\n${bench.title}`)
    const begun = performance.now()
    const browser = await launch()
    version = browser.version()
    const open: BenchContext['open'] = async (page = '', before, other = browser) => {
      const context = await other.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' })
      if (before) await context.addInitScript(before)
      const tab = await context.newPage()
      await tab.goto(url + page)
      return tab
    }
    try {
      const { figures, tables = [] } = await limited(MOST, () => bench.run({ url, browser, launch, open }))
      missed.push(...judge(figures, tables.length > 0))
      tables.forEach(print)
      benches.push({ title: bench.title, figures, tables, seconds: Math.round((performance.now() - begun) / 1000) })
    } catch (error) {
      failed.push(bench.title)
      console.error(error)
    }
    console.log(`  (${((performance.now() - begun) / 1000).toFixed(0)} s)`)
    await browser.close()
  }
  await server.close()

  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, memory: totalmem(), node: process.version, browser: version, loadBefore, loadAfter: loadavg()[0] ?? 0 }
  const result: BenchResult = { at: new Date().toISOString(), machine, missed, failed, benches }
  mkdirSync(join(root, 'tests/bench/results'), { recursive: true })
  const at = join(root, 'tests/bench/results/latest.json')
  writeFileSync(at, `${JSON.stringify(result, null, 2)}\n`)
  console.log(`\nWritten to ${at}`)
  if (words.includes('--readme')) {
    const readme = join(root, 'README.md')
    writeFileSync(readme, withSpeed(readFileSync(readme, 'utf8'), result))
  }
  if (missed.length > 0) console.log(`\nRatios and counts whose goal was missed:\n${missed.map((name) => `  ${name}`).join('\n')}`)
  process.exitCode = failed.length === 0 && missed.length === 0 ? 0 : 1
}
