import { expect, test, type Page } from './fixture.ts'
import { openSample } from './on-map.ts'

const region = (page: Page) => page.getByRole('region', { name: 'Map', exact: true })
const element = (page: Page, name: string) => region(page).getByRole('button', { name: new RegExp(`^${name},`) })
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const said = (page: Page) => page.getByTestId('live-region')

async function begin(page: Page, names: readonly string[]): Promise<void> {
  await page.goto('/')
  await page.getByRole('textbox', { name: 'What are we trying to understand?' }).fill('How do people get home?')
  await page.keyboard.press('Enter')
  await expect(region(page)).toBeVisible()
  const capture = page.getByRole('textbox', { name: 'Capture' })
  for (const name of names) {
    await capture.fill(name)
    await capture.press('Enter')
    await expect(element(page, name)).toBeVisible()
  }
  await capture.press('Escape')
}

async function middle(page: Page, name: string): Promise<readonly [number, number]> {
  const box = await element(page, name).boundingBox()
  if (!box) throw new Error(`${name} is not on screen`)
  return [box.x + box.width / 2, box.y + box.height / 2]
}

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 8 })
  await page.mouse.move(...to, { steps: 8 })
  await page.mouse.up()
}

/** The right one of the four dots outside a selected element. */
async function edge(page: Page, name: string): Promise<readonly [number, number]> {
  const box = await element(page, name).boundingBox()
  if (!box) throw new Error(`${name} is not on screen`)
  return [box.x + box.width + 12, box.y + box.height / 2]
}

test('An element is called by its name, then kind, organisation and number of ties', async ({ page, expectNoAxeViolation }) => {
  await begin(page, ['Ward'])
  await expect(region(page).getByRole('button', { name: /^Ward, team, Commissioning, (0|no) ties$/ })).toBeVisible()
  await expectNoAxeViolation()
})

test('A press chooses, Shift adds, a press on nothing chooses nothing', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage'])
  await element(page, 'Ward').click()
  await expect(details(page).getByRole('heading', { name: 'Ward' })).toBeVisible()
  await element(page, 'Brokerage').click({ modifiers: ['Shift'] })
  await expect(details(page).getByRole('heading', { name: '2 elements' })).toBeVisible()
  const [x, y] = await middle(page, 'The person in the middle')
  await page.mouse.click(x, y + 190)
  await expect(element(page, 'Ward')).toHaveAttribute('aria-pressed', 'false')
})

test('A marquee chooses what it touches', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage'])
  const [ax, ay] = await middle(page, 'Ward')
  const [bx, by] = await middle(page, 'Brokerage')
  await page.keyboard.down('Shift')
  await drag(page, [Math.min(ax, bx) - 90, Math.min(ay, by) - 40], [Math.max(ax, bx) + 90, Math.max(ay, by) + 40])
  await page.keyboard.up('Shift')
  await expect(details(page).getByRole('heading', { name: '2 elements' })).toBeVisible()
})

test('A drag moves one element, in one step, and nothing else; what was dragged is pinned', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage'])
  const other = await middle(page, 'Brokerage')
  const [x, y] = await middle(page, 'Ward')
  await drag(page, [x, y], [x + 150, y - 60])
  await expect(details(page)).toContainText('pinned')
  const [nx, ny] = await middle(page, 'Ward')
  expect(nx - x).toBeGreaterThan(120)
  expect(y - ny).toBeGreaterThan(40)
  expect(await middle(page, 'Brokerage')).toEqual(other)
  await page.keyboard.press('Control+z')
  await expect.poll(() => middle(page, 'Ward')).toEqual([x, y])
})

test('A drag from the edge to another element ties them, and the kind can be picked', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage'])
  await element(page, 'Ward').click()
  await drag(page, await edge(page, 'Ward'), await middle(page, 'Brokerage'))
  await expect(details(page).getByRole('heading', { name: 'Ward hands people over to Brokerage' })).toBeVisible()
  await region(page).getByRole('group', { name: 'Kind of tie' }).getByRole('button', { name: 'tells' }).click()
  await expect(details(page).getByRole('heading', { name: 'Ward tells Brokerage' })).toBeVisible()
})

test('A drag from the edge to empty canvas asks for a name and ties the new element', async ({ page }) => {
  await begin(page, ['Ward'])
  await element(page, 'Ward').click()
  const [x, y] = await middle(page, 'Ward')
  await drag(page, await edge(page, 'Ward'), [x + 200, y + 60])
  await page.getByRole('textbox', { name: 'Name of the new element' }).fill('Pharmacy')
  await page.keyboard.press('Enter')
  await expect(region(page).getByRole('button', { name: /^Pharmacy, team, Commissioning, 1 tie$/ })).toBeVisible()
})

