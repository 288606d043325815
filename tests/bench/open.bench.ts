import type { Bench, Figure } from './bench.ts'
import { openFile, openFromDisk } from './on-screen.ts'
import { pageClock } from './page-clock.ts'
import { percentile } from './percentile.ts'
import { sizesOf } from './sizes.ts'
import { heapOf } from './stage.ts'
import { ms } from './steps.ts'
import { syntheticMap } from './synthetic-map.ts'

const TIMES = 5

export const bench: Bench = {
  title: 'Opening, and memory (8 perspectives)',
  async run({ open, url }) {
    const figures: Figure[] = []
    for (const elements of sizesOf([300, 2000, 5000, 10_000])) {
      const whole = syntheticMap(elements)
      const of = elements.toLocaleString('en-GB')
      const page = await open('', pageClock)
      figures.push(ms(`${of} · opening a file`, await openFile(page, whole)))
      const tabs = page.context()
      await page.goto('about:blank')
      const clicked: number[] = []
      const read: number[] = []
      let heap = 0
      for (let time = 0; time < TIMES; time++) {
        const tab = await tabs.newPage()
        let before = 0
        const times = await openFromDisk(tab, url, whole.map.meta.title, elements, async () => {
          if (time === 0) before = await heapOf(tab)
        })
        clicked.push(times.toScreen)
        read.push(times.sinceRead)
        if (time === 0) heap = (await heapOf(tab)) - before
        await tab.close()
      }
      figures.push(
        ms(`${of} · opening from disk, median`, percentile(clicked, 0.5)),
        ms(`${of} · of that, after the disk has answered`, percentile(read, 0.5)),
        { name: `${of} · memory that the map takes`, value: heap / 1e6, unit: 'MB' },
      )
      await tabs.close()
    }
    return { figures }
  },
}
