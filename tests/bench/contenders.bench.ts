import type { Browser } from '@playwright/test'
import type { Bench, BenchContext, Figure, FigureTable } from './bench.ts'
import { openContender, type Opened } from './contender-stage.ts'
import { serveContenders } from './contenders/serve.ts'
import { limited, TooLong } from './limited.ts'
import type { Frame, View } from './measured-graph.ts'
import { measuredGraph } from './measured-graph.ts'
import type { Presented } from './presented-frames.ts'
import { openSightlines } from './sightlines-stage.ts'
import { dragHub, pan, wheel, type Stage } from './stage.ts'
import { sizesOf } from './sizes.ts'
import { syntheticMap } from './synthetic-map.ts'

const OURS = 'Sightlines'
/** Reported and not raced: what it shows while it moves is not the map. */
const HIDING = 'vis-network, ties hidden'
const CONTENDERS = [
  { title: 'React Flow, all mounted', name: 'react-flow' },
  { title: 'vis-network', name: 'vis-network' },
  { title: HIDING, name: 'vis-network-hiding' },
  { title: 'Cytoscape.js', name: 'cytoscape' },
] as const

/** Seconds that a map may take to be drawn, and a gesture to be answered. */
const TO_OPEN = 90
const TO_MOVE = 15

interface Gesture {
  readonly title: string
  run(stage: Stage): Promise<Presented>
}

const GESTURES: readonly Gesture[] = [
  { title: 'pan, all in view', run: (stage) => stage.showAll().then(() => pan(stage)) },
  { title: 'wheel', run: (stage) => stage.showAll().then(() => wheel(stage)) },
  { title: 'pan, legible', run: (stage) => stage.showLegible().then(() => pan(stage)) },
  { title: 'drag, legible', run: dragHub },
  { title: 'everything dragged', run: (stage) => stage.showAll().then(() => stage.selectAll()).then(() => dragHub(stage)) },
]

/** Why there is no figure: it took too long, or what went wrong. */
interface Lost {
  readonly lost: string
}

/** What one of them showed of one map; what comes after a cell that was lost is not reached. */
interface Row {
  readonly title: string
  readonly firstPaint: number | Lost
  readonly heap: number | null
  readonly gestures: readonly (Presented | Lost | null)[]
}

interface Measured {
  readonly row: Row
  /** For the next ones: the same room on screen, and the same near view. */
  readonly frame: Frame | null
  readonly legible: View | null
}

async function measure(title: string, browser: Browser, open: () => Promise<Opened>): Promise<Measured> {
  const gestures: (Presented | Lost | null)[] = []
  let legible: View | null = null
  try {
    const { stage, firstPaint, heap } = await limited(TO_OPEN, open)
    let isLost = false
    for (const { run } of GESTURES) {
      const shown: Presented | Lost | null = isLost ? null : await limited(TO_MOVE, () => run(stage)).catch((error: unknown) => lost(title, error))
      gestures.push(shown)
      isLost ||= shown !== null && 'lost' in shown
      if (run === dragHub && !isLost) legible = await stage.view()
    }
    return { row: { title, firstPaint, heap, gestures }, frame: stage.frame, legible }
  } catch (error) {
    return { row: { title, firstPaint: lost(title, error), heap: null, gestures: GESTURES.map(() => null) }, frame: null, legible: null }
  } finally {
    await browser.close()
  }
}

function lost(title: string, error: unknown): Lost {
  if (error instanceof TooLong) return { lost: error.message }
  console.error(title, error)
  return { lost: 'failed' }
}

async function ofSize(context: BenchContext, url: string, elements: number): Promise<readonly Row[]> {
  const whole = syntheticMap(elements)
  const graph = measuredGraph(whole.map)
  const own = await context.launch()
  const ours = await measure(OURS, own, () => openSightlines(context, own, whole))
  const frame = ours.frame ?? { x: 0, y: 0, width: 1000, height: 600 }
  const rows = [ours.row]
  for (const { title, name } of CONTENDERS) {
    const browser = await context.launch()
    rows.push((await measure(title, browser, () => openContender(browser, url, name, graph, frame, ours.legible ?? { x: 0, y: 0, zoom: 1 }))).row)
  }
  return rows
}

