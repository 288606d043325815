import type { Page } from '@playwright/test'
import type { Bench } from './bench.ts'

async function median(times: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = []
  for (let time = 0; time < times; time += 1) values.push(await measure())
  return values.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}

/** The page is empty until the app has drawn, with its handlers in place: the first paint is that of the app. */
async function drawn(page: Page): Promise<number> {
  const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
  return (await paint.jsonValue()) ?? Number.NaN
}

export const bench: Bench = {
  title: 'App shell',
  async run({ open }) {
    const first = await median(5, async () => {
      const page = await open()
      const time = await drawn(page)
      await page.context().close()
      return time
    })
    const page = await open()
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    await page.context().setOffline(true)
    const again = await median(5, async () => {
      await page.reload()
      return drawn(page)
    })
    return {
      figures: [
        { name: 'first load to interactive', value: first, unit: 'ms' },
        { name: 'reload offline to interactive', value: again, unit: 'ms' },
      ],
    }
  },
}
