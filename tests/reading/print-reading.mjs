// Prints everything that the engine derives from a map's file, as one line of JSON.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error('Which file? npm run reading -- FILE.sightlines.json')
  process.exit(2)
}

/** @param {string} file */
const load = async (file) =>
  (await runnerImport(join(root, file), { configFile: false, logLevel: 'error' })).module

const { readNative } = /** @type {typeof import('../../src/formats/native/read-native.ts')} */ (
  await load('src/formats/native/read-native.ts')
)
const { asLine, derivedValues } = /** @type {typeof import('./derived-values.ts')} */ (
  await load('tests/reading/derived-values.ts')
)

const read = readNative(readFileSync(path, 'utf8'))
if (!read.ok) {
  console.error(`${path}: ${read.place}: ${read.reason}`)
  process.exit(1)
}
console.log(asLine(derivedValues(read.whole)))
