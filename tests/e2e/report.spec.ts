import { unzipSync } from 'fflate'
import { readFile, writeFile } from 'node:fs/promises'
import { recounted, unaccounted } from '../support/report-numbers.ts'
import { expect, test, type Page } from './fixture.ts'
import { expectUsable } from './check-screen.ts'
import { exported, HARBOUR_CITY, openSample, pick, writeOver, type MapFile } from './on-map.ts'

/** The texts in a zip, by name. */
const unzipped = (zip: Buffer) => Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]))

/** A picture as a viewer opens it: its size, and whether anything is drawn on it. */
async function pictureOn(page: Page, png: Buffer): Promise<{ readonly width: number; readonly height: number; readonly shades: number }> {
  return page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type: 'image/png' }))
    const pen = new OffscreenCanvas(480, 270).getContext('2d') as OffscreenCanvasRenderingContext2D
    pen.drawImage(image, 0, 0, 480, 270)
    return { width: image.width, height: image.height, shades: new Set(new Uint32Array(pen.getImageData(0, 0, 480, 270).data.buffer)).size }
  }, png.toString('base64'))
}

test('An analyst alone: the data is checked, the report put together and made fit to leave, and report, workbook and pictures are opened again', async ({ page, browser }, info) => {
  await page.clock.setFixedTime(new Date('2026-05-19T14:00:00'))
  await openSample(page)

  // Minutes 0 to 10: nothing was left without a rating, what is far apart is looked at, and a name is put right in the grid.
  await page.keyboard.press('t')
  const grid = page.getByRole('grid')
  await page.getByRole('tablist', { name: 'What the table lists' }).getByRole('tab', { name: /^Ties/ }).click()
  await expect(page.getByRole('button', { name: 'Not rated 0' })).toBeVisible()
  await page.getByRole('button', { name: 'Far apart 23' }).click()
  await page.getByRole('button', { name: 'Far apart 23' }).click()
  await page.getByRole('tablist', { name: 'What the table lists' }).getByRole('tab', { name: /^Elements/ }).click()
  const find = page.getByRole('textbox', { name: /^Find in 46 elements/ })
  await find.fill('voluntary')
  const first = grid.locator('[data-at="0:0"]')
  await expect(first).toContainText(/voluntary/i)
  await writeOver(first, 'Voluntary alliance')
  await expect(first).toHaveText('Voluntary alliance')
  await find.fill('')

  // Minutes 25 to 40: a view that is worth a picture. Minutes 60 to 75: the matrix, then and now.
  const views = page.getByRole('navigation', { name: 'Views' })
  await views.getByRole('button', { name: 'Map' }).click()
  await page.keyboard.press('w')
  await expect(page.getByRole('region', { name: 'Two ends, two views' })).toBeVisible()
  const slide = await exported(page, 'Picture for a slide')
  await views.getByRole('button', { name: 'Matrix' }).click()
  await expect(page.getByRole('region', { name: 'Matrix' })).toContainText('Commissioning')

  // The report, by keyboard from Export; sections are moved and left out, and the pages are counted as it goes.
  await page.keyboard.press('Control+e')
  await page.getByRole('dialog', { name: 'Export' }).getByRole('radio', { name: /^Report/ }).check()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Report' })
  const pages = dialog.getByRole('status')
  await expect(pages).toContainText(/^\d+ pages on A4, 10 sections\.$/)
  await expectUsable(page)
  const preview = dialog.getByRole('region', { name: 'Preview' })
  await dialog.getByRole('checkbox', { name: 'Outcomes' }).uncheck()
  await expect(pages).toContainText('9 sections')
  await expect(preview.getByRole('heading', { name: 'Outcomes' })).toBeHidden()
  await dialog.getByRole('checkbox', { name: 'Outcomes' }).check()
  await dialog.getByRole('button', { name: 'Actions: move up' }).click()
  await expect(preview.getByRole('table', { name: 'What to talk about first' })).toContainText('Adult social care')

  // Minutes 75 to 85: counted, nobody is named; named, as the board is to have it.
  await dialog.getByRole('radio', { name: 'Counted' }).check()
  const told = preview.getByRole('table', { name: 'What to talk about first' })
  await expect(told).not.toContainText('Adult social care says')
  await expect(told).toContainText('4 answered')
  await dialog.getByRole('radio', { name: 'Named' }).check()
  await expect(told).toContainText('Adult social care says')
  const heads = await preview.getByRole('heading', { level: 2 }).allTextContents()
  expect(heads.slice(-3)).toEqual(['Actions', 'Outcomes', 'How we know'])
  const counted = Number(/^\d+/.exec((await pages.textContent()) ?? '')?.[0])
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Save report/ }).click()
  const file = info.outputPath('report.html')
  await (await download).saveAs(file)
  await expect(dialog).toBeHidden()

  // Its data: tables with no private word in them, and the same as a workbook.
  const tables = unzipped(await exported(page, 'Tables'))
  const workbook = await exported(page, 'Workbook')
  const secrets = (JSON.parse(await readFile(HARBOUR_CITY, 'utf8')) as MapFile).reflections.filter((one) => one['private'] === true).map(({ words }) => words as string)
  expect(secrets.length).toBeGreaterThan(0)
  for (const words of secrets) for (const text of [...Object.values(tables), ...Object.values(unzipped(workbook))]) expect(text).not.toContain(words)
  const coded = (await exported(page, 'GraphML', (leaves) => leaves.getByRole('radio', { name: 'As codes' }).check())).toString('utf8')
  expect(coded).toContain('Element 46')
  expect(coded).not.toMatch(/brokerage|Acute/i)
  const large = await exported(page, 'Picture for a report')

  // From the disk, without the app, a network or scripts: headings and tables are there, every figure is the one that the tables give, and it prints on as many pages as were counted.
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
  const report = await context.newPage()
  const refused: string[] = []
  report.on('console', (message) => refused.push(message.text()))
  await report.goto(`file://${file}`)
  await expect(report.getByRole('heading', { level: 1 })).toHaveText('Harbour City: one system, one budget')
  expect(await report.getByRole('heading', { level: 2 }).allTextContents()).toEqual(heads)
  await expect(report.locator('svg text').filter({ hasText: 'brokerage' }).first()).toBeVisible()
  const read = await report.locator('body').evaluate((body) => {
    const cells = (within: Element, selector: string) => [...within.querySelectorAll(selector)].map((one) => one.textContent ?? '')
    const all = [...body.querySelectorAll('table')].map((table) => [table.caption?.textContent ?? '', [...table.querySelectorAll('tbody tr')].map((row) => cells(row, 'th, td'))] as const)
    const words = [...body.querySelectorAll('h1, h2, h3, p, figcaption, caption, th, td')].map((one) => one.textContent ?? '').join(' ')
    return { words: words.replace(/\s+/g, ' '), all }
  })
  expect(read.words).toContain('Voluntary alliance')
  expect(unaccounted(recounted(tables, '2026-05-19'), { words: read.words, tables: new Map(read.all) })).toEqual([])
  expect(await report.locator('h2').first().evaluate((heading) => getComputedStyle(heading).borderTopStyle)).toBe('solid')
  expect(refused).toEqual([])
  const pdf = await report.pdf({ preferCSSPageSize: true })
  const printed = Math.max(...[...pdf.toString('latin1').matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)))
  expect(printed).toBe(counted)
  await context.close()

  // The pictures and the workbook, opened again.
  expect(await pictureOn(page, slide)).toMatchObject({ width: 1920, height: 1080 })
  const seen = await pictureOn(page, large)
  expect(seen).toMatchObject({ width: 3508, height: 2480 })
  expect(seen.shades).toBeGreaterThan(20)
  await pick(page, [{ name: 'Board.xlsx', text: workbook }])
  const imported = page.getByRole('dialog', { name: 'Import' })
  await expect(imported).toContainText('46 elements, 94 ties')
  await imported.getByRole('button', { name: 'Cancel' }).click()
  await expect(imported).toBeHidden()
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
  await expect(alone.getByRole('status').first()).toContainText(/^\d+ of 46 elements, \d+ ties\.$/)
  await expect(alone.getByRole('row').filter({ hasText: 'Ambulance service' })).toHaveCount(0)
  await alone.getByRole('searchbox', { name: 'Search' }).fill('')
  await alone.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'outcome' })
  await expect(alone.getByRole('status').first()).toContainText('4 of 46 elements')
  await alone.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'All' })

  // Its story, step by step: each scene shows its own drawing, with what it is about and nothing else.
  await alone.getByRole('button', { name: 'Step through it' }).click()
  await expect(alone.getByText('1 of 6: The Thursday call')).toBeVisible()
  await expect(map).toContainText('seen by Adult social care')
  const lit = () => map.getByRole('img').locator('[data-id]:not(.is-back)').count()
  expect(await lit()).toBeLessThan(12)
  for (let i = 0; i < 3; i++) await alone.getByRole('button', { name: 'Next' }).click()
  await expect(alone.getByRole('listitem').filter({ hasText: 'What has already moved' })).toHaveAttribute('aria-current', 'step')
  await expect(map).toContainText('compared with')
  await alone.getByRole('button', { name: 'Leave the story' }).click()
  await expect(alone.getByRole('button', { name: 'Step through it' })).toBeFocused()
  await expect(map).toContainText('seen by Acute care')
  expect(await lit()).toBeGreaterThan(100)

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
