import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '../fixture.ts'
import { pick } from '../on-map.ts'
import { beginMap, element, say, saveState } from './map-page.ts'

test('a file carries its history, and a word that was deleted is nowhere in it', async ({ page }) => {
  await page.goto('/')
  await beginMap(page)
  await say(page, 'Quicksilver')
  await say(page, 'Reablement')
  await expect(saveState(page)).toHaveText(/^Saved/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await say(page, 'Care brokerage')
  await expect(saveState(page)).toHaveText(/^Saved/)
  const downloading = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  await page.getByRole('dialog', { name: 'Save version' }).waitFor()
  await page.keyboard.press('Enter')
  const text = await readFile(await (await downloading).path(), 'utf8')
  const { document } = JSON.parse(text) as { document?: { encoding: string; state: string } }
  expect(document?.encoding).toBe('yjs-v2')
  const bytes = Buffer.from(document?.state ?? '', 'base64').toString('latin1')
  expect(bytes).toContain('Care brokerage')
  expect(text + bytes).not.toContain('Quicksilver')
})

/** Opens a file on a laptop that has never seen it, saves it again and gives what was written. */
async function openedElsewhere(page: Page, text: string): Promise<{ readonly lineage: string; readonly elements: readonly { readonly name: string }[]; readonly said: boolean }> {
  const elsewhere = await page.context().browser()?.newContext()
  if (!elsewhere) throw new Error('No browser')
  try {
    const other = await elsewhere.newPage()
    await other.goto(page.url())
    await expect(other.getByRole('textbox', { name: 'What are we trying to understand?' })).toBeFocused()
    await pick(other, [{ name: 'Map.sightlines.json', text }])
    await expect(element(other, 'Reablement')).toBeVisible()
    const said = await other.getByText('This file was changed outside Sightlines.').first().isVisible()
    const downloading = other.waitForEvent('download')
    await other.keyboard.press('Control+s')
    await other.getByRole('dialog', { name: 'Save version' }).waitFor()
    await other.keyboard.press('Enter')
    const written = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as { lineage: string; elements: readonly { name: string }[] }
    return { ...written, said }
  } finally {
    await elsewhere.close()
  }
}

test('a file that was changed by hand opens as it reads, says so, and begins a lineage of its own', async ({ page }) => {
  await page.goto('/')
  await beginMap(page)
  await say(page, 'Reablement')
  await expect(saveState(page)).toHaveText(/^Saved/)
  const downloading = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  await page.getByRole('dialog', { name: 'Save version' }).waitFor()
  await page.keyboard.press('Enter')
  const text = await readFile(await (await downloading).path(), 'utf8')
  const { lineage } = JSON.parse(text) as { lineage: string }

  const same = await openedElsewhere(page, text)
  expect(same).toMatchObject({ lineage, said: false })

  const other = await openedElsewhere(page, text.replace('"name": "Reablement"', '"name": "Reablement team"'))
  expect(other.said).toBe(true)
  expect(other.lineage).not.toBe(lineage)
  expect(other.elements.map(({ name }) => name)).toContain('Reablement team')
})
