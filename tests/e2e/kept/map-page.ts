import type { Page } from '@playwright/test'

export const capture = (page: Page) => page.getByRole('textbox', { name: 'Capture' })
export const saveState = (page: Page) => page.getByRole('status').filter({ hasText: /^(Saved|Saving|Not saved)/ })
export const element = (page: Page, name: string) => page.getByRole('region', { name: 'Map', exact: true }).getByRole('button', { name })

/** Begins a map with a question. */
export async function beginMap(page: Page, question = 'What helps?'): Promise<void> {
  await page.getByRole('textbox', { name: 'What are we trying to understand?' }).fill(question)
  await page.keyboard.press('Enter')
  await capture(page).waitFor()
}

/** The maps on the start page that began with this question. */
export const listed = (page: Page, question = 'What helps?') => page.getByRole('complementary', { name: 'Maps on this laptop' }).getByRole('button', { name: question }).first()

/** Carries on with the map that was changed last. */
export async function carryOn(page: Page): Promise<void> {
  await listed(page).click()
  await capture(page).waitFor()
}

/** Says a name into the capture bar. */
export async function say(page: Page, name: string): Promise<void> {
  await capture(page).focus()
  await page.keyboard.insertText(name)
  await page.keyboard.press('Enter')
}

/** What the save state says this moment; empty where it is not on screen. */
export function saidOfSaving(page: Page): Promise<string> {
  return page.evaluate(() => [...document.querySelectorAll('[role=status]')].map((found) => found.textContent ?? '').find((text) => /^(Saved|Saving|Not saved)/.test(text)) ?? '')
}
