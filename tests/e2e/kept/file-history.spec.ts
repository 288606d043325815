import { readFile } from 'node:fs/promises'
import { expect, test } from '../fixture.ts'
import { beginMap, say, saveState } from './map-page.ts'

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
