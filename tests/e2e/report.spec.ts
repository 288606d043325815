import { unzipSync } from 'fflate'
import { writeFile } from 'node:fs/promises'
import { expect, test } from './fixture.ts'
import { expectUsable } from './check-screen.ts'
import { readCsv } from '../support/read-csv.ts'
import { capture, exported, openSample } from './on-map.ts'

test('An analyst puts a report together, saves it with its data and its pictures, and opens them again', async ({ page, browser }, info) => {
  await page.clock.setFixedTime(new Date('2026-05-19T14:00:00'))
  await openSample(page)

  // From Export to the report, by keyboard; sections are moved and left out, and the pages are counted as it goes.
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog', { name: 'Export' }).getByRole('radio', { name: /^Report/ }).check()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Report' })
  const pages = dialog.getByRole('status')
  await expect(pages).toContainText(/^\d+ pages on A4, 10 sections\.$/)
  await expectUsable(page)
  await dialog.getByRole('checkbox', { name: 'Outcomes' }).uncheck()
  await dialog.getByRole('button', { name: 'Actions: move up' }).click()
  await expect(pages).toContainText('9 sections')
  const preview = dialog.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('heading', { name: 'Outcomes' })).toBeHidden()
  await expect(preview.getByRole('table', { name: 'What to talk about first' })).toContainText('Adult social care')

  // Counted: nobody is named, in the preview as in the file.
  await dialog.getByRole('radio', { name: 'Counted' }).check()
  const told = preview.getByRole('table', { name: 'What to talk about first' })
  await expect(told).not.toContainText('Adult social care says')
  await expect(told).toContainText('4 answered')
  const heads = await preview.getByRole('heading', { level: 2 }).allTextContents()
  const counted = Number(/^\d+/.exec((await pages.textContent()) ?? '')?.[0])
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Save report/ }).click()
  const file = info.outputPath('report.html')
  await (await download).saveAs(file)
  await expect(capture(page)).toBeVisible()

  // From the disk, without the app: its own policy holds, headings and tables are there, and it prints on as many pages as were counted.
  const context = await browser.newContext()
  const report = await context.newPage()
  const refused: string[] = []
  report.on('console', (message) => refused.push(message.text()))
  await report.goto(`file://${file}`)
  await expect(report.getByRole('heading', { level: 1 })).toHaveText('Harbour City: one system, one budget')
  expect(await report.getByRole('heading', { level: 2 }).allTextContents()).toEqual(heads)
  expect(heads).not.toContain('Outcomes')
  await expect(report.getByRole('table', { name: 'Actions' })).toBeVisible()
  await expect(report.locator('svg text').filter({ hasText: 'brokerage' }).first()).toBeVisible()
  expect(await report.locator('h2').first().evaluate((heading) => getComputedStyle(heading).borderTopStyle)).toBe('solid')
  expect(refused).toEqual([])
  const pdf = await report.pdf({ preferCSSPageSize: true })
  const printed = Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)))
  expect(printed).toBe(counted)
  await context.close()

  // The data: tables that read back, with no private word in them.
  const zip = unzipSync(await exported(page, 'Tables'))
  const elements = readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(zip['elements.csv']))
  expect(elements).toHaveLength(46)
  expect(elements.map(({ Label }) => Label)).toContain('Care brokerage')
  const coded = (await exported(page, 'GraphML', (dialog) => dialog.getByRole('radio', { name: 'As codes' }).check())).toString('utf8')
  expect(coded).toContain('Element 46')
  expect(coded).not.toMatch(/brokerage|Acute/i)
  const png = await exported(page, 'Picture for a report')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3508, 2480])
})

test('A standalone page shows the map from the disk: seen by one after another, searched, filtered, zoomed, and as tables', async ({ page, browser }, info) => {
  await openSample(page)
  const file = info.outputPath('map.html')
  await writeFile(file, await exported(page, 'Standalone page'))
  const context = await browser.newContext()
  const alone = await context.newPage()
  const refused: string[] = []
  alone.on('console', (message) => refused.push(message.text()))
  alone.on('pageerror', (error) => refused.push(String(error)))
  await alone.goto(`file://${file}`)
  const map = alone.getByRole('region', { name: 'Map' })
  await expect(map.getByRole('img')).toHaveCount(1)
  await expect(alone.getByRole('table', { name: 'Elements on the map' }).getByRole('row')).toHaveCount(47)

  const tie = alone.getByRole('row').filter({ hasText: 'Hospital discharge team works with Care brokerage' })
  const shared = await tie.textContent()
  await alone.getByRole('combobox', { name: 'Seen by' }).selectOption({ label: 'Acute care' })
  await expect(map.getByRole('img')).toHaveCount(1)
  await expect(map).toContainText('seen by Acute care')
  await expect(alone.getByRole('columnheader', { name: 'Now, seen by Acute care' })).toBeVisible()
  expect(shared).toContain('Strength')

  await alone.getByRole('searchbox', { name: 'Search' }).fill('brokerage')
  await expect(alone.getByRole('status')).toContainText(/^\d+ of 46 elements, \d+ ties\.$/)
  await expect(alone.getByRole('row').filter({ hasText: 'Ambulance service' })).toHaveCount(0)
  await alone.getByRole('searchbox', { name: 'Search' }).fill('')
  await alone.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'outcome' })
  await expect(alone.getByRole('status')).toContainText('4 of 46 elements')
  await alone.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'All' })

  const width = () => map.getByRole('img').evaluate((svg) => svg.getBoundingClientRect().width)
  const before = await width()
  await map.focus()
  await alone.keyboard.press('+')
  expect(await width()).toBeGreaterThan(before * 1.3)
  await alone.getByRole('button', { name: 'Whole map' }).click()
  expect(await width()).toBe(before)
  expect(refused).toEqual([])
  await alone.screenshot({ path: info.outputPath('alone.png') })
  await context.close()
})
