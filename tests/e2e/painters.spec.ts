import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Found } from '../gallery/agreement.ts'
import { expect, test } from './fixture.ts'

const GALLERY = fileURLToPath(new URL('../gallery/index.html', import.meta.url))

/** The gallery, built by itself: it is no part of the app. By its path under `/gallery/`. */
async function built(): Promise<ReadonlyMap<string, { readonly body: Buffer; readonly type: string }>> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const made = await build({ root, base: '/gallery/', logLevel: 'error', publicDir: false, build: { write: false, rolldownOptions: { input: GALLERY } } })
  const files = new Map<string, { body: Buffer; type: string }>()
  for (const bundle of Array.isArray(made) ? made : [made]) {
    if (!('output' in bundle)) continue
    for (const file of bundle.output) {
      const type = file.fileName.endsWith('.js') ? 'text/javascript' : file.fileName.endsWith('.css') ? 'text/css' : file.fileName.endsWith('.html') ? 'text/html' : 'font/woff2'
      files.set(file.fileName, { body: Buffer.from(file.type === 'chunk' ? file.code : file.source), type })
    }
  }
  return files
}

test('Every mark is the same as SVG and on the canvas, in light, dark, grey and forced colours, at three sizes and two pixel ratios', async ({ page }) => {
  test.setTimeout(120_000)
  const files = await built()
  await page.route('**/gallery/**', (route) => {
    const file = files.get(new URL(route.request().url()).pathname.slice('/gallery/'.length))
    return file ? route.fulfill({ body: file.body, contentType: file.type }) : route.fulfill({ status: 404 })
  })
  await page.goto('/gallery/tests/gallery/index.html')
  await expect(page.getByRole('heading', { name: 'Every mark' })).toBeVisible()
  await expect(page.locator('canvas').last()).toBeVisible()

  const found = await page.evaluate(() => (globalThis as unknown as { agreement: () => Promise<readonly Found[]> }).agreement())
  expect(found.flatMap(({ faults }) => faults)).toEqual([])
  // Nothing is held against nothing.
  expect(found.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThan(80_000)
  expect(found.flatMap(({ unseen }) => unseen)).toEqual([])
})
