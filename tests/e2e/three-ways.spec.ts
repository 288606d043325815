import type { Locator } from '@playwright/test'
import { expectUsable } from './check-screen.ts'
import { expect, test, type Page } from './fixture.ts'
import { begin, capture, details, element, mapFile, question, region, saved, type MapFile } from './on-map.ts'

/** Ten of whom the last but one is the same as the last, and twelve ties; every tie is rated, eight of them by a second perspective too. */
const NAMES = ['Ward', 'Pharmacy', 'Discharge team', 'Brokerage', 'Therapy', 'Transport', 'Care home', 'Family', 'GP surgery', 'General practice'] as const
const TIES: readonly (readonly [from: string, to: string])[] = [
  ['Ward', 'Pharmacy'], ['Ward', 'Discharge team'], ['Ward', 'Brokerage'], ['Ward', 'Therapy'], ['Ward', 'Transport'], ['Ward', 'Care home'], ['Ward', 'Family'], ['Ward', 'GP surgery'],
  ['Pharmacy', 'Transport'], ['Therapy', 'Brokerage'], ['Brokerage', 'Care home'], ['Family', 'General practice'],
]
const SECOND = 8
const strength = (i: number) => i % 5 + 1

const filterStrip = (page: Page) => page.getByRole('region', { name: 'Filter' })
const sameAs = (page: Page) => page.getByRole('dialog', { name: 'Same as' })

/** What stands on the map when the task is done, whichever way it was: read from the file that left. */
function expectDone(file: MapFile): void {
  const name = new Map(file.elements.map(({ id, name: own }) => [id, own]))
  expect([...name.values()].sort()).toEqual([...NAMES.filter((each) => each !== 'General practice'), 'The person in the middle'].toSorted())
  const ties = file.relationships.map(({ id, from, to }) => ({ id, said: `${name.get(from as string)} ${name.get(to as string)}` }))
  const wanted = TIES.map(([from, to]) => `${from} ${to}`.replace('General practice', 'GP surgery'))
  expect(ties.map(({ said }) => said).sort()).toEqual(wanted.toSorted())
  const ratings = file.perspectives.flatMap(({ judgements = {} }) => ties.flatMap(({ id, said }) => (judgements[id]?.['strength'] === undefined ? [] : [[said, judgements[id]['strength']] as const])))
  expect(ratings).toHaveLength(TIES.length + SECOND)
  for (const [said, value] of ratings) expect(value, said).toBe(strength(wanted.indexOf(said)))
}

/** Every screen on the way is checked as it stands. */
type Check = () => Promise<void>
const checking = (page: Page, axe: () => Promise<void>): Check => async () => {
  await axe()
  await expectUsable(page)
}

