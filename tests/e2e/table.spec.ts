import { FIELDS, type Field } from '../../src/model/fields.ts'
import { expect, test, type Page } from './fixture.ts'
import { element, mapFile, openSample, region, saved } from './on-map.ts'

const grid = (page: Page) => page.getByRole('grid')
const cell = (page: Page, row: number, column: number) => grid(page).locator(`[data-at="${row}:${column}"]`)

async function openTable(page: Page, tab: RegExp): Promise<readonly string[]> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Table' }).click()
  await page.getByRole('tablist', { name: 'What the table lists' }).getByRole('tab', { name: tab }).click()
  await expect(grid(page)).toHaveAccessibleName(tab)
  return grid(page).getByRole('columnheader').evaluateAll((heads) => heads.map((head) => head.textContent?.trim() ?? ''))
}

/** What is written in each cell by keyboard, and what the file then holds: [typed or chosen, path in the record, value]. */
type Written = Readonly<Record<string, readonly [give: string, path: readonly string[], value: unknown]>>

const ELEMENTS: Written = {
  name: ['Bed bureau', ['name'], 'Bed bureau'],
  organisation: ['Community Healthcare', ['organisation'], 'CH'],
  kind: ['Outcome', ['kind'], 'outcome'],
  pinned: ['yes', ['pinned'], true],
  aliases: ['BB, bureau', ['aliases'], ['BB', 'bureau']],
  tags: ['beds, winter', ['tags'], ['beds', 'winter']],
  facts: ['Beds: 24; Phone: 01752', ['facts'], { Beds: 24, Phone: '01752' }],
  description: ['Finds the next bed', ['description'], 'Finds the next bed'],
  outcomeFor: ['Staff', ['outcome', 'for'], 'staff'],
  measure: ['days waited', ['outcome', 'measure'], 'days waited'],
  unit: ['days', ['outcome', 'unit'], 'days'],
  better: ['lower is better', ['outcome', 'better'], 'down'],
  target: ['2.5', ['outcome', 'target'], 2.5],
}
const TIES: Written = {
  from: ['Unpaid carers', ['from'], 're-car'],
  to: ['GP practices', ['to'], 'pa-gp'],
  kind: ['changes', ['kind'], 'influences'],
  label: ['by phone', ['label'], 'by phone'],
  mutual: ['yes', ['mutual'], true],
  polarity: ['more makes less', ['polarity'], '-'],
  delay: ['yes', ['delay'], true],
  star: ['yes', ['star'], true],
  facts: ['Calls: 12', ['facts'], { Calls: 12 }],
  description: ['Every morning', ['description'], 'Every morning'],
}
const ACTIONS: Written = {
  title: ['Ring before noon', ['title'], 'Ring before noon'],
  owner: ['Ward manager', ['owner'], 'Ward manager'],
  organisations: ['AC, Adult Social Care', ['organisations'], ['AC', 'SC']],
  touches: ['Medical wards, GP practices', ['touches'], ['ac-war', 'pa-gp']],
  aims: ['Medical wards', ['aims'], ['ac-war']],
  change: ['technical', ['change'], 'technical'],
  firstStep: ['Ask the ward', ['firstStep'], 'Ask the ward'],
  due: ['2027-01-15', ['due'], '2027-01-15'],
  status: ['agreed', ['status'], 'agreed'],
}
const REFLECTIONS: Written = {
  date: ['2026-11-02', ['date'], '2026-11-02'],
  prompt: ['What now?', ['prompt'], 'What now?'],
  words: ['Ask the night shift', ['words'], 'Ask the night shift'],
  about: ['Unpaid carers', ['about'], ['re-car']],
  private: ['yes', ['private'], false],
  coaching: ['yes', ['coaching'], true],
}

const TABS = [
  ['elements', /^Elements/, 'elements', ELEMENTS],
  ['ties', /^Ties/, 'relationships', TIES],
  ['actions', /^Actions/, 'actions', ACTIONS],
  ['reflections', /^Reflections/, 'reflections', REFLECTIONS],
] as const