const inWords = (shown: Presented | Lost | null) =>
  shown === null ? '–' : 'lost' in shown ? shown.lost : `${shown.p50.toFixed(0)}/${shown.p95.toFixed(0)} · ${shown.perSecond.toFixed(0)}`

function tableOf(elements: number, rows: readonly Row[]): FigureTable {
  return {
    title: `${elements.toLocaleString('en-GB')} elements, ${(elements * 2.5).toLocaleString('en-GB')} ties`,
    head: ['', 'first paint', 'heap', ...GESTURES.map(({ title }) => title)],
    rows: rows.map(({ title, firstPaint, heap, gestures }) => [
      title,
      typeof firstPaint === 'number' ? `${firstPaint.toFixed(0)} ms` : firstPaint.lost,
      heap === null ? '–' : `${(heap / 1e6).toFixed(1)} MB`,
      ...gestures.map(inWords),
    ]),
  }
}

/** Frames at the rate of the display, by which nobody can be beaten. Milliseconds, and a second. */
const DISPLAY = { p95: 18, perSecond: 50 }

/** How much longer than the best of the others' our slow frames take; 1 where both are shown at the display's rate. */
function behind(ours: Presented, others: readonly (Presented | Lost | null)[]): { readonly p95: number; readonly perSecond: number } {
  const shown = others.filter((other): other is Presented => other !== null && !('lost' in other))
  const quickest = Math.min(Infinity, ...shown.map(({ p95 }) => p95))
  const most = Math.max(0, ...shown.map(({ perSecond }) => perSecond))
  return {
    p95: Math.max(DISPLAY.p95, ours.p95) / Math.max(DISPLAY.p95, quickest),
    perSecond: Math.min(DISPLAY.perSecond, ours.perSecond) / Math.max(1, Math.min(DISPLAY.perSecond, most)),
  }
}

function figuresOf(elements: number, rows: readonly Row[]): Figure[] {
  const figures: Figure[] = []
  const put = (name: string, value: number | Lost | null, unit: string) =>
    figures.push(typeof value === 'number' ? { name, value, unit } : { name, value: Number.NaN, unit, said: value?.lost ?? 'not reached' })
  for (const { title, firstPaint, heap, gestures } of rows) {
    const of = `${elements} · ${title} ·`
    put(`${of} first paint`, firstPaint, 'ms')
    put(`${of} heap`, heap === null ? null : heap / 1e6, 'MB')
    gestures.forEach((shown, i) => {
      const isShown = shown !== null && !('lost' in shown)
      put(`${of} ${GESTURES[i]?.title}, p50`, isShown ? shown.p50 : shown, 'ms')
      put(`${of} ${GESTURES[i]?.title}, p95`, isShown ? shown.p95 : shown, 'ms')
      put(`${of} ${GESTURES[i]?.title}, presented`, isShown ? shown.perSecond : shown, '/s')
    })
  }
  const [ours, ...all] = rows
  const others = all.filter(({ title }) => title !== HIDING)
  GESTURES.forEach(({ title }, i) => {
    const own = ours?.gestures[i]
    const ratio = !own || 'lost' in own ? null : behind(own, others.map(({ gestures }) => gestures[i] ?? null))
    put(`${elements} · ${title}: slow frames, ours to the best of the others`, ratio?.p95 ?? null, '×')
    put(`${elements} · ${title}: presented, ours to the best of the others`, ratio?.perSecond ?? null, '×')
  })
  const firsts = others.map(({ firstPaint }) => firstPaint).filter((time) => typeof time === 'number')
  if (typeof ours?.firstPaint === 'number' && firsts.length > 0) put(`${elements} · first paint: ours to the best of the others`, ours.firstPaint / Math.min(...firsts), '×')
  return figures
}

export const bench: Bench = {
  title: 'The same map in every contender (p50/p95 ms between presented frames · frames a second)',
  async run(context) {
    const served = await serveContenders()
    const figures: Figure[] = []
    const tables: FigureTable[] = []
    for (const elements of sizesOf([200, 1000, 5000, 10_000])) {
      const rows = await ofSize(context, served.url, elements)
      figures.push(...figuresOf(elements, rows))
      tables.push(tableOf(elements, rows))
    }
    await served.close()
    return { figures, tables }
  },
}