/** Presses a key until something has the focus. */
async function until(page: Page, key: string, target: Locator, most = 40): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await target.evaluate((found) => found === document.activeElement || found.contains(document.activeElement)).catch(() => false)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${target}`)
}

test('The whole task by keyboard alone', async ({ page, expectNoAxeViolation }) => {
  test.setTimeout(120_000)
  // What comes up by degrees is read before it is all there.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const check = checking(page, expectNoAxeViolation)
  await begin(page, [])
  await page.keyboard.press('n')
  for (const name of NAMES) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  for (const [from, to] of TIES) {
    await page.keyboard.type(`${from} -> ${to}`)
    await page.keyboard.press('Enter')
  }
  await expect(region(page).getByRole('button', { name: /^Ward,.* 8 ties$/ })).toBeVisible()
  await check()

  // Each tie by its first end: Space goes round, the panel says which it is, a digit rates.
  const rate = async (most: number) => {
    const left = new Map(TIES.slice(0, most).map(([from, to], i) => [`${from} hands people over to ${to}`, { from, value: strength(i) }]))
    for (const from of new Set(TIES.map(([start]) => start))) {
      if (![...left.values()].some((each) => each.from === from)) continue
      await page.keyboard.press('Control+f')
      await page.keyboard.type(from)
      await page.keyboard.press('Enter')
      await expect(element(page, from)).toBeFocused()
      for (let i = 0; i < 12 && [...left.values()].some((each) => each.from === from); i++) {
        await page.keyboard.press(' ')
        const heading = (await details(page).getByRole('heading', { level: 2 }).textContent()) ?? ''
        const found = left.get(heading)
        if (!found) continue
        await page.keyboard.press(String(found.value))
        left.delete(heading)
      }
    }
    expect([...left.keys()]).toEqual([])
  }
  await page.keyboard.press('Escape')
  await rate(TIES.length)
  await page.keyboard.press(']')
  await expect(page.getByRole('button', { name: 'Seen by: Commissioning' })).toBeVisible()
  await rate(SECOND)
  await check()

  // One of two names for the same surgery goes.
  await page.keyboard.press('Control+f')
  await page.keyboard.type('GP surgery')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('same as')
  await page.keyboard.press('Enter')
  await page.keyboard.type('general')
  await page.keyboard.press('Enter')
  await expect(sameAs(page).getByRole('radio', { name: /^GP surgery/ })).toBeChecked()
  await check()
  await page.keyboard.press('Enter')
  await expect(element(page, 'General practice')).toBeHidden()

  await page.keyboard.press('o')
  const filter = page.getByRole('dialog', { name: 'Filter' })
  await expect(filter).toBeVisible()
  await until(page, 'Tab', filter.getByLabel('Strength from'))
  await page.keyboard.type('4')
  await check()
  await until(page, 'Tab', filter.getByRole('button', { name: 'Done' }))
  await page.keyboard.press('Enter')
  await expect(filterStrip(page)).toContainText('strength 4 to 5')
  await check()

  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await check()
  await until(page, 'Tab', dialog.getByRole('radio', { checked: true }))
  for (let i = 0; i < 9 && !(await dialog.getByRole('radio', { name: /^Map file/ }).isChecked()); i++) await page.keyboard.press('ArrowDown')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  await (await download).path()
  await expect(dialog).toBeHidden()
  expectDone(await mapFile(page))
})

test.describe('By touch', () => {
  test.use({ hasTouch: true, viewport: { width: 1280, height: 900 } })

  test('The whole task by single taps alone, and what a finger types', async ({ page, expectNoAxeViolation }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const check = checking(page, expectNoAxeViolation)
    await page.goto('/')
    await question(page).fill('How do people get home?')
    await page.getByRole('button', { name: /^Start the map/ }).tap()
    for (const name of NAMES) {
      await capture(page).fill(name)
      await page.getByRole('button', { name: 'Enter add' }).tap()
      await expect(element(page, name)).toBeVisible()
    }
    for (const [from, to] of TIES) {
      await element(page, from).tap()
      await details(page).getByRole('button', { name: 'More to do with this' }).tap()
      await page.getByRole('menuitem', { name: 'Connect' }).tap()
      await page.getByRole('combobox', { name: `Connect ${from} to` }).fill(to)
      await page.getByRole('option', { name: to, exact: true }).first().tap()
      await expect(details(page).getByRole('heading', { name: `${from} hands people over to ${to}` })).toBeVisible()
    }
    await check()

    const rate = async (most: number) => {
      for (const [i, [from, to]] of TIES.slice(0, most).entries()) {
        await element(page, from).tap()
        await details(page).getByRole('button', { name: new RegExp(`\\b${to}\\b`) }).first().tap()
        await expect(details(page).getByRole('heading', { name: `${from} hands people over to ${to}` })).toBeVisible()
        await details(page).getByRole('group', { name: 'How strong is this tie?' }).getByRole('button', { name: new RegExp(`^${strength(i)}`) }).tap()
      }
    }
    await rate(TIES.length)
    await page.getByRole('button', { name: /^Seen by/ }).tap()
    await page.getByRole('menuitemradio', { name: 'Commissioning' }).tap()
    await rate(SECOND)
    await check()

    await element(page, 'GP surgery').tap()
    await details(page).getByRole('button', { name: 'More to do with this' }).tap()
    await page.getByRole('menuitem', { name: 'Same as…' }).tap()
    await element(page, 'General practice').tap()
    await expect(sameAs(page).getByRole('radio', { name: /^GP surgery/ })).toBeChecked()
    await check()
    await sameAs(page).getByRole('button', { name: /^Make them one/ }).tap()
    await expect(element(page, 'General practice')).toBeHidden()

    await page.getByRole('button', { name: 'Menu', exact: true }).tap()
    await page.getByRole('menuitem', { name: /^Filter/ }).tap()
    const filter = page.getByRole('dialog', { name: 'Filter' })
    await filter.getByLabel('Strength from').selectOption({ index: 5 })
    await filter.getByRole('button', { name: 'Done' }).tap()
    await expect(filterStrip(page)).toContainText('strength 4 to 5')
    await check()

    await page.getByRole('button', { name: 'Export', exact: true }).tap()
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('radio', { name: /^Map file/ }).tap()
    await check()
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: /^Save/ }).tap()
    await (await download).path()
    await saved(page)
    expectDone(await mapFile(page))
  })
})

test('The whole task in the table alone', async ({ page, expectNoAxeViolation }) => {
  test.setTimeout(120_000)
  // What comes up by degrees is read before it is all there.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const check = checking(page, expectNoAxeViolation)
  await begin(page, [])
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Table' }).click()
  const table = page.getByRole('region', { name: 'Table' })
  await table.getByRole('button', { name: 'Add an element' }).click()
  await expect(capture(page)).toBeFocused()
  for (const name of NAMES) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  const elements = page.getByRole('grid', { name: 'Elements' })
  await expect(elements.getByRole('rowheader', { name: 'General practice' })).toBeVisible()
  await page.getByRole('tab', { name: /^Ties/ }).click()
  await table.getByRole('button', { name: 'Add a tie' }).click()
  for (const [from, to] of TIES) {
    await page.keyboard.type(`${from} -> ${to}`)
    await page.keyboard.press('Enter')
  }
  const ties = page.getByRole('grid', { name: 'Ties' })
  await expect(ties).toHaveAttribute('aria-rowcount', String(TIES.length + 1))
  await check()

  // A digit rates and moves down: a column of paper is typed as it is read.
  const rate = async (title: string, most: number) => {
    const column = await ties.getByRole('columnheader').evaluateAll((heads, of) => heads.findIndex((head) => head.textContent?.trim() === of), title)
    const rows = await ties.getByRole('rowheader').allTextContents()
    const value = (text: string | undefined) => {
      const i = TIES.findIndex(([from, to]) => text?.includes(from) && text.includes(to) && text.indexOf(from) < text.lastIndexOf(to))
      return i < 0 || i >= most ? null : String(strength(i))
    }
    await ties.locator(`[data-at="0:${column}"]`).click()
    for (const text of rows) await page.keyboard.press(value(text) ?? 'ArrowDown')
  }
  await rate('Shared', TIES.length)
  await rate('CO', SECOND)
  await check()

  await page.getByRole('tab', { name: /^Elements/ }).click()
  await elements.getByRole('rowheader', { name: 'GP surgery' }).click()
  await elements.getByRole('rowheader', { name: 'General practice' }).click({ modifiers: ['Control'] })
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Same as…' }).click()
  await sameAs(page).getByRole('radio', { name: /^GP surgery/ }).check()
  await check()
  await page.keyboard.press('Enter')
  await expect(elements.getByRole('rowheader', { name: 'General practice' })).toBeHidden()

  await table.getByRole('button', { name: 'Filter…' }).click()
  const filter = page.getByRole('dialog', { name: 'Filter' })
  await filter.getByLabel('Strength from').selectOption({ index: 5 })
  await filter.getByRole('button', { name: 'Done' }).click()
  await expect(filterStrip(page)).toContainText('strength 4 to 5')
  await check()
  expectDone(await mapFile(page))
})
