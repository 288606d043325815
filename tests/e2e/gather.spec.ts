import { readFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { expect, test, type Page } from './fixture.ts'
import { begin, capture, drop, element, exported, mapFile, pick, question, readablePart, region, type Given } from './on-map.ts'

const gather = (page: Page) => page.getByRole('dialog', { name: 'Gather' })
const row = (page: Page, name: string | RegExp) => gather(page).getByRole('row', { name })

async function type(page: Page, ...lines: readonly string[]): Promise<void> {
  await capture(page).focus()
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
    await expect(capture(page)).toHaveValue('')
  }
}

async function handIn(page: Page, isComplete = false): Promise<Given> {
  await page.getByRole('button', { name: 'Hand in' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hand in' })
  if (isComplete) await dialog.getByRole('checkbox', { name: 'We looked at everything' }).check()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Hand in' }).click()
  const file = await download
  await expect(dialog).toBeHidden()
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

/** A laptop of its own, which opens the pack and says which table it is. */
async function atTable(browser: Browser, url: string, pack: Buffer, table: string, work: (page: Page) => Promise<readonly Given[]>): Promise<readonly Given[]> {
  const laptop = await browser.newContext({ acceptDownloads: true, viewport: { width: 1366, height: 768 } })
  const page = await laptop.newPage()
  await page.goto(url)
  await expect(question(page)).toBeFocused()
  await pick(page, [{ name: 'pack.sightlines.json', text: pack }])
  await page.getByRole('dialog', { name: 'You are' }).getByRole('button', { name: table, exact: true }).click()
  await expect(page.getByRole('button', { name: `Seen by: ${table}` })).toBeVisible()
  const files = await work(page)
  await laptop.close()
  return files
}

/** Where every element stands on the screen. */
const places = (page: Page) => region(page).locator('.react-flow__node').evaluateAll((nodes) => nodes.map((node) => `${node.getAttribute('data-id')} ${JSON.stringify(node.getBoundingClientRect())}`).sort())

test('Six files of tables that thought apart are gathered at once, each as its own view, taken back in one step, and looked at table by table', async ({ page, browser, expectNoAxeViolation }) => {
  test.setTimeout(120_000)
  await begin(page, [], 'What gets people home?')
  await type(page, 'Ward sister @ac', 'Discharge team @ac', 'Care brokerage @sc', 'Discharge team <-> Care brokerage =2')
  await expect(element(page, 'Care brokerage')).toBeVisible()
  const pack = await exported(page, 'Table pack')
  const url = page.url()

  const [ours, names, police, broken, other] = await Promise.all([
    atTable(browser, url, pack, 'Table 1', async (laptop) => {
      await type(laptop, 'Discharge team <-> Care brokerage =1')
      const first = await handIn(laptop)
      await type(laptop, 'Discharge team <-> Care brokerage =4', 'Night desk @sc')
      return [first, await handIn(laptop, true)]
    }),
    atTable(browser, url, pack, 'Table 2', async (laptop) => {
      await type(laptop, 'Care brokerag @sc', 'Discharge team @sc', 'Ward sister -> Discharge team')
      return [await handIn(laptop)]
    }),
    atTable(browser, url, pack, 'Table 3', async (laptop) => {
      await laptop.keyboard.press('Control+k')
      await laptop.keyboard.type('organisations')
      await laptop.keyboard.press('Enter')
      await laptop.getByRole('dialog', { name: 'Organisations' }).getByRole('textbox', { name: 'New organisation' }).fill('Police')
      await laptop.keyboard.press('Enter')
      await laptop.keyboard.press('Escape')
      await type(laptop, 'Beat officer @police', 'The night desks @sc', 'Discharge team <-> Care brokerage =0')
      return [await handIn(laptop)]
    }),
    atTable(browser, url, pack, 'Table 4', async (laptop) => {
      const file = await handIn(laptop)
      return [{ ...file, text: file.text.slice(0, 300) }]
    }),
    (async () => {
      const laptop = await browser.newContext()
      const elsewhere = await laptop.newPage()
      await elsewhere.goto(url)
      await begin(elsewhere, ['Lifeboat'], 'Who goes to sea?')
      const text = (await exported(elsewhere, 'Map file')).toString('utf8')
      await laptop.close()
      return [{ name: 'Lifeboats 2016-05-19.sightlines.json', text }]
    })(),
  ])
  const files = [...ours, ...names, ...police, ...broken, ...other]
  expect(files[1]?.name).toMatch(/^Table 1 \d{4}-\d{2}-\d{2}\.sightlines\.json$/)

  const before = readablePart((await exported(page, 'Map file')).toString('utf8'))
  await drop(page, files)
  await expect(gather(page).getByRole('heading', { name: 'Gather 6 files' })).toBeVisible()
  await expect(row(page, /^Table 1 .*silence means “did not name it”/)).toBeVisible()
  await expect(row(page, /^Table 1 .*this is kept as “Table 1 \(earlier\)”/)).toBeVisible()
  await expect(row(page, /^Table 4 .*Left out\. Line \d+/)).toBeVisible()
  await expect(row(page, /^Lifeboats .*This is from another map: Who goes to sea\?/)).toBeVisible()
  await expectNoAxeViolation()

  // Enter does nothing before every name has been looked at.
  await expect(gather(page).getByRole('button', { name: 'Gather · 2 to check first' })).toBeDisabled()
  await expect(gather(page).getByRole('region', { name: /^1 of 2/ })).toBeVisible()
  await expect(gather(page).getByRole('button', { name: 'Same' })).toBeFocused()
  const answers: Record<string, string> = {}
  for (const turn of [1, 2]) {
    const card = gather(page).getByRole('region', { name: new RegExp(`^${turn} of 2`) })
    await expect(card).toBeVisible()
    const isMisspelt = (await card.getByText('Care brokerag', { exact: true }).count()) > 0
    answers[isMisspelt ? 'misspelt' : 'two organisations'] = await card.locator('header').innerText()
    await page.keyboard.press(isMisspelt ? 's' : 'n')
  }
  expect(answers['misspelt']).toContain('nearly the same name')
  expect(answers['two organisations']).toContain('same name, another organisation')
  await expect(row(page, /^The night desks .*the same name/)).toBeVisible()
  await expect(gather(page).getByRole('button', { name: /^Gather/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(gather(page)).toBeHidden()
  await expect(page.getByText('Gathered 3 tables', { exact: true })).toBeVisible()
  for (const name of ['Night desk', 'Beat officer']) await expect(element(page, name)).toBeVisible()

  const after = await mapFile(page)
  const tie = after.relationships.find(({ kind }) => kind === 'works')?.id ?? ''
  const said = Object.fromEntries(after.perspectives.map((one) => [String(one['name']), one.judgements?.[tie]]))
  expect(said['Table 1']).toEqual({ seen: 'yes', strength: 4 })
  expect(said['Table 1 (earlier)']).toEqual({ seen: 'yes', strength: 1 })
  expect(said['Table 3']).toEqual({ seen: 'no' })
  expect(after.perspectives.find(({ id }) => id === 'shared')?.judgements?.[tie]).toEqual({ seen: 'yes', strength: 2 })
  expect(after.elements.filter(({ name }) => name === 'Discharge team')).toHaveLength(2)
  expect(after.elements.find(({ name }) => name === 'Care brokerage')?.['aliases']).toEqual(['Care brokerag'])
  expect(after.organisations.some(({ name }) => name === 'Police')).toBe(true)

  await page.keyboard.press('Control+z')
  await expect(element(page, 'Beat officer')).toBeHidden()
  expect(readablePart((await exported(page, 'Map file')).toString('utf8'))).toEqual(before)

  // This is all of you: what the tables see differently, and each in turn; nothing moves between them, nor is anything on its way there.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.keyboard.press('Control+Shift+z')
  await expect(element(page, 'Beat officer')).toBeVisible()
  await element(page, 'Care brokerage').focus()
  await page.keyboard.press('d')
  await expect(page.getByRole('region', { name: 'Talk about these first' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Legend' })).toContainText('of Table 1, Table 2, Table 3')
  await page.keyboard.press('Escape')
  const standing = await places(page)
  expect(standing.length).toBeGreaterThan(5)
  for (const name of ['Table 1', 'Table 1 (earlier)', 'Table 2', 'Table 3']) {
    await page.keyboard.press(']')
    await expect(page.getByRole('button', { name: `Seen by: ${name}` })).toBeVisible()
    expect(await places(page)).toEqual(standing)
  }
})
