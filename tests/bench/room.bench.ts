import type { Page } from '@playwright/test'
import type { Bench, Figure } from './bench.ts'
import { openFile } from './on-screen.ts'
import { pageClock } from './page-clock.ts'
import { percentile } from './percentile.ts'
import { dragHub, pan } from './stage.ts'
import { stageOf } from './sightlines-stage.ts'
import { sizesOf } from './sizes.ts'
import { framesOf, ms, rateTies, spread, typeNames } from './steps.ts'
import { HUB, syntheticMap } from './synthetic-map.ts'

const ROOM = 300

/** From the beginning of the navigation to the map, drawn and listening. */
async function reload(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    await page.reload()
    await page.waitForFunction((least) => window.clock?.paints.length > 0 && document.querySelectorAll('.element').length >= least, ROOM - 1)
    times.push(await page.evaluate(() => window.clock.paints[0] ?? Number.NaN))
  }
  return times
}

export const bench: Bench = {
  title: 'Editing',
  async run({ open, browser }) {
    const figures: Figure[] = []
    for (const elements of sizesOf([ROOM, 2000, 5000])) {
      // One short of the size from which not every card is mounted: names are typed on both sides of it.
      const whole = syntheticMap(elements === ROOM ? ROOM - 1 : elements)
      const of = elements.toLocaleString('en-GB')
      const page = await open('', pageClock)
      await openFile(page, whole)
      const times = elements === ROOM ? 40 : 16
      const typed = await typeNames(page, 'Night sitting service', { times, isUndone: true })
      const rated = await rateTies(page, whole.map.elements.get(HUB)?.name ?? '', times)
      figures.push(
        ...spread(`${of} · a name and Enter to its element on screen`, typed.drawn),
        ...spread(`${of} · a digit to its rating on screen`, rated),
        ...spread(`${of} · a letter in the capture bar to the screen`, typed.letters),
        ...spread(`${of} · Enter to "Saved"`, typed.saved),
        ...spread(`${of} · undo to the screen`, typed.undone),
      )
      if (elements === ROOM) {
        await page.keyboard.press('Escape')
        const stage = await stageOf(browser, page, whole)
        await stage.showAll()
        figures.push(...framesOf(`${of} · dragging an element with 20 ties`, await dragHub(stage)), ...framesOf(`${of} · panning`, await pan(stage)))
        figures.push(ms(`${of} · loading the page again with the map open`, percentile(await reload(page), 0.5)))
        const grown = await typeNames(page, 'Weekend outreach', { times: 20, isUndone: false })
        figures.push(...spread(`${of} · a name and Enter, past this size`, grown.drawn))
      }
      await page.context().close()
    }
    return { figures }
  },
}