test('Two presses name an element in place, and add one on empty canvas', async ({ page }) => {
  await begin(page, ['Ward'])
  await element(page, 'Ward').dblclick()
  await page.getByRole('textbox', { name: 'Name' }).fill('Medical ward')
  await page.keyboard.press('Enter')
  await expect(element(page, 'Medical ward')).toBeFocused()
  const [x, y] = await middle(page, 'The person in the middle')
  await page.mouse.dblclick(x + 160, y + 150)
  await page.getByRole('textbox', { name: 'Name of the new element' }).fill('Pharmacy')
  await page.keyboard.press('Enter')
  await expect(element(page, 'Pharmacy')).toBeVisible()
  const [px, py] = await middle(page, 'Pharmacy')
  expect(Math.hypot(px - x - 160, py - y - 150)).toBeLessThan(60)
})

test('The keyboard alone connects, rates, names, moves, removes and brings back', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage'])
  await page.keyboard.press('Home')
  await expect(element(page, 'Brokerage')).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(element(page, 'Ward')).toBeFocused()
  await page.keyboard.press('c')
  await page.keyboard.type('brok')
  await page.keyboard.press('Enter')
  await expect(details(page).getByRole('heading', { name: 'Ward hands people over to Brokerage' })).toBeVisible()
  await page.keyboard.press('3')
  await page.keyboard.press('-')
  const card = details(page).getByRole('region', { name: 'Rate this tie' })
  await expect(card.getByRole('button', { name: /Coordinated/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(card.getByRole('button', { name: /Strained/ })).toHaveAttribute('aria-pressed', 'true')

  await page.keyboard.press('Home')
  const before = await middle(page, 'Brokerage')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => (await middle(page, 'Brokerage'))[0]).toBeGreaterThan(before[0])
  await page.keyboard.press('e')
  await page.keyboard.type('Care brokerage')
  await page.keyboard.press('Enter')
  await expect(element(page, 'Care brokerage')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(element(page, 'Care brokerage')).toBeHidden()
  // What had the focus is gone: the arrows go on from what is left.
  await page.keyboard.press('End')
  await expect(element(page, 'Ward').or(element(page, 'The person in the middle')).and(page.locator(':focus'))).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(region(page).getByRole('button', { name: 'Care brokerage, team, Commissioning, 1 tie' })).toBeVisible()
})

test('Space goes round the ties of an element, and says each', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage'])
  const capture = page.getByRole('textbox', { name: 'Capture' })
  await page.keyboard.press('n')
  await capture.fill('Ward -> Brokerage: daily call')
  await capture.press('Enter')
  await capture.press('Escape')
  await element(page, 'Ward').click()
  await page.keyboard.press(' ')
  await expect(said(page)).toContainText('Ward hands people over to Brokerage')
  await expect(details(page)).toContainText('daily call')
})

test('Tab leaves the canvas in two at most', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage'])
  await element(page, 'Ward').click()
  await page.keyboard.press('Tab')
  if (await region(page).evaluate((map) => map.contains(document.activeElement))) await page.keyboard.press('Tab')
  expect(await region(page).evaluate((map) => map.contains(document.activeElement))).toBe(false)
})

test('A press near a line chooses the tie: within 12 px of it', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage'])
  await element(page, 'Ward').click()
  await drag(page, await edge(page, 'Ward'), await middle(page, 'The person in the middle'))
  await expect(details(page).getByRole('heading', { name: /^Ward hands people over to/ })).toBeVisible()
  await page.keyboard.press('Escape')
  const [ax, ay] = await middle(page, 'Ward')
  const [bx, by] = await middle(page, 'The person in the middle')
  const length = Math.hypot(bx - ax, by - ay)
  const [nx, ny] = [-(by - ay) / length, (bx - ax) / length]
  await element(page, 'Brokerage').click()
  await page.mouse.click((ax + bx) / 2 + nx * 8, (ay + by) / 2 + ny * 8)
  await expect(details(page).getByRole('heading', { name: /^Ward hands people over to/ })).toBeVisible()
})

test('A tie is painted where it runs, and follows the element that is dragged', async ({ page }) => {
  await begin(page, ['Ward'])
  await element(page, 'Ward').click()
  await drag(page, await edge(page, 'Ward'), await middle(page, 'The person in the middle'))
  await expect(details(page).getByRole('heading', { name: /^Ward hands people over to/ })).toBeVisible()
  await page.keyboard.press('5')
  await page.waitForTimeout(3200)
  const [bx, by] = await middle(page, 'The person in the middle')
  const inkBetween = async () => {
    const [ax, ay] = await middle(page, 'Ward')
    return page.evaluate(([x, y]) => {
      const sheet = document.querySelector<HTMLCanvasElement>('.painted.is-under')
      const box = sheet?.getBoundingClientRect()
      const context = sheet?.getContext('2d')
      if (!sheet || !box || !context) return 0
      const ratio = sheet.width / box.width
      const { data } = context.getImageData(Math.round((x - box.left - 10) * ratio), Math.round((y - box.top - 10) * ratio), 20 * ratio, 20 * ratio)
      let dark = 0
      for (let i = 0; i < data.length; i += 4) if ((data[i + 3] ?? 0) > 200 && (data[i] ?? 255) < 120) dark++
      return dark
    }, [(ax + bx) / 2, (ay + by) / 2] as const)
  }
  expect(await inkBetween()).toBeGreaterThan(20)
  const [ax, ay] = await middle(page, 'Ward')
  await drag(page, [ax, ay], [ax + 40, ay + 220])
  await expect.poll(inkBetween).toBeGreaterThan(20)
})

