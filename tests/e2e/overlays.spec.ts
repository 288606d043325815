import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { expect, test, type Page } from './fixture.ts'
import { openSample, region } from './on-map.ts'

/** Whether two things on the screen share some of it. */
async function isOver(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()]
  if (!a || !b) throw new Error('Not on the screen')
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

const legend = (page: Page) => page.getByRole('region', { name: 'Legend' })

async function savedSvg(page: Page): Promise<string> {
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: /^Drawing/ }).check({ force: true })
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Save/ }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  await expect(dialog).toBeHidden()
  return text
}

test('A room sees where it differs, steps through what to talk about, and takes the picture home', async ({ page, expectNoAxeViolation }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSample(page)
  await region(page).press('Escape')

  await page.keyboard.press('d')
  const talk = page.getByRole('region', { name: 'Talk about these first' })
  await expect(talk).toBeFocused()
  await expect(legend(page)).toContainText('far apart, lowest to highest')
  await expect(page.getByRole('log').or(page.locator('[aria-live="polite"]')).filter({ hasText: '23 ties are far apart' }).first()).toBeAttached()
  await expect(region(page).getByRole('button', { name: /^Site and bed management, .*Adult social care says not in our picture/ })).toBeVisible()
  await expectNoAxeViolation()

  await page.keyboard.press('ArrowDown')
  const first = talk.getByRole('button', { name: /^Director of integrated commissioning – Adult social care service manager Far apart\. Commissioning says as one, good;/ })
  await expect(first).toBeFocused()
  await expect(first).toHaveAttribute('aria-current', 'true')
  // From near, the next one lies outside the window: the map goes there in one cut.
  await page.getByRole('button', { name: 'Zoom in' }).click({ clickCount: 1 })
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(first).toBeFocused()
  for (const name of ['Director of integrated commissioning,', 'Adult social care service manager,']) await expect(region(page).getByRole('button', { name })).toBeInViewport()

  await page.getByRole('checkbox', { name: 'Unattributed' }).check({ force: true })
  await expect(talk).toContainText('From no tie to as one, good. 3 answered.')
  await expect(talk).not.toContainText('Commissioning says')
  const svg = await savedSvg(page)
  // What was done is said over the map's edge: the legend and the map's buttons stay free.
  const toast = page.locator('.toast')
  for (const other of [legend(page), page.getByRole('toolbar', { name: 'View of the map' })]) expect(await isOver(toast, other)).toBe(false)
  expect(svg).toContain('far apart, lowest to highest')
  expect(svg).toContain('· Differences')
  expect(svg).toMatch(/stroke-dasharray="1 3\.2"/)
  expect(svg).not.toContain('Commissioning says')
  await page.getByRole('checkbox', { name: 'Unattributed' }).uncheck({ force: true })

  await region(page).press('Escape')
  await page.keyboard.press('w')
  const ends = page.getByRole('region', { name: 'Two ends, two views' })
  await expect(ends.getByRole('listitem')).toHaveCount(18)
  await expect(legend(page)).toContainText('the thick end says joined')

  await page.keyboard.press('b')
  await expect(page.getByRole('region', { name: 'Blind spots' })).toBeFocused()
  await expect(legend(page)).toContainText('others see it, some say no')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: /^Chief operating officer – Locality manager Own end\./ })).toBeFocused()
  await expectNoAxeViolation()

  // The comparison is another question: it takes the place of this one, and ends with it.
  await page.keyboard.press('v')
  await expect(legend(page)).toContainText('stronger: ink then, grey now')
  await region(page).press('Escape')
  await page.keyboard.press('d')
  await expect(legend(page)).toContainText('close or the same')
  await page.keyboard.press('d')
  await expect(legend(page)).toBeHidden()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('voices')
  await page.keyboard.press('Enter')
  const voices = page.getByRole('dialog', { name: 'Voices' })
  const tick = voices.getByRole('checkbox', { name: /^Commissioning/ })
  await expect(tick).toBeChecked()
  expect(await isOver(tick, voices.locator('.glyph').first())).toBe(false)
})
