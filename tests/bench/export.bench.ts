import { stat } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Bench, Figure } from './bench.ts'
import { openFile } from './on-screen.ts'
import { pageClock } from './page-clock.ts'
import { sizesOf } from './sizes.ts'
import { ms } from './steps.ts'
import { syntheticMap } from './synthetic-map.ts'

/** From the press on Save to the file. The first one loads what draws it. */
async function exported(page: Page, way: string): Promise<{ readonly took: number; readonly bytes: number }> {
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: new RegExp(`^${way}`) }).check({ force: true })
  const download = page.waitForEvent('download', { timeout: 120_000 })
  const begun = performance.now()
  await dialog.getByRole('button', { name: /^Save/ }).click()
  const file = await download
  const took = performance.now() - begun
  const { size } = await stat(await file.path())
  await dialog.waitFor({ state: 'hidden' })
  return { took, bytes: size }
}

const WAYS = [
  ['Large picture', 'PNG, 3840 × 2160'],
  ['Drawing', 'SVG'],
  ['Map file', 'map file'],
] as const

export const bench: Bench = {
  title: 'Taking away',
  async run({ open }) {
    const figures: Figure[] = []
    for (const elements of sizesOf([300, 5000])) {
      const page = await open('', pageClock)
      await openFile(page, syntheticMap(elements))
      for (const [way, title] of WAYS) {
        const { took, bytes } = await exported(page, way)
        const of = `${elements.toLocaleString('en-GB')} · ${title}`
        figures.push(ms(of, took), { name: `${of}, size`, value: bytes / 1e6, unit: 'MB' })
      }
      await page.context().close()
    }
    return { figures }
  },
}
