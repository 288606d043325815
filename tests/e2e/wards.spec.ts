import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from './fixture.ts'

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
