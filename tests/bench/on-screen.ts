import type { Page } from '@playwright/test'
import { ALL } from '../../src/canvas/mounted.ts'
import { writeNative } from '../../src/formats/native/write-native.ts'
import type { WholeMap } from '../../src/model/system-map.ts'
import type { Awaited, Times } from './page-clock.ts'

const mountedOf = (elements: number) => (elements <= ALL ? elements : 0)

export function fileOf(whole: WholeMap): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } {
  const text = writeNative(whole, { app: '1.0.0', savedAt: '2026-11-23T10:00:00.000Z', includePrivate: true })
  return { name: `${whole.map.meta.mapId}.sightlines.json`, mimeType: 'application/json', buffer: Buffer.from(text) }
}

/** Opens a map from its own file, by the app's own Open, on the start page; resolves with the milliseconds until it was drawn. */
export async function openFile(page: Page, whole: WholeMap): Promise<number> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file' }).click()
  const file = fileOf(whole)
  const begun = await page.evaluate(() => performance.now())
  await (await chooser).setFiles(file)
  await drawn(page, whole.map.elements.size)
  const painted = await page.evaluate(() => window.clock.paints.at(-1) ?? 0)
  await page.getByRole('status').filter({ hasText: /^Saved/ }).first().waitFor({ timeout: 120_000 })
  return painted - begun
}

async function drawn(page: Page, elements: number): Promise<void> {
  await page.waitForFunction((least) => window.clock !== undefined && window.clock.paints.length > 0 && document.querySelectorAll('.element').length >= least, mountedOf(elements), { timeout: 120_000 })
  await page.waitForTimeout(700)
}

export interface FromDisk extends Times {
  /** From the last part of the document that the database gave back to the frame that shows the map. */
  readonly sinceRead: number
}

/** Opens a map that is on this laptop, in a tab of its own; `ready` is asked before the click. */
export async function openFromDisk(tab: Page, url: string, title: string, elements: number, ready: () => Promise<void> = async () => {}): Promise<FromDisk> {
  await tab.goto(url)
  const card = tab.getByRole('button', { name: title }).first()
  await card.waitFor()
  await tab.waitForTimeout(700)
  await ready()
  const times = await timed(tab, ['click'], { is: 'map', mounted: mountedOf(elements) }, () => card.click())
  const read = await tab.evaluate(({ begun, toFrame }) => window.clock.reads.filter((time) => time > begun && time < begun + toFrame).at(-1) ?? begun, times)
  await tab.waitForTimeout(700)
  return { ...times, sinceRead: times.begun + times.toScreen - read }
}

async function timed(page: Page, inputs: readonly string[], awaited: Awaited, act: () => Promise<void>): Promise<Times> {
  await page.evaluate(([types, what]) => window.clock.start(types, what), [inputs, awaited] as const)
  await act()
  return page.evaluate(() => window.clock.stop())
}

const KEY = ['keydown'] as const

export const press = (page: Page, key: string, awaited: Awaited) => timed(page, KEY, awaited, () => page.keyboard.press(key))
