import { expect, test as base, type Page } from './fixture.ts'
import { OwnHost } from './own-host.ts'

const test = base.extend<{ host: OwnHost }>({
  host: async ({ browserName: _ }, use) => {
    const host = await OwnHost.start()
    await use(host)
    await host.end()
  },
})

test.use({ isInstalled: true })

const part = 'assets/part-of-the-first-build.js'

interface Build {
  readonly id: string
  readonly files: readonly string[]
}

/** Rewrites the list of files that stands in the first line of the service worker. */
function changeBuild(host: OwnHost, edit: (build: Build) => Build): Promise<void> {
  return host.change('service-worker.js', (text) =>
    text.replace(
      /^const BUILD = (.*)/,
      (_, build: string) => `const BUILD = ${JSON.stringify(edit(JSON.parse(build)))}`,
    ),
  )
}

/** Makes of the copy a build with one more part, as if the app loaded it later. */
async function addPart(host: OwnHost): Promise<void> {
  await host.change(part, () => 'export const answer = 42;\n')
  await changeBuild(host, ({ id, files }) => ({ id, files: [...files, part] }))
}

/** Puts a newer build in the place of the first, as far as a browser can tell: other names, another list. */
async function release(host: OwnHost): Promise<void> {
  const entry = /assets\/index-[\w-]+\.js/
  const before = entry.exec(await host.read('index.html'))?.[0] ?? ''
  const after = 'assets/index-newer.js'
  const script = await host.read(before)
  await host.change(after, () => script)
  await host.change('index.html', (text) => text.replace(before, after).replace('<title>', '<title>Newer '))
  await changeBuild(host, ({ files }) => ({
    id: '0123456789abcdef',
    files: files.filter((file) => file !== part).map((file) => (file === before ? after : file)),
  }))
}

async function visit(page: Page, host: OwnHost): Promise<void> {
  await page.goto(host.url)
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

const screen = (page: Page) => page.locator('#root > *').first()
const newer = (page: Page) => page.getByRole('button', { name: 'Take it up' })
const caches = (page: Page) => page.evaluate(() => window.caches.keys())

test('After one visit the app opens without a network', async ({ page, host }) => {
  await visit(page, host)
  await host.switchOff()

  await page.reload()
  await expect(screen(page)).toBeVisible()
  const statuses = await page.evaluate(
    (urls) => Promise.all(urls.map(async (url) => (await fetch(url)).status)),
    ['manifest.webmanifest', 'icons/mark-192.png', 'icons/mark-512.png'],
  )
  expect(statuses).toEqual([200, 200, 200])

  await page.goto(`${host.url}some/old/address?from=mail`)
  await expect(screen(page)).toBeVisible()
})

test('Every built file is on the device after one visit', async ({ page, host }) => {
  await visit(page, host)
  const kept = await page.evaluate(async () => {
    const [name = ''] = await window.caches.keys()
    const requests = await (await window.caches.open(name)).keys()
    return requests.map(({ url }) => new URL(url).pathname)
  })
  const built = (await host.addresses()).filter((path) => path !== '/service-worker.js')
  expect(kept.toSorted()).toEqual(built.map((path) => (path === '/index.html' ? '/' : path)).toSorted())
})

test('A newer version is offered and never forced', async ({ page, host }) => {
  await visit(page, host)
  await release(host)

  await page.reload()
  await expect(newer(page)).toBeVisible()
  await expect(page).toHaveTitle('Sightlines')
  await page.reload()
  await expect(page).toHaveTitle('Sightlines')

  await newer(page).click()
  await expect(page).toHaveTitle('Newer Sightlines')
  await expect(newer(page)).toBeHidden()
})

test('A page that stays open keeps the lazy parts of its own version', async ({ page, context, host }) => {
  await addPart(host)
  await visit(page, host)
  await release(host)
  await host.remove(part)

  const second = await context.newPage()
  await second.goto(host.url)
  await newer(second).click()
  await expect(second).toHaveTitle('Newer Sightlines')
  await second.waitForFunction(async () => (await navigator.locks.query()).held?.length === 2)

  await expect(page).toHaveTitle('Sightlines')
  const loaded = await page.evaluate((path) => fetch(path).then((response) => response.text()), part)
  expect(loaded).toContain('42')
  expect(await caches(second)).toHaveLength(2)

  await page.close()
  await second.reload()
  await expect.poll(() => caches(second)).toEqual(['sightlines 0123456789abcdef'])
})

test('The headers and the one policy let nothing foreign run', async ({ page, host }) => {
  await visit(page, host)
  const response = await page.reload()
  const headers = response?.headers() ?? {}
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers['cross-origin-embedder-policy']).toBe('require-corp')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
})
