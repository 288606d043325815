import type { Browser, Page } from '@playwright/test'
import { emptyPlaces, type Frame, type MeasuredGraph, type View } from './measured-graph.ts'
import { presentedDuring, type Presented } from './presented-frames.ts'
import { HUB } from './synthetic-map.ts'

/** A map that is drawn in a page of its own, by us or by a contender. */
export interface Stage {
  readonly browser: Browser
  readonly page: Page
  readonly graph: MeasuredGraph
  /** Where the drawing is in the page. */
  readonly frame: Frame
  view(): Promise<View>
  showAll(): Promise<void>
  /** Near enough to read names, the hub in sight. */
  showLegible(): Promise<void>
  selectAll(): Promise<void>
  /** Whether nothing lies over the drawing there. */
  isOpen(x: number, y: number): Promise<boolean>
}

/** How long a gesture lasts, milliseconds. */
const LASTS = 2500
/** One step of the hand for each frame of a display. */
const STEP = 1000 / 60

/** The frames presented while the hand moves: its place is a function of the time, so a slow page is sent as far as a quick one. */
function gesture(browser: Browser, step: (milliseconds: number) => Promise<void>): Promise<Presented> {
  return presentedDuring(browser, async () => {
    const begun = performance.now()
    for (;;) {
      const now = performance.now()
      if (now - begun >= LASTS) return
      await step(now - begun)
      const early = STEP - (performance.now() - now)
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    }
  })
}

async function emptyPlace(stage: Stage): Promise<readonly [number, number]> {
  for (const [x, y] of emptyPlaces(stage.graph, await stage.view(), stage.frame)) if (await stage.isOpen(x, y)) return [x, y]
  throw new Error('No empty place on the map')
}

async function dragFrom({ browser, page }: Stage, [x, y]: readonly [number, number], [wide, high]: readonly [number, number]): Promise<Presented> {
  await page.mouse.move(x, y)
  await page.waitForTimeout(150)
  await page.mouse.down()
  await page.mouse.move(x + 8, y + 4)
  const frames = await gesture(browser, (time) => page.mouse.move(x + wide * Math.sin(time / 220), y + high * Math.sin(time / 160)))
  await page.mouse.move(x, y)
  await page.mouse.up()
  await page.waitForTimeout(400)
  return frames
}

export async function pan(stage: Stage): Promise<Presented> {
  return dragFrom(stage, await emptyPlace(stage), [50, 40])
}

/** In and out again round the middle. */
export async function wheel({ browser, page, frame }: Stage): Promise<Presented> {
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2)
  await page.waitForTimeout(150)
  const frames = await gesture(browser, (time) => page.mouse.wheel(0, Math.floor(time / 200) % 2 === 0 ? -100 : 100))
  await page.waitForTimeout(400)
  return frames
}

/** The hub with its 20 ties, and all that is selected with it. */
export async function dragHub(stage: Stage): Promise<Presented> {
  const view = await stage.view()
  const hub = stage.graph.nodes.find(({ id }) => id === HUB)
  if (!hub) throw new Error('No hub')
  return dragFrom(stage, [stage.frame.x + hub.x * view.zoom + view.x, stage.frame.y + hub.y * view.zoom + view.y], [60, 40])
}

/** Live bytes of the page's scripts, after collection. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}
