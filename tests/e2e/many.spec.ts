import { expect, test, type Page } from './fixture.ts'
import { begin, capture, details, element, mapFile, region } from './on-map.ts'

const said = (page: Page) => page.getByTestId('live-region')
const sameAs = (page: Page) => page.getByRole('dialog', { name: 'Same as' })

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command' }).fill(words)
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('option', { selected: true })).toContainText(words)
  await page.keyboard.press('Enter')
}

async function type(page: Page, line: string): Promise<void> {
  await capture(page).fill(line)
  await capture(page).press('Enter')
  await expect(capture(page)).toHaveValue('')
}

async function box(page: Page, name: string) {
  const found = await element(page, name).boundingBox()
  if (!found) throw new Error(`${name} is not on screen`)
  return found
}

/** Pixels of ink in a square of the ties' canvas round a point of the page. */
function inkAt(page: Page, [x, y]: readonly [number, number], half = 5): Promise<number> {
  return page.evaluate(([px, py, r]) => {
    const sheet = document.querySelector<HTMLCanvasElement>('.painted.is-under')
    const frame = sheet?.getBoundingClientRect()
    const context = sheet?.getContext('2d')
    if (!sheet || !frame || !context) return 0
    const ratio = sheet.width / frame.width
    const { data } = context.getImageData(Math.round((px - frame.left - r) * ratio), Math.round((py - frame.top - r) * ratio), 2 * r * ratio, 2 * r * ratio)
    let dark = 0
    for (let i = 0; i < data.length; i += 4) if ((data[i + 3] ?? 0) > 200 && (data[i] ?? 255) < 140) dark++
    return dark
  }, [x, y, half] as const)
}

