import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from '../../support/seeded.ts'
import { expect, test } from '../fixture.ts'
import { launchOn, type KillableBrowser } from './killable-browser.ts'
import { beginMap, capture, carryOn, saidOfSaving, say } from './map-page.ts'
import { namesOnDisk } from './on-disk.ts'

/** 100 in the tests, 500 by `npm run torture`. */
const SEEDS = Number(process.env['SIGHTLINES_KILLS'] ?? 100)
/** Kills of one profile, one after the other: its map grows, and its log is folded now and then. */
const EACH = 25

for (let first = 0; first < SEEDS; first += EACH) {
  const seeds = Array.from({ length: Math.min(EACH, SEEDS - first) }, (_, i) => first + i)
  test(`what was said to be saved outlives a killed browser, seeds ${seeds[0]} to ${seeds.at(-1)}`, async ({ baseURL }) => {
    test.setTimeout(seeds.length * 15_000)
    const profile = await mkdtemp(join(tmpdir(), 'sightlines-kill-'))
    const acknowledged: string[] = []
    try {
      for (const seed of seeds) acknowledged.push(...(await killedWhileTyping(profile, baseURL ?? '', seed, acknowledged)))
      const browser = await launchOn(profile)
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

/** Types until the kill, which falls 0 to 500 ms after the first name; gives the names that the screen called saved. */
async function killedWhileTyping(profile: string, url: string, seed: number, before: readonly string[]): Promise<string[]> {
  const random = seeded(seed)
  const browser = await launchOn(profile)
  const { page } = browser
  await page.goto(url)
  await expectAll(browser, before, `before seed ${seed}`)
  if (before.length) await carryOn(page)
  else await beginMap(page)
  await capture(page).focus()
  const typed: string[] = []
  const saved: string[] = []
  await page.keyboard.insertText(`Team ${seed}`)
  await page.keyboard.press('Enter')
  typed.push(`Team ${seed}`)
  const dying = new Promise<void>((resolve) => setTimeout(() => void browser.kill().then(resolve), random() * 500))
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
