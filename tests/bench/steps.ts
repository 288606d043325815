import type { Page } from '@playwright/test'
import type { Figure } from './bench.ts'
import { press } from './on-screen.ts'
import { percentile } from './percentile.ts'
import type { Presented } from './presented-frames.ts'
import { HUB } from './synthetic-map.ts'

export const ms = (name: string, value: number): Figure => ({ name, value, unit: 'ms' })

export function spread(name: string, values: readonly number[]): Figure[] {
  return [ms(`${name}, p50`, percentile(values, 0.5)), ms(`${name}, p95`, percentile(values, 0.95))]
}

export function framesOf(name: string, { p50, p95, perSecond }: Presented): Figure[] {
  return [ms(`${name}, p50`, p50), ms(`${name}, p95`, p95), { name: `${name}, presented`, value: perSecond, unit: '/s' }]
}

export interface Typed {
  /** From Enter to the element on screen. */
  readonly drawn: number[]
  /** From a letter to the screen. */
  readonly letters: number[]
  /** From Enter to "Saved". */
  readonly saved: number[]
  /** From undo to the ties on screen. */
  readonly undone: number[]
}

/** Types names into the capture bar, one element each, and takes each back where that is asked. */
export async function typeNames(page: Page, words: string, { times, isUndone }: { readonly times: number; readonly isUndone: boolean }): Promise<Typed> {
  const typed: Typed = { drawn: [], letters: [], saved: [], undone: [] }
  await page.getByRole('textbox', { name: 'Capture' }).focus()
  for (let i = 0; i < times; i++) {
    const name = `${words} ${i + 1}`
    for (const letter of name.slice(0, 4)) typed.letters.push((await press(page, letter, { is: 'frame' })).toScreen)
    await page.keyboard.type(name.slice(4))
    await page.waitForTimeout(60)
    const isForSaving = i % 2 === 1
    const took = await press(page, 'Enter', isForSaving ? { is: 'saved' } : { is: 'element', name })
    if (isForSaving) typed.saved.push(took.toFrame)
    else typed.drawn.push(took.toScreen)
    await page.waitForTimeout(450)
    if (!isUndone) continue
    typed.undone.push((await press(page, 'Control+z', { is: 'ties' })).toScreen)
    await page.waitForTimeout(120)
  }
  return typed
}

/** Selects ties of the hub one after the other, and gives each a digit. */
export async function rateTies(page: Page, hubName: string, times: number): Promise<number[]> {
  if ((await page.locator(`.element[data-id="${HUB}"]`).count()) === 0) {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+f')
    await page.keyboard.type(hubName)
    await page.keyboard.press('Enter')
    await page.waitForTimeout(1200)
  }
  await page.locator(`.element[data-id="${HUB}"]`).focus()
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    await page.keyboard.press('Space')
    await page.waitForTimeout(150)
    // Twice the same digit would alter nothing: each tie gets one that it has not had.
    took.push((await press(page, String((i % 5) + 1), { is: 'ties' })).toScreen)
    await page.waitForTimeout(150)
  }
  return took
}
