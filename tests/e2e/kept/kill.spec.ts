import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from '../../support/seeded.ts'
import { expect, test, type Page } from '../fixture.ts'
import { drop, HARBOUR_CITY } from '../on-map.ts'
import { launchOn, type KillableBrowser } from './killable-browser.ts'
import { beginMap, capture, carryOn, element, listed, saidOfSaving, say } from './map-page.ts'
import { namesOnDisk } from './on-disk.ts'

/** 100 in the tests, 500 by `npm run torture`: eight in ten while someone types, the others aimed at a fold and at a file that comes in. */
const KILLS = Number(process.env['SIGHTLINES_KILLS'] ?? 100)
const AIMED = KILLS / 10
const SEEDS = KILLS - 2 * AIMED
/** Kills of one profile, one after the other: its map grows, and its log is folded now and then. */
const EACH = 20

for (let first = 0; first < SEEDS; first += EACH) {
  const seeds = Array.from({ length: Math.min(EACH, SEEDS - first) }, (_, i) => first + i)
  test(`what was said to be saved outlives a killed browser or tab, seeds ${seeds[0]} to ${seeds.at(-1)}`, async ({ baseURL }) => {
    test.setTimeout(seeds.length * 15_000)
    const profile = await mkdtemp(join(tmpdir(), 'sightlines-kill-'))
    const acknowledged: string[] = []
    try {
      const within = await timeToKill(profile, baseURL ?? '')
      let browser = await launchOn(profile)
      for (const seed of seeds) {
        acknowledged.push(...(await killedWhileTyping(browser, baseURL ?? '', seed, within, acknowledged)))
        if (killsBrowser(seed)) browser = await launchOn(profile)
      }
      await browser.page.goto(baseURL ?? '')
      await expectAll(browser, acknowledged, `after seed ${seeds.at(-1)}`)
      await carryOn(browser.page)
      await say(browser.page, 'Still works')
      await expect.poll(() => saidOfSaving(browser.page)).toMatch(/^Saved/)
      await browser.close()
      expect(acknowledged.length, 'edits that were acknowledged at all').toBeGreaterThan(seeds.length / 2)
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  })
}

async function expectAll({ page }: KillableBrowser, acknowledged: readonly string[], when: string): Promise<void> {
  const there = acknowledged.length ? await namesOnDisk(page) : []
  // What was under the cursor at a kill is put back as a draft, and then stands before the next name that is typed.
  expect(acknowledged.filter((name) => !there.some((found) => found.endsWith(name))), `lost ${when}`).toEqual([])
}

/** Whether a kill takes the whole browser, or the tab alone. */
const killsBrowser = (seed: number) => seed % 3 === 2

/** Begins the map; gives the time in which a kill had best fall, ms: half a second, or where the machine is slow, long enough for something to be saved first. */
async function timeToKill(profile: string, url: string): Promise<number> {
  const browser = await launchOn(profile)
  await browser.page.goto(url)
  await beginMap(browser.page)
  const begun = Date.now()
  await say(browser.page, 'Before all')
  await element(browser.page, 'Before all').waitFor()
  await expect.poll(() => saidOfSaving(browser.page), { intervals: [20] }).toMatch(/^Saved/)
  const took = Date.now() - begun
  await browser.close()
  return Math.max(500, 4 * took)
}

/** Types until the kill, which falls within so many ms after the first name; gives the names that the screen called saved. */
async function killedWhileTyping(browser: KillableBrowser, url: string, seed: number, within: number, before: readonly string[]): Promise<string[]> {
  const random = seeded(seed)
  const { page } = browser
  await page.goto(url)
  await expectAll(browser, before, `before seed ${seed}`)
  await carryOn(page)
  await capture(page).focus()
  const typed: string[] = []
  const saved: string[] = []
  await page.keyboard.insertText(`Team ${seed}`)
  await page.keyboard.press('Enter')
  typed.push(`Team ${seed}`)
  const dying = new Promise<void>((resolve) => setTimeout(() => void (killsBrowser(seed) ? browser.kill() : browser.crashTab()).then(resolve), random() * within))
  try {
    for (let i = 0; ; i++) {
      const name = `Team ${seed} ${i}`
      await page.keyboard.insertText(name)
      await page.keyboard.press('Enter')
      typed.push(name)
      if (random() < 0.2) await page.keyboard.insertText('half a name ')
      for (let look = 0; look < random() * 6 && typed.length; look++) if ((await saidOfSaving(page)).startsWith('Saved')) saved.push(...typed.splice(0))
      await capture(page).fill('')
    }
  } catch (reason) {
    await dying
    // Only the kill may end the typing.
    if (!/closed|crashed|disconnected|Target page/i.test(String(reason))) throw reason
  }
  return saved
}

/** More updates than are kept before they are folded into one state. */
const MANY = 310

/** Has the browser killed so soon after the page has begun a transaction that writes these tables, milliseconds. */
async function killAt(browser: KillableBrowser, tables: readonly string[], within: number): Promise<{ readonly killed: Promise<void> }> {
  let done: () => void = () => undefined
  const killed = new Promise<void>((resolve) => (done = resolve))
  await browser.page.exposeFunction('writes', (names: readonly string[]) => {
    if (!tables.every((name) => names.includes(name))) return
    setTimeout(async () => {
      await browser.kill()
      done()
    }, within)
  })
  await browser.page.addInitScript(() => {
    const begin = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, names, mode, options) {
      if (mode === 'readwrite') void (window as unknown as { writes: (names: readonly string[]) => void }).writes([...names])
      return begin.call(this, names, mode, options)
    } as typeof begin
  })
  return { killed }
}

