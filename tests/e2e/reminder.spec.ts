import { expect, test, type Page } from './fixture.ts'
import { begin, element, exported, saved } from './on-map.ts'

const DAY_AND_AN_HOUR = 25 * 60 * 60 * 1000
const state = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved/ })

/** A browser that gives this answer when it is asked to keep the maps, and counts how often it was. */
async function answering(page: Page, answer: boolean): Promise<() => Promise<number>> {
  await page.addInitScript((given) => {
    const asked = Object.assign(window, { asked: 0 })
    Object.defineProperty(navigator.storage, 'persisted', { value: async () => false })
    Object.defineProperty(navigator.storage, 'persist', { value: async () => (asked.asked++, given) })
  }, answer)
  return () => page.evaluate(() => (window as unknown as { asked: number }).asked)
}

async function add(page: Page, name: string): Promise<void> {
  await page.keyboard.press('n')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(element(page, name)).toBeVisible()
}

test('What is in no file says beside the map that the browser may clear it, after a day that it is only here, and neither once it is in one', async ({ page }) => {
  const asked = await answering(page, false)
  await begin(page, [])
  expect(await asked()).toBe(0)
  await add(page, 'Ward')
  await expect(state(page)).toHaveText('Saved here · This browser may clear it. Save a file.')
  await expect(page.getByTestId('live-region').getByText('This browser may clear its storage. Save a file now and then.')).toBeAttached()
  // What is always on screen is not said over the map as well.
  await expect(page.locator('.toast')).toHaveCount(0)
  await add(page, 'Brokerage')
  expect(await asked()).toBe(1)
  await saved(page)
  await page.clock.setFixedTime(new Date(Date.now() + DAY_AND_AN_HOUR))
  await page.reload()
  await expect(element(page, 'Ward')).toBeVisible()
  await expect(state(page)).toHaveText('Saved here · Only on this laptop. Save a file.')
  await exported(page, 'Map file')
  await expect(state(page)).toHaveText('Saved here · last file just now')
})

test('A browser that will keep the maps says so, and that there is no file yet', async ({ page }) => {
  await answering(page, true)
  await begin(page, [])
  await add(page, 'Ward')
  await expect(page.getByTestId('live-region').getByText('This browser will keep your maps.')).toBeAttached()
  await expect(state(page)).toHaveText('Saved here · not in a file yet')
})
