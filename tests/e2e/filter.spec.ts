import { expect, test, type Page } from './fixture.ts'
import { element, exported, openSample, region } from './on-map.ts'

const strip = (page: Page) => page.getByRole('region', { name: 'Filter' })
const names = (page: Page) => region(page).getByRole('button', { name: /, (\d[\d,]*|no) ties?$/ }).evaluateAll((all) => all.map((one) => (one.getAttribute('aria-label') ?? '').split(',')[0] ?? '').sort())
const said = (page: Page) => page.getByTestId('live-region')

test('By keyboard the map is narrowed to what the talk is about, the same in every view and picture, and shown whole again', async ({ page, expectNoAxeViolation }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSample(page)
  await element(page, 'Hospital discharge team').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('hospital discharge')
  await page.keyboard.press('Enter')

  await test.step('H: these and their neighbours, then a step wider', async () => {
    await page.keyboard.press('h')
    await expect(strip(page)).toContainText('Hospital discharge team and neighbours')
    await expect(strip(page)).toContainText('8 of 46 elements')
    await expect(said(page)).toContainText('Only Hospital discharge team and neighbours: 8 of 46 elements')
    expect(await names(page)).toHaveLength(8)
    await expectNoAxeViolation()
    await page.keyboard.press('Shift+H')
    await expect(strip(page)).toContainText('2 steps round')
    expect((await names(page)).length).toBeGreaterThan(20)
    await page.keyboard.press('h')
    await expect(strip(page)).toHaveCount(0)
    expect(await names(page)).toHaveLength(46)
  })

  await test.step('O: an organisation and a strength, at once behind the dialog', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('o')
    const dialog = page.getByRole('dialog', { name: 'Filter' })
    await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused()
    await dialog.getByRole('group', { name: 'Organisation' }).getByRole('button', { name: /Acute Care/ }).press('Enter')
    await dialog.getByRole('group', { name: 'Organisation' }).getByRole('button', { name: /Adult Social Care/ }).press(' ')
    await dialog.getByLabel('Strength from').selectOption({ label: '3 Coordinated' })
    await expect(dialog.getByRole('status')).toHaveText(/^\d+ of 46 elements, \d+ of 94 ties$/)
    await expectNoAxeViolation()
    await dialog.getByRole('button', { name: 'Done' }).press('Enter')
    await expect(strip(page)).toContainText('Acute Care or Adult Social Care')
    await expect(strip(page)).toContainText('strength 3 to 5')
  })

  const shown = await names(page)
  await test.step('the table lists the same', async () => {
    await page.keyboard.press('t')
    const grid = page.getByRole('grid', { name: 'Elements' })
    await expect(grid).toHaveAttribute('aria-rowcount', String(shown.length + 1))
    for (const name of shown) await expect(grid.getByRole('rowheader', { name, exact: true })).toBeVisible()
    await page.getByRole('tab', { name: /^Ties/ }).click()
    const [ties = ''] = /\d+(?= of 94 ties)/.exec((await strip(page).textContent()) ?? '') ?? []
    await expect(page.getByRole('grid', { name: 'Ties' })).toHaveAttribute('aria-rowcount', String(Number(ties) + 1))
  })

  await test.step('a picture shows the same and says so', async () => {
    const svg = (await exported(page, 'Drawing')).toString('utf8')
    expect(svg).toContain('Only Acute Care or Adult Social Care; strength 3 to 5')
    expect(svg).not.toContain('GP practices')
  })

  await test.step('what is sought by name is shown, whatever the filter says', async () => {
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Map' }).press('Enter')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('gp practices')
    await page.keyboard.press('Enter')
    await expect(element(page, 'GP practices')).toBeVisible()
    await expect(strip(page)).toHaveCount(0)
  })

  await test.step('A shows all, and so does Escape', async () => {
    for (const key of ['a', 'Escape']) {
      await element(page, 'GP practices').focus()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('only ties that matter most')
      await page.keyboard.press('Enter')
      await expect(strip(page)).toContainText('ties that matter most')
      await element(page, 'Care brokerage').focus()
      await page.keyboard.press(key)
      await expect(strip(page)).toHaveCount(0)
      await expect(said(page)).toContainText('Everything is shown.')
    }
  })
})

test('The ways between two, and what one leads to, are shown alone; a chip takes its condition off', async ({ page }) => {
  await openSample(page)
  await element(page, 'Coaching network').click()
  await element(page, 'Community mental health team').click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('shortest ways')
  await page.keyboard.press('Enter')
  await expect(strip(page)).toContainText('the shortest ways between Coaching network and Community mental health team')
  const onWay = await names(page)
  expect(onWay).toContain('Coaching network')
  expect(onWay.length).toBeLessThan(12)
  await strip(page).getByRole('button', { name: /^Not only the shortest ways/ }).click()
  await expect(strip(page)).toHaveCount(0)
  expect(await names(page)).toHaveLength(46)

  // The strip comes and makes the map lower while the view is on its way: it arrives all the same.
  await expect(element(page, 'Care brokerage')).toBeInViewport()
  const zoom = () => region(page).evaluate((map) => Number(getComputedStyle(map).getPropertyValue('--zoom')))
  let before = NaN
  // At rest again with everything in sight.
  await expect.poll(async () => before === (before = await zoom())).toBe(true)
  await element(page, 'Care brokerage').click()
  await page.keyboard.press('h')
  await expect(strip(page)).toContainText('Care brokerage and neighbours')
  await expect.poll(zoom).toBeGreaterThan(before * 1.5)
})
