import { expect, test, type Page } from './fixture.ts'
import { butForSavedAt, element, exported, openSample, readablePart, region, type FileElement } from './on-map.ts'

const strip = (page: Page) => region(page).getByRole('group', { name: 'Layout' })
const said = (page: Page) => page.getByTestId('live-region')

async function invoke(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(title)
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('option', { selected: true })).toHaveText(new RegExp(`^${title}`))
  await page.keyboard.press('Enter')
}

async function box(page: Page, name: string) {
  const found = await element(page, name).boundingBox()
  if (!found) throw new Error(`${name} is not on screen`)
  return found
}

/** Whether every element can be seen, with nothing of the strip over it. */
async function expectAllSeen(page: Page): Promise<void> {
  const ends = () => region(page).evaluate((map) => {
    const cards = [...map.querySelectorAll('.element')].map((card) => card.getBoundingClientRect())
    const whole = map.getBoundingClientRect()
    const below = map.querySelector('.layout-strip')?.getBoundingClientRect().bottom ?? whole.top
    return { count: cards.length, out: cards.filter((card) => card.top < below || card.bottom > whole.bottom || card.left < whole.left || card.right > whole.right).length }
  })
  await expect.poll(ends).toEqual({ count: 46, out: 0 })
}

const places = (file: Buffer) => new Map((JSON.parse(file.toString('utf8')) as { elements: readonly FileElement[] }).elements.map(({ id, position }) => [id, position]))
const movedBetween = (a: Buffer, b: Buffer) => [...places(a)].filter(([id, at]) => String(at) !== String(places(b).get(id))).map(([id]) => id)

test('Each layout is seen before it is kept: put back it leaves no trace, kept it is one step', async ({ page, expectNoAxeViolation }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSample(page)
  const before = await exported(page, 'Map file')
  await page.keyboard.press('z')
  const stood = await box(page, 'Care brokerage')

  await invoke(page, 'Rows by organisation')
  await expect(strip(page)).toContainText('Rows by organisation. 46 would move.')
  await expect(said(page)).toHaveText(/46 would move\. \d+ crossings, .*Distances fit the ties: \d+%\. Enter keeps it, Escape puts it back\./)
  await expect.poll(() => box(page, 'Care brokerage')).not.toEqual(stood)
  await expectAllSeen(page)
  await expectNoAxeViolation()
  for (const words of ['Rings around Older person with several conditions. 46 would move.', 'Flow left to right. 46 would move.']) {
    await page.keyboard.press('ArrowRight')
    await expect(strip(page)).toContainText(words)
    await expectAllSeen(page)
  }
  await page.keyboard.press('ArrowRight')
  await expect(strip(page)).toContainText('Tidy. Nothing would move.')
  await page.keyboard.press('ArrowRight')
  await expect(strip(page)).toContainText(/Settle another way\. \d+ would move\./)
  const first = await box(page, 'Care brokerage')
  await strip(page).getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => box(page, 'Care brokerage')).not.toEqual(first)
  await expectAllSeen(page)
  await page.keyboard.press('Escape')
  await expect(strip(page)).toBeHidden()
  await expect.poll(() => box(page, 'Care brokerage')).toEqual(stood)
  expect(butForSavedAt(await exported(page, 'Map file'))).toBe(butForSavedAt(before))

  await invoke(page, 'Rings around the selection')
  await expect(strip(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(strip(page)).toBeHidden()
  await expect(said(page)).toHaveText(/Kept: Rings around the selection\. 46 moved\./)
  const kept = await exported(page, 'Map file')
  expect(movedBetween(before, kept)).toHaveLength(46)
  await page.keyboard.press('Control+z')
  await expect(said(page)).toHaveText(/Undone: Rings around the selection\./)
  expect(readablePart((await exported(page, 'Map file')).toString('utf8'))).toEqual(readablePart(before.toString('utf8')))
})

test('Of a selection nothing else moves; a name typed meanwhile puts the layout back and lands where it would have', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSample(page)
  const before = await exported(page, 'Map file')
  const chosen = ['Care brokerage', 'Hospital social workers', 'Safeguarding team', 'Business support team']
  for (const name of chosen) await element(page, name).click({ modifiers: ['Shift'] })
  await page.keyboard.press('t')
  await expect(page.getByRole('region', { name: 'Table' })).toBeVisible()

  await invoke(page, 'Flow left to right, only these')
  await expect(strip(page)).toContainText('Flow left to right, only these. 4 would move.')
  await page.keyboard.press('Enter')
  await expect(strip(page)).toBeHidden()
  const kept = await exported(page, 'Map file')
  const elements = (JSON.parse(before.toString('utf8')) as { elements: readonly FileElement[] }).elements
  expect(movedBetween(before, kept).sort()).toEqual(elements.filter(({ name }) => chosen.includes(name)).map(({ id }) => id).sort())
  await page.keyboard.press('Control+z')
  await expect(said(page)).toHaveText(/Undone: Flow left to right, only these\./)

  await invoke(page, 'Rows by organisation')
  await expect(strip(page)).toContainText('46 would move')
  await strip(page).getByRole('checkbox', { name: 'Only the 4 selected' }).press(' ')
  await expect(strip(page)).toContainText('Rows by organisation, only these. 4 would move.')
  await page.getByRole('textbox', { name: 'Capture' }).fill('Night sitters')
  await expect(strip(page)).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(element(page, 'Night sitters')).toBeVisible()
  expect(movedBetween(before, await exported(page, 'Map file'))).toEqual([])
})
