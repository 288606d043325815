// Kills the browser 500 times in the middle of work and looks for anything that the screen had called saved.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** @param {string} script @param {string[]} args */
const run = (script, ...args) => spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, SIGHTLINES_KILLS: process.argv[2] ?? '500' } }).status ?? 1

process.exitCode = run('vite/bin/vite.js', 'build') || run('@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts', 'kept/kill.spec.ts')
