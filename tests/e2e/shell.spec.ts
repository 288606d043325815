import { expect, test, type Page } from './fixture.ts'

const capture = (page: Page) => page.getByRole('textbox', { name: 'Capture' })
const map = (page: Page) => page.getByRole('region', { name: 'Map' })
const saveState = (page: Page) => page.getByRole('status').filter({ hasText: /^(Saved|Saving|Not saved)/ })

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command' }).fill(title)
  await page.keyboard.press('Enter')
}

async function openSample(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('textbox', { name: 'What are we trying to understand?' })).toBeFocused()
  await command(page, 'Look at the sample map')
  await expect(map(page).getByRole('button', { name: /^Hospital discharge team/ })).toBeVisible()
}

test('Every part of the page is found by the name that stays put', async ({ page, expectNoAxeViolation }) => {
  await openSample(page)
  await expect(capture(page)).toBeVisible()
  for (const name of ['Map', 'Table', 'Matrix', 'Grid', 'Story']) await expect(page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true })).toBeVisible()
  for (const name of [/^Moment/, /^Seen by/, /^Compared with/]) await expect(page.getByRole('button', { name })).toBeVisible()
  await expect(saveState(page)).toHaveText(/^Saved/)
  for (const name of ['Compare', 'Notice', 'Actions', 'Details']) {
    await page.getByRole('tab', { name }).click()
    await expect(page.getByRole('complementary', { name })).toBeVisible()
    await expectNoAxeViolation()
  }
})

for (const scheme of ['light', 'dark'] as const) {
  test(`Start page, map, menus and dialogs keep to WCAG in the ${scheme}`, async ({ page, expectNoAxeViolation }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await openSample(page)
    await expect(page.locator('html')).toHaveAttribute('data-theme', scheme)
    await expectNoAxeViolation()
    await page.getByRole('button', { name: 'Menu' }).click()
    await expect(page.getByRole('menuitem', { name: 'New map' })).toBeFocused()
    await expectNoAxeViolation()
    await page.keyboard.press('Escape')
    await command(page, 'Keys')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await expectNoAxeViolation()
    await page.keyboard.press('Escape')
    await command(page, 'Where this map is kept')
    await expect(page.getByRole('dialog', { name: 'Where this map is kept' })).toBeVisible()
    await expectNoAxeViolation()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command' }).fill('brok')
    await expectNoAxeViolation()
    await page.keyboard.press('Escape')
    await capture(page).fill('Ward -> care br')
    await expect(page.getByRole('listbox', { name: 'Completions' }).getByRole('option', { selected: true })).toContainText('Care brokerage')
    await expectNoAxeViolation()
    await capture(page).fill('')
    await command(page, 'Projector mode')
    await expectNoAxeViolation()
  })
}

test('F6 goes round the zones and comes back to where each was left', async ({ page }) => {
  await openSample(page)
  const zone = () => page.evaluate(() => document.activeElement?.closest('[data-zone]')?.getAttribute('data-zone'))
  await page.getByRole('button', { name: 'Export' }).focus()
  const round: (string | null | undefined)[] = []
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('F6')
    round.push(await zone())
  }
  expect(round).toEqual(['rail', 'view', 'side', 'capture', 'top'])
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused()
  await page.keyboard.press('Shift+F6')
  expect(await zone()).toBe('capture')
})

test('Single keys work on the map alone, and one switch turns them off', async ({ page }) => {
  await openSample(page)
  await page.getByRole('button', { name: 'Export' }).focus()
  await page.keyboard.press('t')
  await expect(page.getByRole('region', { name: 'Table' })).toBeHidden()
  await capture(page).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: 'Single keys are on' }).uncheck()
  await page.keyboard.press('Escape')
  await capture(page).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await expect(page.getByRole('region', { name: 'Table' })).toBeHidden()
  await page.reload()
  await expect(capture(page)).toBeVisible()
  await command(page, 'Keys')
  await page.getByRole('checkbox', { name: 'Single keys are on' }).check()
  await page.keyboard.press('Escape')
  await capture(page).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await expect(page.getByRole('region', { name: 'Table' })).toBeVisible()
})

test('Leaving the map with Tab takes two presses at most', async ({ page }) => {
  await openSample(page)
  await capture(page).focus()
  await page.keyboard.press('Escape')
  const onElements = () => page.evaluate(() => document.activeElement?.closest('[aria-label="Map"]') !== null && document.activeElement?.matches('.element, .map-keys'))
  expect(await onElements()).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await onElements()).toBe(false)
})

