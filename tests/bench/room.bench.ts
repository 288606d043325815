import type { Browser, Page } from '@playwright/test'
import { writeNative } from '../../src/formats/native/write-native.ts'
import type { Bench, Figure } from './bench.ts'
import { pageClock, type Awaited, type Times } from './page-clock.ts'
import { percentile } from './percentile.ts'
import { presentedDuring, type Presented } from './presented-frames.ts'
import { HUB, syntheticMap } from './synthetic-map.ts'

const ELEMENTS = 300
const TIMES = 40

/** Opens a synthetic map from its own file, by the app's own Open; resolves when it is drawn. */
async function openSynthetic(page: Page, elements: number): Promise<number> {
  const text = writeNative(syntheticMap(elements), { app: '1.0.0', savedAt: '2026-11-23T10:00:00.000Z', includePrivate: true })
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file' }).click()
  const file = { name: 'synthetic.sightlines.json', mimeType: 'application/json', buffer: Buffer.from(text) }
  const begun = await page.evaluate(() => performance.now())
  await (await chooser).setFiles(file)
  await drawn(page, elements)
  return (await page.evaluate(() => window.clock.paints.at(-1) ?? 0)) - begun
}

async function drawn(page: Page, elements: number): Promise<void> {
  await page.waitForFunction((least) => window.clock !== undefined && window.clock.paints.length > 0 && document.querySelectorAll('.element').length >= least, elements <= 300 ? elements : 0)
  await page.waitForTimeout(700)
}

async function timed(page: Page, inputs: readonly string[], awaited: Awaited, act: () => Promise<void>): Promise<Times> {
  await page.evaluate(([types, what]) => window.clock.start(types, what), [inputs, awaited] as const)
  await act()
  return page.evaluate(() => window.clock.stop())
}

const KEY = ['keydown'] as const
const press = (page: Page, key: string, awaited: Awaited) => timed(page, KEY, awaited, () => page.keyboard.press(key))

function spread(name: string, values: readonly number[], atMost?: number): Figure[] {
  return [
    { name: `${name}, p50`, value: percentile(values, 0.5), unit: 'ms' },
    { name: `${name}, p95`, value: percentile(values, 0.95), unit: 'ms', ...(atMost === undefined ? {} : { goal: { atMost } }) },
  ]
}

async function typeNames(page: Page, words: string, isUndone: boolean): Promise<{ readonly drawn: number[]; readonly letters: number[]; readonly saved: number[] }> {
  const result = { drawn: [] as number[], letters: [] as number[], saved: [] as number[] }
  await page.getByRole('textbox', { name: 'Capture' }).focus()
  for (let i = 0; i < TIMES; i++) {
    const name = `${words} ${i + 1}`
    for (const letter of name.slice(0, 4)) result.letters.push((await press(page, letter, { is: 'frame' })).toScreen)
    await page.keyboard.type(name.slice(4))
    await page.waitForTimeout(60)
    const isForSaving = i % 2 === 1
    const times = await press(page, 'Enter', isForSaving ? { is: 'saved' } : { is: 'element', name })
    if (isForSaving) result.saved.push(times.toFrame)
    else result.drawn.push(times.toScreen)
    await page.waitForTimeout(450)
    if (isUndone) {
      await page.keyboard.press('Control+z')
      await page.waitForTimeout(120)
    }
  }
  return result
}

/** Selects ties of the hub one after the other, and gives each a digit. */
async function rateTies(page: Page): Promise<number[]> {
  await page.locator(`.element[data-id="${HUB}"]`).focus()
  const times: number[] = []
  for (let i = 0; i < TIMES; i++) {
    await page.keyboard.press('Space')
    await page.waitForTimeout(120)
    // Twice the same digit would alter nothing: each tie gets one that it has not had.
    times.push((await press(page, String((i % 5) + 1), { is: 'ties' })).toScreen)
    await page.waitForTimeout(120)
  }
  return times
}

async function drag(page: Page, browser: Browser): Promise<Presented> {
  await page.keyboard.press('Escape')
  await page.locator(`.element[data-id="${HUB}"]`).focus()
  // All of the map, with nothing chosen: rating has flown from tie to tie.
  await page.keyboard.press('z')
  await page.waitForTimeout(500)
  const box = await page.locator(`.element[data-id="${HUB}"]`).boundingBox()
  if (!box) throw new Error('The element to drag is not in sight')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 8, y + 4)
  const frames = await presentedDuring(browser, async () => {
    for (let i = 1; i <= 90; i++) await page.mouse.move(x + 60 * Math.sin(i / 9), y + 40 * Math.sin(i / 6))
  })
  await page.mouse.up()
  await page.waitForTimeout(400)
  return frames
}