test('Several that are chosen are dragged together, in one step', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage'])
  await element(page, 'Ward').click()
  await element(page, 'Brokerage').click({ modifiers: ['Shift'] })
  const before = [await middle(page, 'Ward'), await middle(page, 'Brokerage')] as const
  await drag(page, before[0], [before[0][0] + 120, before[0][1] + 40])
  const after = [await middle(page, 'Ward'), await middle(page, 'Brokerage')] as const
  expect(after[0][0] - before[0][0]).toBeGreaterThan(80)
  expect(after[1][0] - before[1][0]).toBeCloseTo(after[0][0] - before[0][0], 0)
  await page.keyboard.press('Control+z')
  await expect.poll(() => middle(page, 'Ward')).toEqual(before[0])
  expect(await middle(page, 'Brokerage')).toEqual(before[1])
})

test('A wheel zooms about the pointer, two fingers move, the toolbar zooms by keyboard, and Z shows all', async ({ page }) => {
  await begin(page, ['Ward'])
  const start = await middle(page, 'Ward')
  const width = async () => (await element(page, 'Ward').boundingBox())?.width ?? 0
  const before = await width()
  await page.mouse.move(...start)
  await page.mouse.wheel(0, -120)
  await expect.poll(width).toBeGreaterThan(before * 1.1)
  expect((await middle(page, 'Ward'))[0]).toBeCloseTo(start[0], -1)
  const held = await middle(page, 'Ward')
  await page.mouse.wheel(12, 18)
  await expect.poll(async () => Math.round((await middle(page, 'Ward'))[0] - held[0])).toBe(-12)

  const larger = await width()
  await element(page, 'Ward').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(width).toBeGreaterThan(larger * 1.2)
  await element(page, 'Ward').focus()
  await page.keyboard.press('z')
  await expect.poll(width).toBeCloseTo(before, 0)
})

test('The second button lists what can be done with what lies there, and on open water with the map; so does the menu key', async ({ page, expectNoAxeViolation }) => {
  await begin(page, ['Ward'])
  const menu = page.getByRole('menu', { name: 'More to do with this' })
  await element(page, 'Ward').click({ button: 'right' })
  await expect(details(page).getByRole('heading', { name: 'Ward' })).toBeVisible()
  await expectNoAxeViolation()
  await menu.getByRole('menuitem', { name: 'Edit name' }).click()
  await page.keyboard.type('Ward 7')
  await page.keyboard.press('Enter')
  await expect(element(page, 'Ward 7')).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await expect(menu.getByRole('menuitem', { name: 'Connect' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(element(page, 'Ward 7')).toBeFocused()

  const frame = await region(page).boundingBox()
  const [x, y] = [(frame?.x ?? 0) + 120, (frame?.y ?? 0) + 320]
  await page.mouse.click(x, y, { button: 'right' })
  await page.getByRole('menu', { name: 'More to do with the map' }).getByRole('menuitem', { name: 'New element here' }).click()
  await page.keyboard.type('Desk')
  await page.keyboard.press('Enter')
  const [dx, dy] = await middle(page, 'Desk')
  expect(Math.hypot(dx - x, dy - y)).toBeLessThan(60)
  await page.mouse.click(x, y + 100, { button: 'right' })
  await expect(page.getByRole('menu')).toBeVisible()
  await page.mouse.click(x + 340, y - 200)
  await expect(page.getByRole('menu')).toHaveCount(0)
})

test('By single presses alone a tie is drawn: choose, press its edge, type the other name', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage'])
  await element(page, 'Ward').click()
  await page.mouse.click(...(await edge(page, 'Ward')))
  await page.getByRole('combobox', { name: 'Connect Ward to' }).fill('brok')
  await page.getByRole('option', { name: 'Brokerage' }).click()
  await expect(details(page).getByRole('heading', { name: 'Ward hands people over to Brokerage' })).toBeVisible()
})

test('With the panel open on a small laptop the whole sample is in sight, and its names can be read', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSample(page)
  await page.waitForTimeout(300)
  const seen = await region(page).evaluate((map) => {
    const window = map.getBoundingClientRect()
    const names = [...map.querySelectorAll<SVGTextElement>('.element text')]
    const size = (name: SVGTextElement) => parseFloat(name.getAttribute('font-size') ?? getComputedStyle(name).fontSize) * (name.getScreenCTM()?.d ?? 0)
    const isInside = ({ left, right, top, bottom }: DOMRect) => left >= window.left && right <= window.right && top >= window.top && bottom <= window.bottom
    return { count: names.length, least: Math.min(...names.map(size)), areInside: names.every((name) => isInside(name.getBoundingClientRect())) }
  })
  expect(seen.count).toBeGreaterThan(46)
  expect(seen.areInside).toBe(true)
  expect(seen.least).toBeGreaterThan(9.9)
})
