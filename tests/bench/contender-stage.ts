import type { Browser } from '@playwright/test'
import type { Frame, MeasuredGraph, View } from './measured-graph.ts'
import { wholeView } from './measured-graph.ts'
import { heapOf, type Stage } from './stage.ts'

export interface Opened {
  readonly stage: Stage
  /** Milliseconds from the bytes in hand to the end of the frame that shows the map. */
  readonly firstPaint: number
  /** Bytes that the map takes. */
  readonly heap: number
}

/** A contender that has drawn the graph in a frame of that size. */
export async function openContender(browser: Browser, url: string, name: string, graph: MeasuredGraph, size: Frame, legible: View): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(url)
  const frame = { ...size, x: 0, y: 0 }
  const whole = wholeView(graph, frame)
  await page.evaluate(([library, width, height]) => window.contender.load(library, width, height), [name, frame.width, frame.height] as const)
  const before = await heapOf(page)
  const firstPaint = await page.evaluate(([text, view]) => window.contender.draw(text, view), [JSON.stringify(graph), whole] as const)
  await page.waitForTimeout(700)
  const heap = (await heapOf(page)) - before
  const show = async (view: View) => {
    await page.evaluate((next) => window.contender.drawn().show(next), view)
    await page.waitForTimeout(700)
  }
  const stage: Stage = {
    browser, page, graph, frame,
    view: () => page.evaluate(() => window.contender.drawn().view()),
    showAll: () => show(whole),
    showLegible: () => show(legible),
    async selectAll() {
      await page.evaluate(() => window.contender.drawn().selectAll())
      await page.waitForTimeout(700)
    },
    isOpen: async () => true,
  }
  return { stage, firstPaint, heap }
}
