import { expect, test } from './fixture.ts'
import { begin, element, exported, saved } from './on-map.ts'

const DAY_AND_AN_HOUR = 25 * 60 * 60 * 1000

test('A map that never went to a file says so after a day, and no longer once it did', async ({ page }) => {
  await begin(page, ['Ward'])
  await saved(page)
  const state = page.getByRole('status').filter({ hasText: /^Saved/ })
  await expect(state).toHaveText('Saved here · not in a file yet')
  await page.clock.setFixedTime(new Date(Date.now() + DAY_AND_AN_HOUR))
  await page.reload()
  await expect(element(page, 'Ward')).toBeVisible()
  await expect(state).toHaveText('Saved here · Only on this laptop. Save a file.')
  await exported(page, 'Map file')
  await expect(state).toHaveText('Saved here · last file just now')
})

for (const [answer, words] of [
  [true, 'This browser will keep your maps.'],
  [false, 'This browser may clear its storage. Save a file now and then.'],
] as const) {
  test(`At the first edit the browser is asked to keep the maps; its answer is said: ${words}`, async ({ page }) => {
    await page.addInitScript((given) => {
      Object.assign(window, { asked: 0 })
      const asked = window as unknown as { asked: number }
      Object.defineProperty(navigator.storage, 'persisted', { value: async () => false })
      Object.defineProperty(navigator.storage, 'persist', { value: async () => (asked.asked++, given) })
    }, answer)
    await begin(page, [])
    expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(0)
    await page.keyboard.press('n')
    await page.keyboard.type('Ward')
    await page.keyboard.press('Enter')
    await expect(page.getByText(words).first()).toBeAttached()
    await page.keyboard.type('Brokerage')
    await page.keyboard.press('Enter')
    await expect(element(page, 'Brokerage')).toBeVisible()
    expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(1)
  })
}
