import type { Locator } from '@playwright/test'
import { expect, test, type Page } from './fixture.ts'
import { element, mapFile, openSample, region, type MapFile } from './on-map.ts'

const panel = (page: Page) => page.getByRole('complementary', { name: 'Compare' })
const strip = (page: Page) => page.getByRole('region', { name: 'Comparing' })
const group = (page: Page, name: string) => panel(page).getByRole('region', { name, exact: true })

/** What is painted on a canvas, as a number that another picture hardly has. */
const painted = (canvas: Locator) =>
  canvas.evaluate((target) => {
    const sheet = target as HTMLCanvasElement
    const { data } = (sheet.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, sheet.width, sheet.height)
    let sum = 0
    for (let i = 0; i < data.length; i += 4) sum = (sum * 31 + (data[i] ?? 0) + 7 * (data[i + 3] ?? 0)) % 1_000_003
    return sum
  })

test('Two moments are compared with one key, read as a list, side by side and by a wipe, and told by what the vision wants', async ({ page, expectNoAxeViolation }) => {
  // A flight of the map would still be on its way when it is dragged.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSample(page)
  await element(page, 'Care brokerage').focus()
  await page.keyboard.press('v')
  // Nothing has moved since the last version: the one before it is what differs.
  await expect(page.getByRole('button', { name: 'Compared with: Starting point' })).toBeVisible()
  await expect(group(page, 'New 11')).toBeVisible()
  await expect(group(page, 'Lost 1')).toBeVisible()
  await expect(group(page, 'Stronger or warmer 39')).toBeVisible()
  await expect(group(page, 'Weaker or cooler 2')).toBeVisible()
  await expect(group(page, 'Unchanged 41')).toBeVisible()
  await expectNoAxeViolation()

  // A row leads to its tie; arrows go on from there.
  const row = group(page, 'Weaker or cooler 2').getByRole('button').first()
  await row.click()
  await expect(row).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('ArrowUp')
  await expect(group(page, 'Stronger or warmer 39').getByRole('listitem').last().getByRole('button')).toHaveAttribute('aria-current', 'true')
  await group(page, 'New 11').getByRole('button', { name: '8 more of New' }).click()
  await expect(group(page, 'New 11').getByRole('listitem')).toHaveCount(11)

  await strip(page).getByRole('checkbox', { name: /^Towards or away/ }).check()
  await expect(group(page, 'Towards the vision 47')).toBeVisible()
  await expect(group(page, 'Away from it 2')).toBeVisible()
  await expect(group(page, 'No nearer and no further 17')).toBeVisible()
  await strip(page).getByRole('checkbox', { name: /^Towards or away/ }).uncheck()

  // Side by side: then at the left, and one camera for both.
  await strip(page).getByRole('radio', { name: 'Side by side' }).check()
  const other = page.getByRole('region', { name: 'The other map: Starting point' })
  await expect(other).toContainText(/4\d elements and \d+ ties/)
  const [left, right] = [await other.boundingBox(), await region(page).boundingBox()]
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual((right?.x ?? 0) + 2)
  await expectNoAxeViolation()
  const before = await element(page, 'Care brokerage').boundingBox()
  const wasPainted = await painted(other.locator('canvas'))
  await page.mouse.move((left?.x ?? 0) + 60, (left?.y ?? 0) + 420)
  await page.mouse.down()
  await page.mouse.move((left?.x ?? 0) + 100, (left?.y ?? 0) + 380, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => Math.round(((await element(page, 'Care brokerage').boundingBox())?.x ?? 0) - (before?.x ?? 0))).toBe(40)
  await expect.poll(() => painted(other.locator('canvas'))).not.toBe(wasPainted)
  // A press on a card of the other map selects it on both.
  const here = await element(page, 'Care brokerage').boundingBox()
  await page.mouse.click((here?.x ?? 0) + (here?.width ?? 0) / 2 - (right?.x ?? 0) + (left?.x ?? 0), (here?.y ?? 0) + (here?.height ?? 0) / 2)
  await expect(element(page, 'Care brokerage')).toHaveAttribute('aria-pressed', 'true')

  // One over the other: the handle by keys, either whole with one press.
  await strip(page).getByRole('radio', { name: 'Wipe' }).check()
  const handle = page.getByRole('slider', { name: 'Wipe' })
  await handle.focus()
  await page.keyboard.press('ArrowRight')
  await expect(handle).toHaveAttribute('aria-valuetext', '51% Starting point')
  await page.getByRole('button', { name: 'Now', exact: true }).click()
  await expect(handle).toHaveAttribute('aria-valuetext', '0% Starting point')
  await expectNoAxeViolation()

  await strip(page).getByRole('button', { name: 'Stop comparing' }).click()
  await expect(strip(page)).toBeHidden()
  await expect(handle).toBeHidden()
})

test('The line of time is walked by keys and by presses; a version is looked at, compared and restored, and the restoring undone', async ({ page, expectNoAxeViolation }) => {
  await openSample(page)
  const given = await mapFile(page)
  await element(page, 'Care brokerage').focus()
  await page.keyboard.press('v')
  const line = page.getByRole('region', { name: 'Timeline' })
  const shown = line.getByRole('slider', { name: 'The moment on screen' })
  const compared = line.getByRole('slider', { name: 'Compared with' })
  await expect(shown).toHaveAttribute('aria-valuetext', 'now')
  await expect(compared).toHaveAttribute('aria-valuetext', /^Starting point, 12 November 2015/)
  await shown.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(shown).toHaveAttribute('aria-valuetext', /19 May 2016/)
  // Over the other handle, not onto it: there is nothing before it, so it stays.
  await page.keyboard.press('Home')
  await expect(shown).toHaveAttribute('aria-valuetext', /19 May 2016/)
  await expectNoAxeViolation()
  await line.getByRole('button', { name: 'Go to now' }).click()
  await expect(shown).toHaveAttribute('aria-valuetext', 'now')
  await line.getByRole('button', { name: /^Vision for April 2018/ }).click()
  await expect(panel(page).getByRole('region', { name: /^To strengthen or repair/ })).toBeVisible()

  // Any two views of one moment, from the sentence.
  await page.getByRole('button', { name: /^Compared with:/ }).click()
  await page.getByRole('menuitemradio', { name: 'Adult Social Care' }).click()
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('The shared picture and Adult social care, now')
  await page.getByRole('button', { name: /^Compared with:/ }).click()
  await page.getByRole('menuitemradio', { name: 'Nothing' }).click()

  const openVersions = async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('versions')
    await page.getByRole('dialog', { name: 'Commands' }).getByRole('option', { name: /^Versions/ }).click()
  }
  await openVersions()
  const dialog = page.getByRole('dialog', { name: 'Versions' })
  await dialog.getByRole('button', { name: 'Compare with Starting point' }).click()
  await expect(group(page, 'New 11')).toBeVisible()
  await strip(page).getByRole('button', { name: 'Stop comparing' }).click()

  await openVersions()
  await dialog.getByRole('button', { name: 'Restore Starting point' }).click()
  await expect(page.getByRole('main').getByText('The map is as it was in Starting point')).toBeVisible()
  const back = await mapFile(page)
  const shared = ({ perspectives }: MapFile) => Object.keys(perspectives.find(({ type }) => type === 'shared')?.judgements ?? {}).length
  expect(shared(back)).toBeLessThan(shared(given))
  expect(back.perspectives.map(({ id }) => id)).toEqual(given.perspectives.map(({ id }) => id))
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await mapFile(page)).perspectives).toEqual(given.perspectives)
})
