import { expect, test, type Page } from './fixture.ts'
import { begin, butForSavedAt, capture, details, element, exported, mapFile, openSample, region, saved } from './on-map.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Save version' })

/** Where each element stands on screen and what it is called, by the order of their names. */
async function seen(page: Page): Promise<readonly (readonly [string, number, number])[]> {
  const found = await region(page)
    .locator('[data-element], [role=button], button')
    .evaluateAll((all) =>
      all.flatMap((one) => {
        const name = one.getAttribute('aria-label') ?? ''
        const { x, y } = one.getBoundingClientRect()
        return /, (\d+|no) ties?$/.test(name) ? [[name, Math.round(x), Math.round(y)] as const] : []
      }),
    )
  return found.sort(([a], [b]) => (a < b ? -1 : 1))
}

/** As seen from the first one, since the map may be shown nearer or to one side. */
function apart(all: readonly (readonly [string, number, number])[]): readonly (readonly [string, number, number])[] {
  const [, x0, y0] = all[0] ?? ['', 0, 0]
  return all.map(([name, x, y]) => [name, x - x0, y - y0] as const)
}

async function saveVersion(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(dialog(page)).toBeVisible()
  const file = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  await file
  await expect(dialog(page)).toBeHidden()
}

/** A press on an element of a version: it is there to be looked at. */
async function choose(page: Page, name: string): Promise<void> {
  const box = await element(page, name).boundingBox()
  if (!box) throw new Error(`${name} is not on screen`)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect(details(page).getByRole('heading', { name, exact: true })).toBeVisible()
}

async function look(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Moment/ }).click()
  await page.getByRole('menuitemradio', { name }).click()
}

test('A version keeps name, date, who was in the room and who was not', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-05-19T14:00:00'))
  await begin(page, ['Ward'])
  await page.keyboard.press('Control+s')
  await expect(dialog(page).getByLabel('Name')).toHaveValue('Workshop 19 May 2026')
  await expect(dialog(page).getByLabel('Name')).toBeFocused()
  await expect(dialog(page).getByLabel('Date')).toHaveValue('2026-05-19')
  await dialog(page).getByLabel('Who was in the room').fill('Council House, 24 people')
  await dialog(page).getByLabel('Who was not').fill('GPs, home care')
  const download = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: /^Save version/ }).click()
  expect((await download).suggestedFilename()).toBe('How do people get home 2026-05-19.sightlines.json')
  await expect(dialog(page)).toBeHidden()
  const { versions } = await mapFile(page)
  expect(versions).toMatchObject([{ name: 'Workshop 19 May 2026', date: '2026-05-19', room: 'Council House, 24 people', absent: 'GPs, home care' }])
  expect(versions[0]?.content.elements.map(({ name }) => name).sort()).toEqual(['The person in the middle', 'Ward'])
})

test('A version opens exactly as the map looked, cannot be altered, and leads back to now', async ({ page, expectNoAxeViolation }) => {
  await begin(page, ['Ward', 'Brokerage', 'Pharmacy'])
  await page.keyboard.press('n')
  await page.keyboard.type('Ward -> Brokerage: daily call')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await element(page, 'Ward').focus()
  await page.keyboard.press('z')
  await expect.poll(async () => (await seen(page)).length).toBe(4)
  await page.waitForTimeout(400)
  const asItWas = apart(await seen(page))
  await saveVersion(page)

  await element(page, 'Ward').click()
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('e')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Medical ward')
  await page.keyboard.press('Enter')
  await element(page, 'Pharmacy').click()
  await page.keyboard.press('Delete')
  await expect(element(page, 'Pharmacy')).toBeHidden()
  await expect(element(page, 'Medical ward')).toBeVisible()
  await saved(page)
  const now = butForSavedAt(await exported(page, 'Map file'))

  await look(page, /^Workshop/)
  await expect(region(page)).toContainText(/Workshop \d{1,2} \w+ \d{4}, \d{1,2} \w+ \d{4}\. To look at only\./)
  await expect(element(page, 'Pharmacy')).toBeVisible()
  await expect(region(page).getByRole('button', { name: 'Ward, team, Commissioning, 1 tie' })).toBeVisible()
  await page.waitForTimeout(400)
  expect(apart(await seen(page))).toEqual(asItWas)
  await expectNoAxeViolation()

  await test.step('keys and typing change nothing', async () => {
    await choose(page, 'Ward')
    for (const key of ['Delete', 'Backspace', 'Shift+ArrowRight', 'e', 'Escape', 'c', 'Escape', 's', 'Control+z', 'Control+y']) await page.keyboard.press(key)
    await choose(page, 'Ward')
    await page.keyboard.press(' ')
    for (const key of ['5', '-', '0', '7']) await page.keyboard.press(key)
    await page.keyboard.press('Escape')
    await expect(capture(page)).toHaveCount(0)
    await expect(page.getByText('What you add goes on the map as it is now.')).toBeVisible()
    await expect(element(page, 'Pharmacy')).toBeVisible()
    await choose(page, 'Ward')
    await expect(details(page).getByRole('button', { name: 'Edit' })).toHaveCount(0)
    expect(apart(await seen(page))).toEqual(asItWas)
  })

  await test.step('and in the table neither', async () => {
    await element(page, 'Ward').focus()
    await page.keyboard.press('t')
    const grid = page.getByRole('grid', { name: 'Elements' })
    await grid.locator('[data-at="0:0"]').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('x')
    await page.keyboard.press('Enter')
    await expect(grid.getByRole('textbox')).toHaveCount(0)
    await page.getByRole('button', { name: 'Map', exact: true }).click()
  })

  await region(page).getByRole('button', { name: 'Back to now' }).click()
  await expect(element(page, 'Medical ward')).toBeVisible()
  await expect(element(page, 'Pharmacy')).toBeHidden()
  expect(butForSavedAt(await exported(page, 'Map file'))).toBe(now)
})

test('Undo in a version leaves now as it is', async ({ page }) => {
  await begin(page, ['Ward'])
  await saveVersion(page)
  await page.keyboard.press('n')
  await page.keyboard.type('Brokerage')
  await page.keyboard.press('Enter')
  await expect(element(page, 'Brokerage')).toBeVisible()
  await page.keyboard.press('Escape')
  await look(page, /^Workshop/)
  await expect(element(page, 'Brokerage')).toBeHidden()
  await choose(page, 'Ward')
  await page.keyboard.press('Control+z')
  await region(page).getByRole('button', { name: 'Back to now' }).click()
  await expect(element(page, 'Brokerage')).toBeVisible()
})

test('Both versions of the sample open, from the list of versions too', async ({ page }) => {
  await openSample(page)
  const { versions } = await mapFile(page)
  expect(versions.map(({ name }) => name)).toEqual(['Starting point', 'Six months on'])
  for (const [name, date] of [['Starting point', '12 November 2015'], ['Six months on', '19 May 2016']] as const) {
    await look(page, new RegExp(name))
    await expect(region(page)).toContainText(`${name}, ${date}. To look at only.`)
    await expect(element(page, 'Care brokerage')).toBeVisible()
    await region(page).getByRole('button', { name: 'Back to now' }).click()
    await expect(region(page)).not.toContainText('To look at only')
  }
  await page.reload()
  await expect(element(page, 'Care brokerage')).toBeVisible()
  await look(page, /Starting point/)
  await expect(region(page)).toContainText('Starting point, 12 November 2015. To look at only.')
})
