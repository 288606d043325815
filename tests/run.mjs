// Runs every check, or those named on the command line, and says how many passed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import '../.ci/install.mjs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ needs?: string, run: () => Count | Promise<Count> }} Stage
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const results = join(root, 'tests/results')
const largestStart = 260_000

/** @param {string} script @param {string[]} args @param {Record<string, string>} env */
function run(script, args, env = {}) {
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }
  return spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], options).status === 0
}

/** @param {boolean} isPassed @returns {Count} */
const one = (isPassed) => ({ passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 })

/** Reads a report that a test runner wrote; a runner that fails without a failed test counts as one.
 * @param {string} file @param {boolean} isPassed @param {(report: any) => Count} read @returns {Count} */
function counted(file, isPassed, read) {
  try {
    const count = read(JSON.parse(readFileSync(file, 'utf8')))
    const isSilent = count.passed + count.failed === 0 || (!isPassed && count.failed === 0)
    return isSilent ? { ...count, failed: 1 } : count
  } catch {
    return one(false)
  }
}

function unit() {
  const file = join(results, 'unit.json')
  rmSync(file, { force: true })
  const isPassed = run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    '--allowOnly=false',
  ])
  return counted(file, isPassed, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))
}

/** @param {string} name @param {string[]} args @param {Record<string, string>} env */
function playwright(name, args, env = {}) {
  const file = join(results, `${name}.json`)
  rmSync(file, { force: true })
  const isPassed = run('@playwright/test/cli.js', ['test', '-c', 'tests/e2e/playwright.config.ts', ...args], {
    ...env,
    SIGHTLINES_REPORT: file,
  })
  return counted(file, isPassed, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
}

async function size() {
  const { initialScripts } = await import('./support/initial-scripts.mjs')
  const dist = join(root, 'dist')
  const scripts = initialScripts(readFileSync(join(dist, 'index.html'), 'utf8'), (path) =>
    readFileSync(join(dist, path), 'utf8'),
  )
  const total = scripts.reduce((sum, { gzipped }) => sum + gzipped, 0)
  for (const { path, gzipped } of scripts) console.log(`${String(gzipped).padStart(9)}  ${path}`)
  console.log(`${String(total).padStart(9)}  bytes of script to start, gzipped; ${largestStart} at most`)
  return one(scripts.length > 0 && total <= largestStart)
}

/** @type {Readonly<Record<string, Stage>>} */
const stages = {
  types: { run: () => one(run('typescript/bin/tsc', ['-b'])) },
  lint: { run: () => one(run('oxlint/bin/oxlint', ['--deny-warnings', '--report-unused-disable-directives'])) },
  unused: { run: () => one(run('knip/bin/knip.js', ['--no-progress'])) },
  unit: { run: unit },
  build: { run: () => one(run('vite/bin/vite.js', ['build'])) },
  size: { needs: 'build', run: size },
  e2e: { needs: 'build', run: () => playwright('e2e', []) },
  torture: { needs: 'build', run: () => playwright('torture', ['kept/kill.spec.ts'], { SIGHTLINES_KILLS: '500' }) },
}

const everything = ['types', 'lint', 'unused', 'unit', 'build', 'size', 'e2e']
const asked = process.argv.length > 2 ? process.argv.slice(2) : everything
const unknown = asked.filter((name) => !(name in stages))
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are ${Object.keys(stages).join(', ')}.`)
  process.exit(2)
}

mkdirSync(results, { recursive: true })
/** @type {Map<string, Count>} */
const done = new Map()
/** @type {string[]} */
const lines = []
for (const name of asked) {
  const stage = /** @type {Stage} */ (stages[name])
  const needed = stage.needs === undefined ? undefined : done.get(stage.needs)
  const isMissing = needed !== undefined && needed.failed > 0
  console.log(`\n── ${name}`)
  const began = Date.now()
  let count = one(false)
  try {
    if (!isMissing) count = await stage.run()
  } catch (error) {
    console.error(error)
  }
  const { passed, failed, skipped } = count
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  done.set(name, count)
  const note = isMissing ? `not run: ${stage.needs} failed` : `${seconds} s`
  lines.push(
    `${failed === 0 ? 'passed' : 'FAILED'}  ${name.padEnd(8)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${String(skipped).padStart(3)} skipped  ${note}`,
  )
}

const all = [...done.values()]
const passed = all.reduce((sum, count) => sum + count.passed, 0)
const failed = all.reduce((sum, count) => sum + count.failed, 0)
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