for (const [what, tab, table, written] of TABS) {
  test(`Every field of ${what} is written in the table by keyboard, and stands in the file`, async ({ page }) => {
    test.setTimeout(120_000)
    await openSample(page)
    const before = await mapFile(page)
    const heads = await openTable(page, tab)
    const fields = (FIELDS[table] as readonly Field[]).filter(({ hidden }) => !hidden)
    expect(Object.keys(written).sort(), 'a value for every field').toEqual(fields.map(({ name }) => name).sort())
    const row = Math.max(0, before[table].findIndex((record) => record['private'] !== true))
    const at = await grid(page).getByRole('row').nth(row + 1).evaluate((found) => Number(found.getAttribute('aria-rowindex')) - 2)
    for (const { name, title } of fields) {
      // A private reflection stays on this laptop, so that flag is shown in the table alone.
      if (name === 'private') continue
      const [give] = written[name] ?? ['']
      const column = heads.indexOf(title)
      expect(column, `a column for ${title}`).toBeGreaterThanOrEqual(0)
      await cell(page, at, column).focus()
      await page.keyboard.press('Enter')
      const editor = cell(page, at, column).locator('.table-editor')
      await expect(editor).toBeFocused()
      if ((await editor.evaluate((found) => found.tagName)) === 'SELECT') {
        const choices = await editor.locator('option').allTextContents()
        const chosen = choices.findIndex((one) => one.trim().toLowerCase() === give.toLowerCase())
        const wanted = chosen >= 0 ? chosen : choices.findIndex((one) => one.toLowerCase().startsWith(give.toLowerCase()))
        expect(wanted, `“${give}” among ${choices.join(' | ')}`).toBeGreaterThanOrEqual(0)
        const now = await editor.evaluate((found) => (found as HTMLSelectElement).selectedIndex)
        for (let i = 0; i < Math.abs(wanted - now); i++) await page.keyboard.press(wanted > now ? 'ArrowDown' : 'ArrowUp')
      } else {
        await page.keyboard.press('Control+a')
        await page.keyboard.type(give)
      }
      await page.keyboard.press('Tab')
      await expect(editor, `${title} was kept`).toHaveCount(0)
    }
    await saved(page)
    const known = new Map(before[table].map((record) => [record['id'], JSON.stringify(record)]))
    const changed = (await mapFile(page))[table].filter((record) => known.get(record['id']) !== JSON.stringify(record))
    expect(changed).toHaveLength(1)
    for (const [name, [, path, value]] of Object.entries(written)) {
      const found = path.reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], changed[0])
      expect(found, name).toEqual(value)
    }
  })
}

test('Digits rate and move down, one undo step each', async ({ page }) => {
  await openSample(page)
  const heads = await openTable(page, /^Ties/)
  const column = heads.indexOf('AC')
  const before = await Promise.all([0, 1, 2].map((row) => cell(page, row, column).innerText()))
  await cell(page, 0, column).focus()
  await page.keyboard.type('520')
  await expect(cell(page, 3, column)).toBeFocused()
  await expect(cell(page, 0, column)).toContainText('5')
  await expect(cell(page, 1, column)).toContainText('2')
  await expect(cell(page, 2, column)).toContainText('no')
  for (const row of [2, 1, 0]) {
    await page.keyboard.press('Control+z')
    await expect(cell(page, row, column)).toHaveText(before[row] ?? '')
    if (row > 0) await expect(cell(page, row - 1, column)).not.toHaveText(before[row - 1] ?? '')
  }
})

