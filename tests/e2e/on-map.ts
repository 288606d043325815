import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator } from '@playwright/test'
import { expect, type Page } from './fixture.ts'

export const HARBOUR_CITY = fileURLToPath(new URL('../../src/templates/harbour-city.sightlines.json', import.meta.url))

export interface FileElement {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly organisation: string | null
  readonly position: readonly [number, number] | null
  readonly [field: string]: unknown
}

/** What these tests read in a `.sightlines.json`. */
export interface MapFile {
  readonly map: { readonly id: string; readonly title: string; readonly question: string }
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly code: string }[]
  readonly elements: readonly FileElement[]
  readonly relationships: readonly { readonly id: string; readonly [field: string]: unknown }[]
  readonly perspectives: readonly { readonly id: string; readonly judgements?: Readonly<Record<string, Readonly<Record<string, unknown>>>>; readonly [field: string]: unknown }[]
  readonly versions: readonly { readonly name: string; readonly date: string; readonly room: string; readonly absent: string; readonly content: { readonly elements: readonly FileElement[] } }[]
  readonly actions: readonly Readonly<Record<string, unknown>>[]
  readonly notes: readonly { readonly id: string; readonly text: string; readonly position: readonly [number, number]; readonly width: number }[]
  readonly areas: readonly { readonly id: string; readonly title: string; readonly position: readonly [number, number]; readonly size: readonly [number, number] }[]
  readonly background: { readonly type: string; readonly data: string; readonly position: readonly [number, number]; readonly size: readonly [number, number] } | null
  readonly reflections: readonly Readonly<Record<string, unknown>>[]
}

export const region = (page: Page) => page.getByRole('region', { name: 'Map', exact: true })
export const element = (page: Page, name: string) => region(page).getByRole('button', { name: `${name},` })
export const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
export const capture = (page: Page) => page.getByRole('textbox', { name: 'Capture' })
export const question = (page: Page) => page.getByRole('textbox', { name: 'What are we trying to understand?' })

/** Begins a map with these elements, typed one after another. */
export async function begin(page: Page, names: readonly string[], asked = 'How do people get home?'): Promise<void> {
  await page.goto('/')
  await question(page).fill(asked)
  await page.keyboard.press('Enter')
  await expect(capture(page)).toBeFocused()
  for (const name of names) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(element(page, name)).toBeVisible()
  }
  await page.keyboard.press('Escape')
}

export async function openSample(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: /^Look at the sample map/ }).click()
  await expect(element(page, 'Care brokerage')).toBeVisible()
}

export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ }).first()).toBeVisible()
}

/** Takes the open map away one way of the export dialog. */
export async function exported(page: Page, way: string, prepare: (dialog: Locator) => Promise<void> = async () => {}): Promise<Buffer> {
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: new RegExp(`^${way}`) }).check()
  await prepare(dialog)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /^Save/ }).click()
  const bytes = await readFile(await (await download).path())
  await expect(dialog).toBeHidden()
  return bytes
}

export async function mapFile(page: Page): Promise<MapFile> {
  return JSON.parse((await exported(page, 'Map file')).toString('utf8')) as MapFile
}

/** A file's text but for the moment it was written at. */
export const butForSavedAt = (file: Buffer) => file.toString('utf8').replace(/"savedAt": "[^"]*"/, '')

/** A file's readable part: each copy of a map has a merge history of its own. */
export function readablePart(file: string): Record<string, unknown> {
  const { document: _, savedAt: __, ...rest } = JSON.parse(file) as Record<string, unknown>
  return rest
}

export interface Given {
  readonly name: string
  readonly text: string
}

/** Drops files on the page, as from a folder. */
export async function drop(page: Page, files: readonly Given[]): Promise<void> {
  await page.evaluate((all) => {
    const data = new DataTransfer()
    for (const { name, text } of all) data.items.add(new File([text], name))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, files)
}

/** Picks files with Ctrl+O. */
export async function pick(page: Page, files: readonly { readonly name: string; readonly text: string | Buffer }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  // The browser has to know first that the test waits for its window: otherwise it gives up the window at once.
  await page.evaluate(() => undefined)
  await page.keyboard.press('Control+o')
  await (await chooser).setFiles(files.map(({ name, text }) => ({ name, mimeType: name.endsWith('.zip') ? 'application/zip' : 'application/json', buffer: Buffer.from(text) })))
}

/** Writes other words over those in a cell of the table, by keyboard. */
export async function writeOver(cell: Locator, words: string): Promise<void> {
  const { keyboard } = cell.page()
  await cell.focus()
  await keyboard.press('F2')
  await keyboard.press('Control+a')
  await keyboard.type(words)
  await keyboard.press('Enter')
}

/** Goes from an open map to the list of all of them. */
export async function toStart(page: Page): Promise<Locator> {
  await page.locator('.title-menu').click()
  await page.getByRole('menuitem', { name: 'All my maps' }).click()
  const maps = page.getByRole('complementary', { name: 'Maps on this laptop' })
  await expect(maps).toBeVisible()
  return maps
}
