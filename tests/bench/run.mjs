// Measures the built app in a browser: every tests/bench/*.bench.ts, or those whose names are given.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** @typedef {typeof import('./run-benches.ts')} Benches */

const { module } = await runnerImport(fileURLToPath(new URL('run-benches.ts', import.meta.url)), { configFile: false, logLevel: 'error' })
const { runBenches } = /** @type {Benches} */ (module)
await runBenches(process.argv.slice(2))
process.exit()
