import type { Bench, Figure, FigureTable } from './bench.ts'
import { limited, TooLong } from './limited.ts'
import type { Presented } from './presented-frames.ts'
import { openSightlines } from './sightlines-stage.ts'
import { sizesOf } from './sizes.ts'
import { dragHub, pan, wheel, type Stage } from './stage.ts'
import { framesOf } from './steps.ts'
import { syntheticMap } from './synthetic-map.ts'

/** Each overlay by the key that turns it on and off. */
const OVERLAYS = [
  ['none', null],
  ['Differences', 'd'],
  ['Blind spots', 'b'],
  ['Two ends', 'w'],
  ['Compared with a version', 'v'],
] as const

/** Seconds for one gesture with its preparation. */
const TO_MOVE = 20

const GESTURES: readonly (readonly [title: string, run: (stage: Stage) => Promise<Presented>])[] = [
  ['pan, all in view', (stage) => stage.showAll().then(() => pan(stage))],
  ['wheel', (stage) => stage.showAll().then(() => wheel(stage))],
  ['drag, legible', (stage) => stage.showLegible().then(() => dragHub(stage))],
]

/** On or off: it stays where it is put. Focus comes back to the map from what the overlay opens. */
async function turn({ page }: Stage, key: string | null): Promise<void> {
  if (key === null) return
  await page.locator('.map-keys').focus()
  await page.keyboard.press(key)
  await page.waitForTimeout(1500)
}

export const bench: Bench = {
  title: 'Overlays (p50/p95 ms between presented frames · frames a second)',
  async run(context) {
    const figures: Figure[] = []
    const rows: string[][] = []
    for (const elements of sizesOf([300, 5000])) {
      for (const perspectives of [8, 25]) {
        const browser = await context.launch()
        const whole = syntheticMap(elements, { perspectives, hasVersion: true })
        try {
          const { stage } = await openSightlines(context, browser, whole)
          for (const [title, key] of OVERLAYS) {
            await turn(stage, key)
            const shown: (Presented | TooLong)[] = []
            for (const [gesture, run] of GESTURES) {
              const found = await limited(TO_MOVE, () => run(stage)).catch((error: unknown) => {
                if (error instanceof TooLong) return error
                throw error
              })
              shown.push(found)
              const name = `${elements} · ${perspectives} perspectives · ${title} · ${gesture}`
              if (found instanceof TooLong) figures.push({ name: `${name}, p95`, value: Number.NaN, unit: 'ms', said: found.message })
              else figures.push(...framesOf(name, found))
            }
            rows.push([String(elements), String(perspectives), title, ...shown.map((found) => (found instanceof TooLong ? found.message : `${found.p50.toFixed(0)}/${found.p95.toFixed(0)} · ${found.perSecond.toFixed(0)}`))])
            await turn(stage, key)
          }
        } finally {
          await browser.close()
        }
      }
    }
    const table: FigureTable = { title: 'Sightlines with each overlay', head: ['elements', 'perspectives', 'overlay', ...GESTURES.map(([title]) => title)], rows }
    return { figures, tables: [table] }
  },
}
