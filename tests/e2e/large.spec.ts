import { expect, test } from './fixture.ts'
import { details, region, saved, toStart } from './on-map.ts'

test('A map of 5,000: made, panned and zoomed, then chosen, connected, rated, renamed and cleared through its list alone, and removed from this laptop', async ({ page, expectNoAxeViolation }) => {
  test.setTimeout(90_000)
  await page.goto('/')
  await page.getByRole('button', { name: /^Try a large map/ }).click()
  const list = region(page).getByRole('group', { name: 'Elements' }).getByRole('listbox')
  const at = list.locator('[role="option"][tabindex="0"]')
  const said = page.getByTestId('live-region')
  await expect(at).toHaveAttribute('aria-setsize', '5000')
  await saved(page)

  const view = page.locator('.react-flow__viewport')
  const frame = await region(page).boundingBox()
  if (!frame) throw new Error('No map')
  const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2]
  const whole = await view.getAttribute('style')
  await page.mouse.move(x, y)
  await page.mouse.wheel(0, -600)
  await expect(view).not.toHaveAttribute('style', whole ?? '')
  const near = await view.getAttribute('style')
  await region(page).getByRole('button', { name: 'Zoom in' }).click()
  await expect(view).not.toHaveAttribute('style', near ?? '')

  // Nothing but the list is left to those who hear the page.
  await page.evaluate(() => document.querySelectorAll('.react-flow, .map-keys').forEach((element) => element.setAttribute('aria-hidden', 'true')))
  await page.locator('.map-keys').focus()
  await page.keyboard.press('F6')
  await expect(at).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('discharge')
  await page.keyboard.press('Enter')
  await expect(at).toHaveAccessibleName(/discharge/)
  const name = /^(.+? \d+),/.exec((await at.textContent()) ?? '')?.[1] ?? ''
  await expect(details(page).getByRole('heading', { name })).toBeVisible()

  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Name' }).fill('Aardvark hub')
  await page.keyboard.press('Enter')
  await expect(at).toBeFocused()
  await expect(at).toHaveAccessibleName(/^Aardvark hub,/)

  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: /^Connect/ }).fill('carers group')
  await page.keyboard.press('Enter')
  await expect(details(page)).toContainText('Aardvark hub')
  await expect(page.getByRole('group', { name: 'Kind of tie' })).toBeVisible()
  await expect(at).toBeFocused()
  await page.keyboard.press('4')
  await expect(said).toContainText('Joined')
  await page.evaluate(() => document.querySelectorAll('.react-flow, .map-keys').forEach((element) => element.removeAttribute('aria-hidden')))
  await expectNoAxeViolation()

  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Kind of tie' })).toBeHidden()
  await expect(at).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect(at).toHaveAttribute('aria-posinset', '2')
  const gone = (await at.textContent()) ?? ''
  await page.keyboard.press('Delete')
  await expect(at).toHaveAttribute('aria-setsize', '4999')
  await expect(at).toBeFocused()
  await expect(at).not.toHaveText(gone)
  await expect(said).not.toBeEmpty()
  await saved(page)

  const maps = await toStart(page)
  await maps.getByRole('button', { name: /^More for A large map/ }).click()
  await page.getByRole('menuitem', { name: 'Remove from this laptop' }).click()
  await expect(maps.getByRole('button', { name: /^A large map/ })).toHaveCount(0)
})
