import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from './fixture.ts'
import { launchOn } from './kept/killable-browser.ts'
import { beginMap, carryOn, saidOfSaving } from './kept/map-page.ts'
import { begin, capture, details, element, exported, readablePart, saved } from './on-map.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' })
const steps = (page: Page) => palette(page).getByRole('option')
const file = async (page: Page) => readablePart((await exported(page, 'Map file')).toString('utf8'))

async function listSteps(page: Page, way: 'undo' | 'redo'): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(way)
  await expect(steps(page).first()).toHaveText(new RegExp(`^${way}: `, 'i'))
}

async function say(page: Page, line: string): Promise<void> {
  await capture(page).fill(line)
  await page.keyboard.press('Enter')
  await expect(capture(page)).toHaveValue('')
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(details(page).getByRole('heading', { name, exact: true })).toBeVisible()
}

/** Fifteen different edits, by keyboard. */
async function work(page: Page): Promise<void> {
  await page.keyboard.press('n')
  await say(page, 'Reablement team')
  await say(page, 'Ward sister -> Care brokerage')
  await page.keyboard.press('Escape')
  await page.keyboard.press('4')
  await page.keyboard.press('=')
  await goTo(page, 'Care brokerage')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('.')
  await page.keyboard.press('e')
  await page.keyboard.type('Care brokerage team')
  await page.keyboard.press('Enter')
  await expect(element(page, 'Care brokerage team')).toBeVisible()
  await details(page).getByRole('button', { name: 'Edit' }).press('Enter')
  await details(page).getByLabel('Also called').fill('The brokers')
  await details(page).getByLabel('Also called').press('Enter')
  await details(page).getByLabel('Description').fill('Finds care at home')
  await goTo(page, 'Ward sister')
  await page.keyboard.press('n')
  await say(page, '! daily call')
  await say(page, '? surprised by the phone call')
  await say(page, '?! mine to change')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect(element(page, 'Ward sister')).toHaveCount(0)
}

test('After a reload the list of steps goes back to the start and forward to the end, field for field', async ({ page, expectNoAxeViolation }) => {
  await begin(page, ['Ward sister', 'Care brokerage'])
  const first = await file(page)
  await work(page)
  await saved(page)
  const last = await file(page)
  expect(last).not.toEqual(first)

  await page.reload()
  await expect(element(page, 'Care brokerage team')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(details(page).getByRole('heading', { name: 'Ward sister', exact: true })).toBeVisible()
  await page.keyboard.press('Control+y')
  await expect(element(page, 'Ward sister')).toHaveCount(0)

  await listSteps(page, 'undo')
  await expect(steps(page).first()).toContainText('Undo: Remove Ward sister')
  await expectNoAxeViolation()
  await page.keyboard.type(' reablement')
  await expect(steps(page)).toHaveText([/^Undo 13 steps, back to before “Add Reablement team”/])
  await page.keyboard.press('Enter')
  await expect(page.getByText('Undone: 13 steps, back to before “Add Reablement team”.').first()).toBeVisible()
  await saved(page)
  expect(await file(page)).toEqual(first)

  await page.reload()
  await expect(element(page, 'Ward sister')).toBeVisible()
  await listSteps(page, 'redo')
  await page.keyboard.press('ArrowUp')
  await expect(steps(page).and(page.locator('[aria-selected=true]'))).toContainText('Redo 13 steps, up to “Remove Ward sister”')
  await page.keyboard.press('Enter')
  await expect(element(page, 'Ward sister')).toHaveCount(0)
  await saved(page)
  expect(await file(page)).toEqual(last)
})

test('Each tab undoes its own, and the next one that opens the map alone goes on with what was done last', async ({ page, context }) => {
  await begin(page, ['Ward sister', 'Care brokerage'])
  await saved(page)
  const second = await context.newPage()
  await second.goto('/')
  await second.getByRole('complementary', { name: 'Maps on this laptop' }).getByRole('button', { name: /How do people get home/ }).first().click()
  await expect(element(second, 'Care brokerage')).toBeVisible()
  await second.keyboard.press('Control+k')
  await second.keyboard.type('undo')
  await expect(palette(second).getByText('Nothing here goes by that name.')).toBeVisible()
  await second.keyboard.press('Escape')
  await second.keyboard.press('n')
  await say(second, 'Reablement team')
  await expect(element(page, 'Reablement team')).toBeVisible()

  await page.reload()
  await expect(element(page, 'Reablement team')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(element(second, 'Care brokerage')).toHaveCount(0)
  await expect(element(page, 'Reablement team')).toBeVisible()
  await saved(page)

  await page.close()
  await second.keyboard.press('Escape')
  await second.keyboard.press('Control+z')
  await expect(element(second, 'Reablement team')).toHaveCount(0)
  await saved(second)
  await second.close()
  const third = await context.newPage()
  await third.goto('/')
  await third.getByRole('complementary', { name: 'Maps on this laptop' }).getByRole('button', { name: /How do people get home/ }).first().click()
  await expect(element(third, 'Ward sister')).toBeVisible()
  await third.keyboard.press('Control+y')
  await expect(element(third, 'Reablement team')).toBeVisible()
})

test('After the browser was killed, what was saved can be undone and done again', async ({ baseURL }) => {
  const profile = await mkdtemp(join(tmpdir(), 'sightlines-undo-'))
  const url = baseURL ?? ''
  try {
    const killed = await launchOn(profile)
    await killed.page.goto(url)
    await beginMap(killed.page)
    for (const name of ['Ward sister', 'Care brokerage', 'Reablement team']) await say(killed.page, name)
    await killed.page.keyboard.press('Escape')
    await killed.page.keyboard.press('Control+z')
    await expect(element(killed.page, 'Reablement team')).toHaveCount(0)
    await expect.poll(() => saidOfSaving(killed.page)).toMatch(/^Saved/)
    await killed.kill()

    const { page, close } = await launchOn(profile)
    await page.goto(url)
    await carryOn(page)
    await expect(element(page, 'Care brokerage')).toBeVisible()
    await listSteps(page, 'undo')
    await page.keyboard.press('ArrowUp')
    await expect(steps(page).last()).toContainText('Undo 2 steps, back to before “Add Ward sister”')
    await page.keyboard.press('Enter')
    await expect(element(page, 'Ward sister')).toHaveCount(0)
    await listSteps(page, 'redo')
    await expect(steps(page).last()).toContainText('Redo 3 steps, up to “Add Reablement team”')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(element(page, 'Reablement team')).toBeVisible()
    await close()
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
})