/** Runs a test on copies of one profile, one for each seed. */
async function onCopies(profile: string, work: (copy: string, seed: number) => Promise<void>): Promise<void> {
  for (let seed = 0; seed < AIMED; seed++) {
    const copy = await mkdtemp(join(tmpdir(), 'sightlines-aimed-'))
    try {
      await cp(profile, copy, { recursive: true, filter: (path) => !/Singleton|DevToolsActivePort/.test(path) })
      await work(copy, seed)
    } finally {
      await rm(copy, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

/** A profile with one map of these names, in at least so many updates, whose browser was killed once all was saved. */
async function profileWith(url: string, names: readonly string[], rows = 0): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'sightlines-kill-'))
  const browser = await launchOn(profile)
  await browser.page.goto(url)
  await beginMap(browser.page)
  await capture(browser.page).focus()
  for (const name of names) {
    await browser.page.keyboard.insertText(name)
    await browser.page.keyboard.press('Enter')
  }
  await expect.poll(() => saidOfSaving(browser.page)).toMatch(/^Saved/)
  await browser.page.evaluate(updatesAgain, rows)
  await browser.kill()
  return profile
}

/** Writes the updates that are there once more, so often that there are this many: they say the same, and have to be folded. */
function updatesAgain(count: number): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('sightlines')
    opening.onsuccess = () => {
      const store = opening.result.transaction('updates', 'readwrite').objectStore('updates')
      const all = store.getAll() as IDBRequest<{ seq?: number }[]>
      all.onsuccess = () => {
        for (let i = all.result.length; i < count; i++) {
          const { seq: _, ...row } = all.result[i % all.result.length] ?? {}
          store.add(row)
        }
      }
      store.transaction.oncomplete = () => resolve()
    }
  })
}

async function reopened(profile: string, url: string, check: (page: Page) => Promise<void>): Promise<void> {
  const browser = await launchOn(profile)
  await browser.page.goto(url)
  await check(browser.page)
  await browser.kill()
}

test('a browser killed while updates are folded into a state loses nothing', async ({ baseURL }) => {
  const url = baseURL ?? ''
  test.setTimeout(60_000 + AIMED * 15_000)
  const names = Array.from({ length: 20 }, (_, i) => `Team ${i}`)
  const profile = await profileWith(url, names, MANY)
  await onCopies(profile, async (copy, seed) => {
    const browser = await launchOn(copy)
    const { killed } = await killAt(browser, ['documents', 'updates'], seeded(seed)() * 12)
    await browser.page.goto(url)
    await carryOn(browser.page)
    await killed
    await reopened(copy, url, async (page) => {
      const there = await namesOnDisk(page)
      expect(names.filter((name) => !there.includes(name)), `lost at seed ${seed}`).toEqual([])
      await carryOn(page)
    })
  })
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('a browser killed while a file is taken in leaves it whole or not there, and the map before it as it was', async ({ baseURL }) => {
  const url = baseURL ?? ''
  test.setTimeout(60_000 + AIMED * 15_000)
  const text = await readFile(HARBOUR_CITY, 'utf8')
  const { elements } = JSON.parse(text) as { elements: readonly { name: string }[] }
  const profile = await profileWith(url, ['Ward', 'Brokerage'])
  await onCopies(profile, async (copy, seed) => {
    const browser = await launchOn(copy)
    const { killed } = await killAt(browser, ['contents', 'updates'], seeded(seed)() * 25)
    await browser.page.goto(url)
    await listed(browser.page).waitFor()
    await drop(browser.page, [{ name: 'Harbour City.sightlines.json', text }]).catch(() => undefined)
    await killed
    await reopened(copy, url, async (page) => {
      await listed(page).waitFor()
      const there = await namesOnDisk(page)
      expect(there, `lost at seed ${seed}`).toEqual(expect.arrayContaining(['Ward', 'Brokerage']))
      const more = there.filter((name) => elements.some((element) => element.name === name))
      expect([0, elements.length], `half a map at seed ${seed}`).toContain(more.length)
    })
  })
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})
