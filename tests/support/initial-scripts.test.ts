import { expect, test } from 'vitest'
import { initialScripts } from './initial-scripts.mjs'

const files: Record<string, string> = {
  'assets/index.js': "import { a } from './shared.js'; export { b } from './more.js'; void import('./later.js'); a();",
  'assets/shared.js': "import './index.js'; export const a = () => {};",
  'assets/more.js': 'export const b = 1;',
  'assets/preloaded.js': 'export const c = 1;',
  'assets/later.js': 'export const d = 1;',
}
const html = `<script type="module" crossorigin src="./assets/index.js"></script>
  <link rel="modulepreload" crossorigin href="./assets/preloaded.js"><link rel="icon" href="./a.svg">`

test('What starts with the page is weighed, what is loaded later is not', () => {
  const found = initialScripts(html, (path) => files[path] ?? expect.unreachable(path))
  expect(found.map(({ path }) => path).toSorted()).toEqual([
    'assets/index.js',
    'assets/more.js',
    'assets/preloaded.js',
    'assets/shared.js',
  ])
  expect(found.every(({ gzipped }) => gzipped > 20)).toBe(true)
})
