// Measures the built app in a browser: every tests/bench/*.bench.ts, or those whose names are given.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { preview, runnerImport } from 'vite'
import { findBrowser, launchArgs } from '../support/find-browser.mjs'

/** @typedef {import('./bench.ts').Bench} Bench @typedef {import('./bench.ts').Figure} Figure */

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'tests/bench')
const asked = process.argv.slice(2)

/** @param {Figure} figure */
function verdict({ value, goal }) {
  if (goal === undefined) return ''
  const isReached = 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast
  const number = 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`
  return `${number}  ${isReached ? 'reached' : 'MISSED'}`
}

const found = await findBrowser()
const server = await preview({ root, logLevel: 'silent', preview: { host: '127.0.0.1', port: 0 } })
const url = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch({
  executablePath: found.path,
  args: launchArgs,
  env: { ...process.env, ...found.env },
})

/** @type {{ title: string, figures: readonly Figure[] }[]} */
const done = []
let failed = 0
const files = readdirSync(folder).filter((name) => /\.bench\.(ts|mjs)$/.test(name))
for (const file of files.filter((name) => asked.length === 0 || asked.some((word) => name.includes(word)))) {
  const { module } = await runnerImport(join(folder, file), { configFile: false, logLevel: 'error' })
  const { bench } = /** @type {{ bench: Bench }} */ (module)
  console.log(`\n${bench.title}`)
  try {
    const figures = await bench.run({
      url,
      browser,
      async open(path = '', before) {
        const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' })
        if (before) await context.addInitScript(before)
        const page = await context.newPage()
        await page.goto(url + path)
        return page
      },
    })
    for (const figure of figures) {
      const { name, value, unit } = figure
      console.log(`  ${name.padEnd(48)} ${value.toFixed(1).padStart(9)} ${unit.padEnd(4)} ${verdict(figure)}`)
    }
    done.push({ title: bench.title, figures })
  } catch (error) {
    failed += 1
    console.error(error)
  }
  await Promise.all(browser.contexts().map((context) => context.close()))
}
await browser.close()
await server.close()

const machine = {
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memory: totalmem(),
  node: process.version,
  browser: browser.version(),
}
mkdirSync(join(folder, 'results'), { recursive: true })
const at = join(folder, 'results/latest.json')
writeFileSync(at, `${JSON.stringify({ at: new Date().toISOString(), machine, benches: done }, null, 2)}\n`)
console.log(`\nWritten to ${at}`)
process.exitCode = failed === 0 ? 0 : 1
