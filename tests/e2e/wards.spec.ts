import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from './fixture.ts'
import { begin, exported, readablePart, writeOver } from './on-map.ts'

const FIXTURE = fileURLToPath(new URL('../fixtures/csv/hospital-transfers-2015-week-25.csv', import.meta.url))

/** Counted in the file with a spreadsheet: 413 rows, 75 pairs of ward and site under 73 names, three sites. */
const TRANSFERS = 413
const WARDS = 75
const SITES = 3

test('A week of hospital transfers, pasted, becomes a settled map of 75 wards at three sites', async ({ page, context }) => {
  test.setTimeout(90_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  await page.getByRole('textbox', { name: 'What are we trying to understand?' }).fill('How do people move through the hospitals in a week?')
  await page.keyboard.press('Enter')
  const map = page.getByRole('region', { name: 'Map', exact: true })
  await expect(map).toBeVisible()

  await page.evaluate((text) => navigator.clipboard.writeText(text), await readFile(FIXTURE, 'utf8'))
  await expect(map.getByRole('button', { name: 'The person in the middle,' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+v')
  const dialog = page.getByRole('dialog', { name: 'Paste' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('radio', { name: 'Ties' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  await page.keyboard.press('s')
  await expect(page.getByText(/^Settled/)).toBeAttached({ timeout: 30_000 })
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible({ timeout: 30_000 })

  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('radio', { name: /^Picture and map file/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^Map file/ })).toBeChecked()
  await page.keyboard.press('Enter')
  const file = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
    elements: readonly { name: string; organisation: string; position: readonly [number, number] }[]
    relationships: readonly { facts: Readonly<Record<string, unknown>> }[]
    organisations: readonly { id: string }[]
  }
  const wards = file.elements.filter(({ name }) => name !== 'The person in the middle')
  expect(wards).toHaveLength(WARDS)
  expect(new Set(wards.map(({ name }) => name)).size).toBe(WARDS - 2)
  expect(new Set(wards.map(({ organisation }) => organisation)).size).toBe(SITES)
  expect(file.relationships).toHaveLength(TRANSFERS)
  expect(file.relationships.every(({ facts }) => typeof facts['Transfers'] === 'number')).toBe(true)
  expect(wards.every(({ position }) => Array.isArray(position))).toBe(true)
})

test('Three hundred rows of a spreadsheet are pasted, filtered, edited in the table, and undone to the start, field for field', async ({ page, context }) => {
  test.setTimeout(120_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await begin(page, ['Ambulance desk'])
  const file = async () => readablePart((await exported(page, 'Map file')).toString('utf8'))
  const given = await file()
  const rows = (await readFile(FIXTURE, 'utf8')).split(/\r?\n/).slice(0, 301)
  await page.evaluate((text) => navigator.clipboard.writeText(text), rows.join('\n'))
  await page.getByRole('region', { name: 'Map', exact: true }).getByRole('button', { name: 'Ambulance desk,' }).focus()
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('dialog', { name: 'Paste' }).getByRole('radio', { name: 'Ties' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Paste' })).toBeHidden()
  const pasted = await file()
  expect(pasted['relationships']).toHaveLength(300)

  // Only one hospital: what is written then is written in its rows alone.
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Table' }).click()
  const table = page.getByRole('region', { name: 'Table' })
  const grid = page.getByRole('grid', { name: 'Elements' })
  await table.getByRole('button', { name: 'Filter…' }).click()
  const filter = page.getByRole('dialog', { name: 'Filter' })
  await filter.getByRole('group', { name: 'Organisation' }).getByRole('button', { name: /PRUH/ }).click()
  await filter.getByRole('button', { name: 'Done' }).click()
  await expect(grid).not.toHaveAttribute('aria-rowcount', String((pasted['elements'] as unknown[]).length + 1))
  const shown = Number(await grid.getAttribute('aria-rowcount')) - 1
  expect(shown).toBeGreaterThan(3)

  await writeOver(grid.locator('[data-at="0:0"]'), 'Renamed in the table')
  await expect(grid.locator('[data-at="0:0"]')).toHaveText('Renamed in the table')
  const kind = await grid.getByRole('columnheader').evaluateAll((heads) => heads.findIndex((head) => head.textContent?.trim() === 'Kind'))
  await grid.locator(`[data-at="0:${kind}"]`).click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('g')
  await page.keyboard.press('Enter')
  await grid.locator(`[data-at="0:${kind}"]`).click()
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+d')
  await expect(grid.locator(`[data-at="3:${kind}"]`)).toHaveText('group')

  const edited = await file()
  const groups = (all: Record<string, unknown>) => (all['elements'] as { kind: string }[]).filter((element) => element.kind === 'group').length
  expect(groups(edited)).toBe(groups(pasted) + 4)

  const turn = async (way: 'Undo' | 'Redo', keys: string) => {
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Command' }).fill(way)
      const isLeft = await page.getByRole('dialog', { name: 'Commands' }).getByRole('option', { name: new RegExp(`^${way}`) }).count()
      await page.keyboard.press('Escape')
      if (isLeft === 0) return
      await page.keyboard.press(keys)
    }
  }
  await turn('Undo', 'Control+z')
  const back = await file()
  expect(back['elements']).toEqual((given['elements'] as { name: string }[]).filter(({ name }) => name !== 'Ambulance desk'))
  expect(back['relationships']).toEqual([])
  await page.keyboard.press('Control+y')
  expect(await file()).toEqual(given)
  await turn('Redo', 'Control+y')
  expect(await file()).toEqual(edited)
})