test('A head sorts up, down and back; what is sought leaves only its rows', async ({ page }) => {
  await openSample(page)
  await openTable(page, /^Elements/)
  const names = () => grid(page).locator('td[data-at$=":0"]').allInnerTexts()
  const asGiven = await names()
  const head = grid(page).getByRole('columnheader', { name: /^Name/ })
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  const up = await names()
  expect(up).toEqual([...up].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  expect(((await names())[0] ?? '').toLowerCase() > (up[0] ?? '').toLowerCase()).toBe(true)
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'none')
  expect(await names()).toEqual(asGiven)

  await page.getByRole('textbox', { name: /^Find in 46 elements/ }).fill('carers')
  await expect.poll(async () => (await names()).length).toBeLessThan(10)
  await expect(grid(page).getByRole('row').filter({ hasText: 'Unpaid carers' })).toHaveCount(1)
  await page.getByRole('textbox', { name: /^Find in 46 elements/ }).fill('no such words')
  await expect(page.getByText('Nothing here has these words.')).toBeVisible()
})

test('A value that cannot stand says why and changes nothing; Escape gives it up', async ({ page, expectNoAxeViolation }) => {
  test.setTimeout(120_000)
  await openSample(page)
  const before = JSON.stringify(await mapFile(page))
  const elements = await openTable(page, /^Elements/)
  const attempt = async (column: number, words: string, why: RegExp) => {
    await cell(page, 0, column).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: why })).toBeVisible()
    await expect(cell(page, 0, column).locator('.table-editor')).toHaveAttribute('aria-invalid', 'true')
  }
  await attempt(elements.indexOf('Target'), 'many', /“many” is not a number/)
  await expectNoAxeViolation()
  await page.keyboard.press('Escape')
  await expect(cell(page, 0, elements.indexOf('Target'))).toBeFocused()
  await attempt(elements.indexOf('Facts'), 'twenty-four', /has no name/)
  await page.keyboard.press('Escape')
  await attempt(elements.indexOf('Name'), ' ', /needs a name/)
  await page.keyboard.press('Escape')
  const actions = await openTable(page, /^Actions/)
  await attempt(actions.indexOf('By'), 'tomorrow', /is not a day/)
  await page.keyboard.press('Escape')
  await attempt(actions.indexOf('Touches'), 'Nobody at all', /is not on the map/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Map', exact: true }).click()
  await expect(element(page, 'Care brokerage')).toBeVisible()
  const strip = (text: string) => text.replace(/"savedAt":"[^"]*"/, '')
  expect(strip(JSON.stringify(await mapFile(page)))).toBe(strip(before))
})

test('A cell that was opened and left keeps its value, and so does the one that is pressed next', async ({ page }) => {
  await openSample(page)
  const before = await mapFile(page)
  await openTable(page, /^Elements/)
  const [first, second] = [await cell(page, 0, 0).innerText(), await cell(page, 1, 0).innerText()]
  await cell(page, 0, 0).focus()
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 0).getByRole('textbox')).toBeFocused()
  await cell(page, 1, 0).click()
  await expect(grid(page).getByRole('textbox')).toHaveCount(0)
  await expect(cell(page, 1, 0)).toBeFocused()
  await expect(cell(page, 0, 0)).toHaveText(first)
  await expect(cell(page, 1, 0)).toHaveText(second)

  const actions = await openTable(page, /^Actions/)
  for (const title of ['Touches', 'Aims at', 'Organisations']) {
    await cell(page, 0, actions.indexOf(title)).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(grid(page).getByRole('textbox')).toHaveCount(0)
  }
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Map', exact: true }).click()
  await expect(region(page)).toBeVisible()
  const after = await mapFile(page)
  expect(after.actions).toEqual(before.actions)
  expect(after.elements).toEqual(before.elements)
})

test('The next cell has the focus in the tick in which the one before was kept: no key goes astray between two frames', async ({ page }) => {
  await openSample(page)
  await openTable(page, /^Actions/)
  await cell(page, 0, 0).focus()
  await page.evaluate(() => (window.requestAnimationFrame = () => 0))
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ring before noon')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 1).locator('.table-editor')).toBeFocused()
})