test('The projector makes the page larger for the back row, and light', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openSample(page)
  await capture(page).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  const size = () => capture(page).evaluate((input) => getComputedStyle(input).fontSize)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  expect(await size()).toBe('28px')
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  await expect(page.getByRole('complementary')).toBeHidden()
  await command(page, 'Projector mode, back row far')
  expect(await size()).toBe('34px')
  await command(page, 'Timer, 3 minutes')
  await expect(page.getByRole('timer')).toHaveText(/^0[23]:\d\d$/)
  expect(await page.getByRole('timer').evaluate((face) => getComputedStyle(face).fontSize)).toBe('44px')
  await page.getByRole('button', { name: 'Leave projector mode' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
})

test('The last thirty seconds are inverted, and then it says Time and stays', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-05-19T10:00:00Z') })
  await openSample(page)
  await capture(page).fill('/timer 1')
  await page.keyboard.press('Enter')
  const face = page.getByRole('timer')
  await expect(face).toHaveText('01:00')
  await page.clock.runFor(29_000)
  await expect(face).not.toHaveClass(/is-ending/)
  await page.clock.runFor(3_000)
  await expect(face).toHaveClass(/is-ending/)
  await page.clock.runFor(60_000)
  await expect(face).toHaveText('Time')
})

test('A line that was not finished is there again after a reload', async ({ page }) => {
  await openSample(page)
  await capture(page).pressSequentially('Weekend duty des')
  await expect(capture(page)).toHaveValue('Weekend duty des')
  await page.waitForTimeout(300)
  await page.reload()
  await expect(capture(page)).toHaveValue('Weekend duty des')
})

test('On a small laptop at 125 percent the panel waits, and nothing is cut off', async ({ page, expectNoAxeViolation }) => {
  await page.setViewportSize({ width: 1093, height: 614 })
  await openSample(page)
  await expect(page.getByRole('complementary')).toBeHidden()
  const box = await map(page).boundingBox()
  expect(box?.width).toBeGreaterThan(1000)
  expect(box?.height).toBeGreaterThan(420)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight)).toBe(true)
  await page.getByRole('button', { name: 'Show panels' }).click()
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible()
  await expectNoAxeViolation()
  await page.getByRole('complementary').getByRole('button', { name: 'Hide panels' }).click()
  await expect(page.getByRole('complementary')).toBeHidden()
  for (const button of await page.getByRole('banner').getByRole('button').all()) {
    const size = await button.boundingBox()
    expect(size && Math.min(size.width, size.height), await button.innerText()).toBeGreaterThanOrEqual(24)
  }
})

test('Undo and redo take back and give again what was typed, with its selection', async ({ page }) => {
  await openSample(page)
  await capture(page).fill('Weekend duty desk')
  await page.keyboard.press('Enter')
  const added = map(page).getByRole('button', { name: /^Weekend duty desk/ })
  await expect(added).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(added).toBeHidden()
  await page.keyboard.press('Control+Shift+z')
  await expect(added).toBeVisible()
  await expect(added).toHaveAttribute('aria-pressed', 'true')
})

test('What is removed can be had back from the line that says so', async ({ page }) => {
  await openSample(page)
  await map(page).getByRole('button', { name: /^Coaching network/ }).click()
  await page.keyboard.press('Delete')
  await expect(page.getByText('Removed Coaching network', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(map(page).getByRole('button', { name: /^Coaching network/ })).toBeVisible()
})

test('Under forced colours every word and button is still there', async ({ page, expectNoAxeViolation }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openSample(page)
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
  await expectNoAxeViolation()
})

test.describe('After a crash', () => {
  // The service worker dies with its page; what it was fetching then is fetched again.
  test.use({ expectedErrors: [/^page crashed|net::ERR_FAILED/] })

  test('what was being typed in a field is there again, and becomes one change', async ({ page, context }) => {
    await openSample(page)
    await map(page).getByRole('button', { name: /^Coaching network/ }).click()
    await page.getByRole('textbox', { name: 'Note' }).fill('They meet on the first Tuesda')
    await page.waitForTimeout(300)
    const crashed = page.waitForEvent('crash')
    await page.goto('chrome://crash').catch(() => {})
    // Until its process is gone, a new page would be given the same one.
    await crashed
    const again = await context.newPage()
    await again.goto('/')
    await again.getByRole('button', { name: /Harbour City/ }).first().click()
    await expect(again.getByRole('heading', { name: 'Coaching network' })).toBeVisible()
    await expect(again.getByRole('textbox', { name: 'Note' })).toHaveValue('They meet on the first Tuesda')
    await again.getByRole('textbox', { name: 'Note' }).press('Tab')
    await again.keyboard.press('Control+z')
    await expect(again.getByRole('textbox', { name: 'Note' })).toHaveValue('')
  })
})
