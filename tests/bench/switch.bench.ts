import type { Bench, Figure } from './bench.ts'
import { openFile, press } from './on-screen.ts'
import { pageClock } from './page-clock.ts'
import { sizesOf } from './sizes.ts'
import { spread } from './steps.ts'
import { syntheticMap } from './synthetic-map.ts'

const PERSPECTIVES = 25

export const bench: Bench = {
  title: `Switching (${PERSPECTIVES} perspectives, and a version)`,
  async run({ open }) {
    const figures: Figure[] = []
    for (const elements of sizesOf([300, 5000])) {
      const page = await open('', pageClock)
      await openFile(page, syntheticMap(elements, { perspectives: PERSPECTIVES, hasVersion: true }))
      const of = elements.toLocaleString('en-GB')
      const time = async (keys: readonly string[]) => {
        const took: number[] = []
        for (const key of keys) {
          await page.locator('.map-keys').focus()
          took.push((await press(page, key, { is: 'ties' })).toScreen)
          await page.waitForTimeout(elements > 1000 ? 900 : 350)
        }
        return took
      }
      const perspectives = await time(Array.from({ length: PERSPECTIVES }, () => ']'))
      // The version's content is read once; every further time it is there.
      const comparison = await time(Array.from({ length: 16 }, () => 'v'))
      const overlays = await time(['d', 'b', 'w', 'd', 'b', 'w', 'd', 'b', 'w', 'd', 'b', 'w'])
      await page.keyboard.press('Escape')
      figures.push(
        ...spread(`${of} · another perspective to the screen`, perspectives),
        ...spread(`${of} · a comparison on or off to the screen`, comparison),
        ...spread(`${of} · an overlay to the screen`, overlays),
      )
      await page.context().close()
    }
    return { figures }
  },
}