test('By keyboard alone two elements become one: chosen one by one, with what gives way listed; undone; and taken apart again', async ({ page, expectNoAxeViolation }) => {
  await begin(page, ['Ward', 'Care desk', 'Brokerage'])
  await page.keyboard.press('n')
  for (const line of ['Ward -> Care desk: daily call =4', 'Brokerage => Care desk', 'Brokerage -> Ward =2 −1', '! Call each morning']) await type(page, line)
  await page.keyboard.press('Escape')

  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(page.getByRole('button', { name: 'Choose by dragging' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Home')
  await expect(element(page, 'Brokerage')).toBeFocused()
  await page.keyboard.press(' ')
  await expect(said(page)).toContainText('Brokerage taken.')
  await page.keyboard.press('PageDown')
  await page.keyboard.press(' ')
  await expect(details(page).getByRole('heading', { name: '2 elements' })).toBeVisible()
  await page.keyboard.press('Escape')

  await command(page, 'Same as')
  await expect(sameAs(page).getByRole('radio', { name: /^Brokerage/ })).toBeChecked()
  await expect(sameAs(page)).toContainText('The tie between them: Brokerage tells Care desk.')
  await expectNoAxeViolation()
  await page.keyboard.press('Enter')
  await expect(sameAs(page)).toBeHidden()
  await expect(said(page)).toContainText('Care desk is Brokerage now.')
  await expect(region(page).getByRole('button', { name: 'Brokerage, team, Commissioning, 2 ties' })).toBeFocused()
  await expect(element(page, 'Care desk')).toBeHidden()

  await page.keyboard.press('Control+z')
  await expect(region(page).getByRole('button', { name: 'Care desk, team, Commissioning, 2 ties' })).toBeVisible()
  await page.keyboard.press('Control+y')
  await expect(element(page, 'Care desk')).toBeHidden()
  await command(page, 'Not the same')
  await expect(region(page).getByRole('button', { name: 'Care desk, team, Commissioning, no ties' })).toBeVisible()
})

test('Two that are tied are not tied twice by accident; a tie’s end moves by typing and by a press; parallel ties become one', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage', 'Pharmacy'])
  await page.keyboard.press('n')
  await type(page, 'Ward -> Brokerage =4')
  await page.keyboard.press('Escape')
  const heading = (name: string) => details(page).getByRole('heading', { name })
  const connect = async () => {
    await element(page, 'Ward').click()
    await page.keyboard.press('c')
    await page.keyboard.type('brok')
    await page.keyboard.press('Enter')
    await expect(heading('Ward hands people over to Brokerage')).toBeVisible()
  }
  await connect()
  await expect(page.getByRole('main').getByText('Tied already. C again draws another.')).toBeVisible()
  await page.keyboard.press('c')
  await expect(details(page)).toContainText('One more tie of this kind joins them.')
  await expect(region(page).getByRole('button', { name: 'Ward, team, Commissioning, 2 ties' })).toBeVisible()

  await details(page).getByRole('button', { name: 'Make one' }).click()
  await sameAs(page).getByRole('radio').nth(0).check()
  await page.keyboard.press('Enter')
  await expect(region(page).getByRole('button', { name: 'Ward, team, Commissioning, 1 tie' })).toBeVisible()

  await command(page, 'Move an end to…')
  await expect(page.getByRole('button', { name: 'From Ward' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.type('phar')
  await page.keyboard.press('Enter')
  await expect(heading('Ward hands people over to Pharmacy')).toBeVisible()
  expect((await mapFile(page)).relationships).toHaveLength(1)

  // By presses alone: the menu, the end itself, the new element.
  await details(page).getByRole('button', { name: 'More to do with this' }).click()
  await page.getByRole('menuitem', { name: 'Move an end to…' }).click()
  await element(page, 'Ward').click()
  await expect(page.getByRole('combobox', { name: 'Move the end at Ward to' })).toBeFocused()
  await element(page, 'Brokerage').click()
  await expect(heading('Brokerage hands people over to Pharmacy')).toBeVisible()
})

test('A tie of an element to itself is drawn as a loop, with its width, and a press on it chooses it', async ({ page }) => {
  await begin(page, ['Ward'])
  await element(page, 'Ward').click()
  await page.keyboard.press('c')
  await page.keyboard.type('ward')
  await page.keyboard.press('Enter')
  await expect(details(page).getByRole('heading', { name: 'Ward hands people over to itself' })).toBeVisible()
  await expect(region(page).getByRole('button', { name: 'Ward, team, Commissioning, 1 tie' })).toBeVisible()
  await page.keyboard.press('5')
  await page.keyboard.press('Escape')
  const { x, y, width } = await box(page, 'Ward')
  const zoom = Number(await region(page).evaluate((map) => getComputedStyle(map).getPropertyValue('--zoom')))
  const [right, top] = [x + width, y]
  // Where the loop stands furthest to the right of its card, and highest above it.
  const onLoop = [[right + 30 * zoom, top - 9 * zoom], [right + 2 * zoom, top - 30 * zoom]] as const
  for (const point of onLoop) await expect.poll(() => inkAt(page, point)).toBeGreaterThan(30)
  expect(await inkAt(page, [right + 4 * zoom, top - 8 * zoom], 3)).toBe(0)
  await page.mouse.click(...onLoop[0])
  await expect(details(page).getByRole('heading', { name: 'Ward hands people over to itself' })).toBeVisible()
})

test('Several are chosen with a line drawn round them, given a tag, and lined up, each in one step', async ({ page }) => {
  await begin(page, ['Ward', 'Brokerage', 'Pharmacy'])
  const boxes = async () => Promise.all(['Ward', 'Brokerage', 'Pharmacy'].map((name) => box(page, name)))
  const all = await boxes()
  const [left, right] = [Math.min(...all.map(({ x }) => x)) - 40, Math.max(...all.map(({ x, width }) => x + width)) + 40]
  const [top, bottom] = [Math.min(...all.map(({ y }) => y)) - 40, Math.max(...all.map(({ y, height }) => y + height)) + 40]
  await page.keyboard.down('Alt')
  await page.mouse.move(left, bottom)
  await page.mouse.down()
  for (const [x, y] of [[right, bottom], [right, top], [left, top], [left, bottom]] as const) await page.mouse.move(x, y, { steps: 6 })
  await page.mouse.up()
  await page.keyboard.up('Alt')
  await expect(details(page).getByRole('heading', { name: '3 elements' })).toBeVisible()

  await details(page).getByLabel('Add a tag to all').fill('winter')
  await page.keyboard.press('Enter')
  await expect(details(page).getByRole('button', { name: 'Take winter off all' })).toBeVisible()
  await details(page).getByRole('button', { name: 'Line up, left' }).click()
  await expect.poll(async () => new Set((await boxes()).map(({ x }) => Math.round(x))).size).toBe(1)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => new Set((await boxes()).map(({ x }) => Math.round(x))).size).toBeGreaterThan(1)
  await expect(details(page).getByRole('button', { name: 'Take winter off all' })).toBeVisible()
})

test('A part of one map is copied into another in a second tab: an area with what is in it, ties and a note; without judgements, with them, and cut', async ({ page, context }) => {
  await begin(page, ['Ward', 'Brokerage'])
  await page.keyboard.press('n')
  await type(page, 'Ward -> Brokerage: daily call =4')
  await page.keyboard.press('Escape')
  await command(page, 'New note')
  await expect(region(page).getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Ask the night staff')
  await page.keyboard.press('Tab')
  await element(page, 'Ward').click()
  await element(page, 'Brokerage').click({ modifiers: ['Shift'] })
  await command(page, 'Area around the selection')
  await expect(region(page).getByRole('textbox', { name: 'Title' })).toBeFocused()
  await page.keyboard.type('Front door')
  await page.keyboard.press('Enter')
  await region(page).getByRole('button', { name: 'Note: Ask the night staff' }).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+c')
  await expect(page.getByRole('main').getByText('Copied 2 elements, 1 tie, 1 note and 1 area')).toBeVisible()

  const other = await context.newPage()
  await begin(other, ['Pharmacy'], 'Who orders what?')
  await other.keyboard.press('Control+v')
  await expect(other.getByRole('main').getByText('Pasted 2 elements, 1 tie, 1 note and 1 area')).toBeVisible()
  await expect(details(other).getByRole('heading', { name: '2 elements, 1 note and 1 area' })).toBeVisible()
  await expect(region(other).getByRole('button', { name: 'Note: Ask the night staff' })).toBeVisible()
  await expect(region(other).getByRole('button', { name: 'Area: Front door' })).toBeVisible()
  await expect(region(other).getByRole('button', { name: 'Ward, team, Commissioning, 1 tie' })).toBeVisible()
  const ratings = async () => {
    const file = await mapFile(other)
    const ties = file.relationships.map(({ id }) => id)
    return file.perspectives.flatMap(({ judgements = {} }) => ties.flatMap((tie) => judgements[tie] ?? []))
  }
  expect(await ratings()).toEqual([{ seen: 'yes' }])

  await other.keyboard.press('Control+z')
  await expect(element(other, 'Ward')).toBeHidden()
  // From the capture line, where the browser gives the text alone, and after the first tab is gone and this one was loaded again.
  await page.close()
  await other.reload()
  await expect(element(other, 'Pharmacy')).toBeVisible()
  await other.keyboard.press('Control+Shift+v')
  await expect(other.getByRole('main').getByText('Pasted 2 elements, 1 tie, 1 note and 1 area, with judgements')).toBeVisible()
  expect(await ratings()).toEqual([{ seen: 'yes', strength: 4 }])

  // Cut takes the ties of what goes, and puts them back with it.
  await element(other, 'Brokerage').click()
  await element(other, 'Ward').click({ modifiers: ['Shift'] })
  await other.keyboard.press('Control+x')
  await expect(other.getByRole('main').getByText('Cut 2 elements and 1 tie')).toBeVisible()
  await expect(element(other, 'Ward')).toBeHidden()
  await other.keyboard.press('Control+v')
  await expect(region(other).getByRole('button', { name: 'Ward, team, Commissioning, 1 tie' })).toBeVisible()
  for (let undone = 0; undone < 3; undone++) await other.keyboard.press('Control+z')
  await expect(element(other, 'Ward')).toBeHidden()

  // In a field the clipboard is the field's.
  await capture(other).focus()
  await other.keyboard.type('Therapy')
  await other.keyboard.press('Control+a')
  await other.keyboard.press('Control+c')
  await other.keyboard.press('End')
  await other.keyboard.press('Control+v')
  await expect(capture(other)).toHaveValue('TherapyTherapy')
})

test('In the table alone: rows are chosen, cells are copied and filled as cells, and the menu of the rows works on them', async ({ page, expectNoAxeViolation }) => {
  await begin(page, ['Ward', 'Brokerage', 'Pharmacy'])
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Table' }).click()
  const grid = page.getByRole('grid', { name: 'Elements' })
  const cell = (name: string) => grid.getByRole('rowheader', { name })
  const kind = (row: number) => grid.locator(`[data-at="${row}:2"]`)
  await cell('Ward').click()
  const from = Number((await cell('Ward').getAttribute('data-at'))?.split(':')[0])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.press('g')
  await page.keyboard.press('Enter')
  await expect(kind(from)).toHaveText('group')
  await kind(from).click()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(details(page).getByRole('heading', { name: '2 elements' })).toBeVisible()
  await page.keyboard.press('Control+d')
  await expect(kind(from + 1)).toHaveText('group')
  await page.keyboard.press('Control+c')
  await expect(said(page)).toContainText('2 cells copied.')
  await kind(from + 2).click()
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('main').getByText('room for 1 row from here on')).toBeVisible()
  await kind(from + 1).click()
  await page.keyboard.press('Control+c')
  await kind(from + 2).click()
  await page.keyboard.press('Control+v')
  await expect(kind(from + 2)).toHaveText('group')
  await expect(grid.getByRole('rowheader')).toHaveCount(4)

  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu', { name: 'More to do with the chosen elements' })
  await expect(menu.getByRole('menuitem', { name: 'Connect' })).toBeFocused()
  await expectNoAxeViolation()
  await menu.getByRole('menuitem', { name: 'Duplicate' }).press('Enter')
  await expect(grid.getByRole('rowheader')).toHaveCount(6)
  await expect(details(page).getByRole('heading', { name: '2 elements' })).toBeVisible()

  await command(page, 'Select everything in Commissioning')
  await expect(details(page).getByRole('heading', { name: '5 elements' })).toBeVisible()
  await page.getByRole('button', { name: 'More to do with the chosen elements' }).click()
  await menu.getByRole('menuitem', { name: 'Copy', exact: true }).click()
  await expect(page.getByRole('main').getByText('Copied 5 elements')).toBeVisible()
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Map' }).click()
  await expect(details(page).getByRole('heading', { name: '5 elements' })).toBeVisible()
})
