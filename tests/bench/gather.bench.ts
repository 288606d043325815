import type { Page } from '@playwright/test'
import { apply } from '../../src/model/apply.ts'
import { judgementId, make, place, type Write } from '../../src/model/change.ts'
import type { SystemMap } from '../../src/model/system-map.ts'
import { between, oneOf, seeded } from '../support/seeded.ts'
import type { Bench, Figure } from './bench.ts'
import { fileOf, openFile } from './on-screen.ts'
import { pageClock } from './page-clock.ts'
import { sizesOf } from './sizes.ts'
import { ms } from './steps.ts'
import { syntheticMap } from './synthetic-map.ts'

const TABLES = 6
/** Words that no name of the map resembles: nobody has to be asked whether two are the same. */
const OWN_WORDS = ['quay', 'lantern', 'orchard', 'falcon', 'saddle', 'velvet', 'copper', 'thistle', 'walnut', 'ember']

/** What a table hands in: the map that all began with, its own view of half of the ties, and three elements of its own. */
function handedIn(map: SystemMap, table: number): string {
  const random = seeded(table + 1)
  const id = `handed${table}`
  const writes: Write[] = [make('perspectives', id, { name: `Table ${table + 1}`, type: 'table', coverage: 'complete', order: table + 10 })]
  for (const tie of map.relationships.keys()) {
    if (random() < 0.5) writes.push({ at: 'judgements', id: judgementId(id, tie), field: 'presence', to: between(random, 0, 5) })
  }
  for (let i = 0; i < 3; i++) {
    const element = `own${table}x${i}`
    writes.push(make('elements', element, { name: `${oneOf(random, OWN_WORDS)} ${OWN_WORDS[table]} ${OWN_WORDS[9 - i]}`, kind: 'group' }), place(element, -400 - 200 * i, 100 * table))
  }
  return fileOf({ map: apply(map, { writes }), contents: new Map() }).buffer.toString('utf8')
}

/** Drops the files and presses Enter once everything is looked through. Milliseconds until it can be pressed, and until all of it is there. */
async function gather(page: Page, texts: readonly string[]): Promise<{ readonly looked: number; readonly gathered: number; readonly hasProgress: boolean }> {
  const dialog = page.getByRole('dialog', { name: 'Gather' })
  const hasProgress = page.locator('.gather-progress').waitFor({ timeout: 60_000 }).then(() => true, () => false)
  const dropped = await page.evaluate((all) => {
    const data = new DataTransfer()
    all.forEach((text, i) => data.items.add(new File([text], `Table ${i + 1}.sightlines.json`)))
    const begun = performance.now()
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    return begun
  }, texts)
  const button = dialog.getByRole('button', { name: /^Gather/ })
  await page.waitForFunction(() => {
    const last = [...document.querySelectorAll<HTMLButtonElement>('dialog button[type="submit"]')].at(-1)
    return last !== undefined && !last.disabled
  }, undefined, { timeout: 60_000 })
  const looked = (await page.evaluate(() => performance.now())) - dropped
  const pressed = await page.evaluate(() => performance.now())
  await button.click()
  await dialog.waitFor({ state: 'hidden', timeout: 60_000 })
  await page.waitForFunction((from) => (window.clock.paints.at(-1) ?? 0) > from, pressed)
  const gathered = (await page.evaluate(() => window.clock.paints.at(-1) ?? 0)) - pressed
  return { looked, gathered, hasProgress: await hasProgress }
}

export const bench: Bench = {
  title: `Gathering ${TABLES} files`,
  async run({ open }) {
    const figures: Figure[] = []
    for (const elements of sizesOf([60, 2000])) {
      const whole = syntheticMap(elements, { perspectives: 1 })
      const texts = Array.from({ length: TABLES }, (_, table) => handedIn(whole.map, table))
      const page = await open('', pageClock)
      await openFile(page, whole)
      const { looked, gathered, hasProgress } = await gather(page, texts)
      const of = elements.toLocaleString('en-GB')
      figures.push(
        ms(`${of} · files looked through`, looked),
        ms(`${of} · Gather pressed to the screen`, gathered),
        ms(`${of} · gathering, both together`, looked + gathered),
        { name: `${of} · a progress bar is shown`, value: hasProgress ? 1 : 0, unit: '' },
      )
      await page.context().close()
    }
    return { figures }
  },
}