test('Rows are chosen, written together, filled down, pasted into and sorted by keyboard; each is one step', async ({ page, expectNoAxeViolation }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSample(page)
  const heads = await openTable(page, /^Elements/)
  const [kind, tags] = [heads.indexOf('Kind'), heads.indexOf('Tags')]
  const texts = async (column: number, rows: readonly number[]) => Promise.all(rows.map((row) => cell(page, row, column).innerText()))
  const before = await texts(kind, [0, 1, 2, 3])

  await test.step('Shift and an arrow choose rows; Control and Enter writes in all of them', async () => {
    await cell(page, 0, tags).focus()
    for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowDown')
    await expect(grid(page).locator('tr[aria-selected=true]')).toHaveCount(3)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Ctrl Enter: in all 3 rows')).toBeVisible()
    await expectNoAxeViolation()
    await page.keyboard.type('winter')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => texts(tags, [0, 1, 2])).toEqual(['winter', 'winter', 'winter'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => texts(tags, [0, 1, 2])).toEqual(['', '', ''])
  })

  await test.step('Control and D fills down from the first of them', async () => {
    await cell(page, 0, kind).focus()
    await page.keyboard.press('Home')
    for (let i = 0; i < kind; i++) await page.keyboard.press('ArrowRight')
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await expect.poll(() => texts(kind, [0, 1, 2, 3])).toEqual(Array(4).fill(before[0]))
    await page.keyboard.press('Control+z')
    await expect.poll(() => texts(kind, [0, 1, 2, 3])).toEqual(before)
  })

  await test.step('cells of a sheet are pasted where the focus is, all of them or none', async () => {
    const paste = async (text: string) => {
      await page.evaluate((given) => navigator.clipboard.writeText(given), text)
      await page.keyboard.press('Control+v')
    }
    await cell(page, 1, 0).click()
    await paste('Ward\tAcute Care\tasset\nGP\tNobody\trole')
    await expect(page.getByText(/Organisation: “Nobody” is not one of the choices\. Nothing was written\./).first()).toBeVisible()
    await paste('Ward\tAcute Care\tasset\nGP\t\trole\n')
    await expect.poll(() => texts(0, [1, 2])).toEqual(['Ward', 'GP'])
    await expect.poll(() => texts(1, [1, 2])).toEqual(['Acute Care', ''])
    await expect.poll(() => texts(kind, [1, 2])).toEqual(['asset', 'role'])
  })

  await test.step('from the first row the arrow goes up to the heads, and Enter sorts', async () => {
    await cell(page, 0, 0).focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(grid(page).getByRole('columnheader').first()).toHaveAttribute('aria-sort', 'ascending')
    await page.keyboard.press('ArrowDown')
    await expect(cell(page, 0, 0)).toBeFocused()
    const names = await texts(0, [0, 1, 2, 3])
    expect(names).toEqual([...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
  })

  await test.step('a column is put away on this device, and comes back', async () => {
    await page.getByRole('button', { name: 'Columns' }).press('Enter')
    await page.getByRole('menuitemcheckbox', { name: 'Tags' }).press('Enter')
    await page.keyboard.press('Escape')
    await expect(grid(page).getByRole('columnheader', { name: 'Tags' })).toHaveCount(0)
    await page.reload()
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Table' }).click()
    await expect(grid(page).getByRole('columnheader', { name: 'Tags' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Columns' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Show every column' }).click()
    await expect(grid(page).getByRole('columnheader', { name: 'Tags' })).toHaveCount(1)
  })

  await test.step('the chosen one, and the whole map, read as text', async () => {
    await cell(page, 0, 0).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('button', { name: 'Read as text' }).press('Enter')
    await expect(page.getByRole('dialog', { name: 'Read as text' }).getByText(/ties?\.$/).first()).toBeVisible()
    await expectNoAxeViolation()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Describe this map' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Describe this map' })
    await expect(dialog.getByRole('heading', { name: 'Actions' })).toBeVisible()
    const file = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save as text' }).press('Enter')
    expect((await file).suggestedFilename()).toMatch(/\.txt$/)
  })
})
