import { expectUsable } from './check-screen.ts'
import { expect, test, type Page } from './fixture.ts'
import { details, element, mapFile, openSample, region } from './on-map.ts'

interface Finger {
  readonly x: number
  readonly y: number
}

/** Fingers that go down at their first places, along their ways, and up again. */
async function touch(page: Page, ways: readonly (readonly Finger[])[]): Promise<void> {
  const client = await page.context().newCDPSession(page)
  const at = (step: number) => ways.map((way, id) => ({ ...(way[Math.min(step, way.length - 1)] as Finger), id }))
  const steps = Math.max(...ways.map((way) => way.length))
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (let step = 1; step < steps; step++) await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step) })
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await client.detach()
}

const way = (from: Finger, to: Finger, steps = 8): readonly Finger[] => Array.from({ length: steps + 1 }, (_, i) => ({ x: from.x + ((to.x - from.x) * i) / steps, y: from.y + ((to.y - from.y) * i) / steps }))
const zoom = (page: Page) => region(page).evaluate((map) => Number(getComputedStyle(map).getPropertyValue('--zoom')))

test.describe('On a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('a map is looked at and rated by single taps', async ({ page, expectNoAxeViolation }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openSample(page)
    await expect(page.getByRole('textbox', { name: 'Capture' })).toBeHidden()
    await expectNoAxeViolation()
    await element(page, 'Hospital discharge team').tap()
    await expect(details(page).getByRole('heading', { name: 'Hospital discharge team' })).toBeVisible()
    // The sheet does not lie over what it is about.
    const sheet = await details(page).boundingBox()
    await expect.poll(async () => {
      const card = await element(page, 'Hospital discharge team').boundingBox()
      return card !== null && sheet !== null && card.y + card.height <= sheet.y
    }).toBe(true)
    await details(page).getByRole('button', { name: /Care brokerage/ }).first().tap()
    await page.getByRole('button', { name: /^Seen by/ }).tap()
    await page.getByRole('menuitemradio', { name: 'Acute care' }).tap()
    await details(page).getByRole('group', { name: 'How strong is this tie?' }).getByRole('button', { name: /^5/ }).tap()
    await expectUsable(page)
    await expectNoAxeViolation()
    await page.getByRole('button', { name: 'Hide panels' }).tap()
    await expect(details(page)).toBeHidden()
    const file = await mapFile(page)
    expect(file.perspectives.find(({ id }) => id === 'AC')?.judgements?.['r41']).toMatchObject({ seen: 'yes', strength: 5 })
  })
})

test.describe('On a tablet', () => {
  test.use({ hasTouch: true, viewport: { width: 820, height: 1180 } })

  test('one finger moves the map or a card, two zoom it, a tap chooses and a second one ties', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openSample(page)
    const box = await region(page).boundingBox()
    if (!box) throw new Error('The map is not on screen')
    const middle = { x: box.x + box.width / 2, y: box.y + 120 }
    const card = () => element(page, 'Coaching network').boundingBox()

    const [before, start] = [await zoom(page), await card()]
    await touch(page, [way({ x: middle.x - 40, y: middle.y }, { x: middle.x - 160, y: middle.y }), way({ x: middle.x + 40, y: middle.y }, { x: middle.x + 160, y: middle.y })])
    await expect.poll(() => zoom(page)).toBeGreaterThan(before * 1.5)
    await page.getByRole('button', { name: 'Show all of the map' }).tap()
    await expect.poll(() => zoom(page)).toBeCloseTo(before, 2)

    await touch(page, [way(middle, { x: middle.x + 60, y: middle.y + 90 })])
    await expect.poll(async () => Math.round(((await card())?.y ?? 0) - (start?.y ?? 0))).toBe(90)
    await page.getByRole('button', { name: 'Show all of the map' }).tap()
    await expect.poll(async () => Math.round((await card())?.y ?? 0)).toBe(Math.round(start?.y ?? 0))

    const at = await card()
    const grip = { x: (at?.x ?? 0) + (at?.width ?? 0) / 2, y: (at?.y ?? 0) + (at?.height ?? 0) / 2 }
    await touch(page, [way(grip, { x: grip.x + 30, y: grip.y + 60 })])
    await expect.poll(async () => Math.round(((await card())?.y ?? 0) - (at?.y ?? 0))).toBeGreaterThan(30)

    await element(page, 'Care homes').tap()
    await page.getByRole('button', { name: 'Show panels' }).tap()
    await details(page).getByRole('button', { name: 'Connect' }).tap()
    await page.getByRole('combobox', { name: /^Connect Care homes/ }).fill('Care brokerage')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await mapFile(page)).relationships.some(({ from, to }) => from === 'pa-car' && to === 'sc-bro')).toBe(true)
  })
})

test('At 400 %, which is 320 pixels, nothing has to be scrolled sideways', async ({ page, expectNoAxeViolation }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
  await openSample(page)
  expect(await fits()).toBe(true)
  await expect(page.getByRole('textbox', { name: 'Capture' })).toBeVisible()
  await element(page, 'Hospital discharge team').focus()
  await page.keyboard.press('ArrowRight')
  await expect(details(page)).toBeVisible()
  expect(await fits()).toBe(true)
  await expectUsable(page)
  await expectNoAxeViolation()
  for (const [keys, name] of [['Control+e', 'Export'], ['Control+s', 'Save version'], ['Control+f', 'Find']] as const) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    expect(await fits(), name).toBe(true)
    await expectNoAxeViolation()
    await page.keyboard.press('Escape')
  }
  // With the panel open, rows of the table are still there to be read.
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Table' }).click()
  await expect(page.getByRole('grid', { name: 'Elements' }).getByRole('rowheader').first()).toBeVisible()
  expect(await fits()).toBe(true)
  await expectNoAxeViolation()
})
