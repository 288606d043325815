import { cp, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../fixture.ts'
import { launchOn } from './killable-browser.ts'
import { beginMap, carryOn, element, listed, saidOfSaving, say } from './map-page.ts'

const NAMES = ['Hospital discharge team', 'Care brokerage', 'Reablement', 'Ward sister']

type Files = { readonly logs: readonly string[]; readonly manifests: readonly string[]; readonly tables: readonly string[] }

const DAMAGES: readonly (readonly [how: string, harm: (files: Files) => Promise<unknown>])[] = [
  ['whose manifest is zeroed', ({ manifests }) => Promise.all(manifests.map(zeroed))],
  ['whose log is cut in half', ({ logs }) => Promise.all(logs.map(async (path) => truncate(path, Math.floor((await readFile(path)).length / 2))))],
  ['with flipped bytes', ({ logs, tables }) => Promise.all([...logs, ...tables].map(flipped))],
  ['whose log is deleted', ({ logs }) => Promise.all(logs.map((path) => rm(path)))],
]

let profile = ''
test.beforeAll(async ({ baseURL }) => {
  profile = await mkdtemp(join(tmpdir(), 'sightlines-damage-'))
  const browser = await launchOn(profile)
  const { page } = browser
  await page.goto(baseURL ?? '')
  await beginMap(page)
  for (const name of NAMES) await say(page, name)
  await expect.poll(() => saidOfSaving(page)).toMatch(/^Saved/)
  // A version makes a second copy at once.
  await page.keyboard.press('Control+s')
  await page.getByRole('dialog', { name: 'Save version' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Save version' }).waitFor({ state: 'hidden' })
  await expect.poll(() => page.evaluate(secondCopies)).toBe(1)
  await browser.close()
})
test.afterAll(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))

for (const [how, harm] of DAMAGES) {
  test(`work in a database ${how} is there, or offered from the second copy`, async ({ baseURL }) => {
    const hurt = await mkdtemp(join(tmpdir(), 'sightlines-hurt-'))
    try {
      await cp(profile, hurt, { recursive: true, filter: (path) => !/Singleton|DevToolsActivePort/.test(path) })
      await harm(await databaseFiles(hurt))
      const browser = await launchOn(hurt)
      await browser.page.goto(baseURL ?? '')
      await expectRecovery(browser.page)
      await browser.close()
    } finally {
      await rm(hurt, { recursive: true, force: true, maxRetries: 5 })
    }
  })
}

test.describe('Emptied', () => {
  // The page that empties it is a bare script, whose icon nobody serves.
  test.use({ expectedErrors: [/favicon/] })

  test('an emptied database is noticed, and its maps are offered from the second copies', async ({ page }) => {
    await page.goto('/')
    await beginMap(page)
    for (const name of NAMES) await say(page, name)
    await page.keyboard.press('Control+s')
    await page.getByRole('dialog', { name: 'Save version' }).waitFor()
    // The file comes after the second copy.
    const downloading = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    await downloading
    await expect.poll(() => page.evaluate(secondCopies)).toBe(1)
    // The page that deletes it must not have it open.
    await page.goto('/service-worker.js')
    await page.evaluate(() => new Promise((resolve) => (indexedDB.deleteDatabase('sightlines').onsuccess = resolve)))
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Bring it back' }).first()).toBeVisible()
    await expectRecovery(page)
  })
})

type Page = Awaited<ReturnType<typeof launchOn>>['page']

/** The whole map, at once or after taking up the offer that the start page makes. */
async function expectRecovery(page: Page): Promise<void> {
  const offer = page.getByRole('button', { name: 'Bring it back' }).first()
  await expect(offer.or(listed(page)).first()).toBeVisible()
  await page.waitForTimeout(500)
  if (await offer.isVisible()) await offer.click()
  await expect(listed(page)).toBeVisible()
  await carryOn(page)
  await page.waitForTimeout(300)
  if (await offer.isVisible()) await offer.click()
  for (const name of NAMES) await expect(element(page, name).first()).toBeVisible()
}

async function databaseFiles(folder: string): Promise<Files> {
  const root = join(folder, 'Default', 'IndexedDB')
  const name = (await readdir(root)).find((entry) => entry.endsWith('.leveldb'))
  if (name === undefined) throw new Error('The profile has no database')
  const all = (await readdir(join(root, name))).map((file) => join(root, name, file))
  return {
    logs: all.filter((path) => path.endsWith('.log')),
    manifests: all.filter((path) => /MANIFEST-\d+$/.test(path)),
    tables: all.filter((path) => path.endsWith('.ldb')),
  }
}

async function zeroed(path: string): Promise<void> {
  await writeFile(path, new Uint8Array((await readFile(path)).length))
}

/** Every 97th byte of the middle third, turned over. */
async function flipped(path: string): Promise<void> {
  const bytes = await readFile(path)
  for (let at = Math.floor(bytes.length / 3); at < (bytes.length * 2) / 3; at += 97) bytes[at] = 255 - (bytes[at] ?? 0)
  const file = await open(path, 'r+')
  await file.write(bytes, 0, bytes.length, 0)
  await file.close()
}

async function secondCopies(): Promise<number> {
  let count = 0
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('second-copies')
    for await (const name of folder.keys()) if (!name.includes('.')) count++
  } catch {
    // There is no folder yet.
  }
  return count
}