async function pan(page: Page, browser: Browser): Promise<Presented> {
  const { x, y } = await emptyPlace(page)
  await page.mouse.move(x, y)
  await page.mouse.down()
  const frames = await presentedDuring(browser, async () => {
    for (let i = 1; i <= 90; i++) await page.mouse.move(x + 120 * Math.sin(i / 12), y + 60 * Math.sin(i / 9))
  })
  await page.mouse.up()
  await page.waitForTimeout(400)
  return frames
}

/** A place of the canvas with nothing on it. */
function emptyPlace(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  return page.evaluate(() => {
    const pane = document.querySelector('.react-flow__pane')?.getBoundingClientRect()
    for (let x = pane?.left ?? 0; pane && x < pane.right; x += 24) {
      for (let y = pane.top + 130; y < pane.bottom - 100; y += 24) {
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane')) return { x, y }
      }
    }
    throw new Error('No empty place on the canvas')
  })
}

function frames(name: string, { p50, p95, perSecond }: Presented, atMost?: number): Figure[] {
  return [
    { name: `${name}, between frames, p50`, value: p50, unit: 'ms' },
    { name: `${name}, between frames, p95`, value: p95, unit: 'ms', ...(atMost === undefined ? {} : { goal: { atMost } }) },
    { name: `${name}, presented`, value: perSecond, unit: '/s' },
  ]
}

/** A fresh tab shows the start page; its list holds what the context has. */
async function openFromDisk(page: Page, url: string, elements: number): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < 7; i++) {
    const tab = await page.context().newPage()
    await tab.goto(url)
    const card = tab.getByRole('button', { name: `Synthetic ${elements}` }).first()
    await card.waitFor()
    await tab.waitForTimeout(700)
    times.push((await timed(tab, ['click'], { is: 'map', mounted: elements <= 300 ? elements : 0 }, () => card.click())).toScreen)
    await tab.close()
  }
  return times
}

/** From the beginning of the navigation to the map, drawn and listening. */
async function reload(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    await page.reload()
    await page.waitForFunction((least) => window.clock?.paints.length > 0 && document.querySelectorAll('.element').length >= least, ELEMENTS - 1)
    times.push(await page.evaluate(() => window.clock.paints[0] ?? Number.NaN))
  }
  return times
}

export const bench: Bench = {
  title: `A map of ${ELEMENTS} elements and ${ELEMENTS * 2.5} ties`,
  async run({ open, browser, url }) {
    const page = await open('', pageClock)
    const opened = await openSynthetic(page, ELEMENTS - 1)
    const typed = await typeNames(page, 'Night sitting service', true)
    const rated = await rateTies(page)
    const dragged = await drag(page, browser)
    const panned = await pan(page, browser)
    const reloaded = await reload(page)
    const fromDisk = await openFromDisk(page, url, ELEMENTS - 1)
    const grown = await typeNames(page, 'Weekend outreach', false)
    await page.context().close()

    const large = await open('', pageClock)
    await openSynthetic(large, 2000)
    const largeFromDisk = await openFromDisk(large, url, 2000)
    const largeTyped = await typeNames(large, 'Night sitting service', true)
    return [
      ...spread('a name and Enter to its element on screen', typed.drawn, 50),
      ...spread('the same past 300 elements', grown.drawn, 50),
      ...spread('a digit to its rating on screen', rated, 50),
      ...spread('a letter in the capture bar to the screen', [...typed.letters, ...grown.letters]),
      ...spread('Enter to "Saved"', [...typed.saved, ...grown.saved], 50),
      ...spread('Enter to "Saved", 2,000 elements', largeTyped.saved, 50),
      ...spread('a name to its element, 2,000 elements', largeTyped.drawn),
      ...frames('dragging an element with 20 ties', dragged, 17),
      ...frames('panning', panned, 17),
      { name: 'opening a file', value: opened, unit: 'ms' },
      { name: 'opening from disk, median', value: percentile(fromDisk, 0.5), unit: 'ms' },
      { name: 'opening from disk, 2,000 elements, median', value: percentile(largeFromDisk, 0.5), unit: 'ms', goal: { atMost: 300 } },
      { name: 'loading the page again with the map open', value: percentile(reloaded, 0.5), unit: 'ms', goal: { atMost: 700 } },
    ]
  },
}
