import type { Browser, Page } from '@playwright/test'
import type { WholeMap } from '../../src/model/system-map.ts'
import type { BenchContext } from './bench.ts'
import type { Opened } from './contender-stage.ts'
import { measuredGraph, type Frame, type View } from './measured-graph.ts'
import { openFile, openFromDisk } from './on-screen.ts'
import { pageClock } from './page-clock.ts'
import { heapOf, type Stage } from './stage.ts'
import { HUB } from './synthetic-map.ts'

/** What the view of a legible map is brought to. */
const LEGIBLE = 0.9

/** The map in the built app: kept on this laptop first, then opened from there in a fresh tab. */
export async function openSightlines({ open, url }: Pick<BenchContext, 'open' | 'url'>, browser: Browser, whole: WholeMap): Promise<Opened> {
  const first = await open('', pageClock, browser)
  await openFile(first, whole)
  const page = await first.context().newPage()
  await first.close()
  let before = 0
  const times = await openFromDisk(page, url, whole.map.meta.title, whole.map.elements.size, async () => {
    before = await heapOf(page)
  })
  const heap = (await heapOf(page)) - before
  return { stage: await stageOf(browser, page, whole), firstPaint: times.sinceRead, heap }
}

export async function stageOf(browser: Browser, page: Page, { map }: WholeMap): Promise<Stage> {
  const graph = measuredGraph(map)
  const hub = graph.nodes.find(({ id }) => id === HUB)
  const stage: Stage = {
    browser, page, graph,
    frame: await frameOf(page),
    view: () => viewOf(page),
    async showAll() {
      await page.locator('.map-keys').focus()
      await page.keyboard.press('z')
      await page.waitForTimeout(800)
    },
    async showLegible() {
      const frame = await frameOf(page)
      for (let turn = 0; turn < 60; turn++) {
        const view = await viewOf(page)
        if (view.zoom >= LEGIBLE) break
        await page.mouse.move(frame.x + (hub?.x ?? 0) * view.zoom + view.x, frame.y + (hub?.y ?? 0) * view.zoom + view.y)
        await page.mouse.wheel(0, -100)
        await page.waitForTimeout(30)
      }
      await page.waitForTimeout(800)
    },
    async selectAll() {
      await page.locator('.map-keys').focus()
      await page.keyboard.press('Control+a')
      await page.waitForTimeout(1500)
    },
    isOpen: (x, y) => page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.classList.contains('react-flow__pane') ?? false, [x, y] as const),
  }
  return stage
}

async function frameOf(page: Page): Promise<Frame> {
  const box = await page.locator('.react-flow').first().boundingBox()
  if (!box) throw new Error('No map')
  return box
}

function viewOf(page: Page): Promise<View> {
  return page.evaluate(() => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport') ?? document.body).transform)
    return { x: e, y: f, zoom: a }
  })
}
