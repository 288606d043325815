import type { Bench } from './bench.ts'

async function median(times: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = []
  for (let time = 0; time < times; time += 1) values.push(await measure())
  return values.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}

export const bench: Bench = {
  title: 'App shell',
  async run({ open }) {
    const interactive = () =>
      performance.getEntriesByType('navigation').map((each) => each.toJSON().domInteractive as number)[0] ?? 0
    const first = await median(5, async () => {
      const page = await open()
      const time = await page.evaluate(interactive)
      await page.context().close()
      return time
    })
    const page = await open()
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    await page.context().setOffline(true)
    const again = await median(5, async () => {
      await page.reload()
      return page.evaluate(interactive)
    })
    return [
      { name: 'first load to interactive', value: first, unit: 'ms', goal: { atMost: 1500 } },
      { name: 'reload offline to interactive', value: again, unit: 'ms', goal: { atMost: 700 } },
    ]
  },
}
