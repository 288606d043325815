import type { Browser } from '@playwright/test'
import { percentile } from './percentile.ts'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  /** Microseconds. */
  readonly ts: number
  readonly pid: number
  readonly id2?: { readonly local?: string }
  readonly args: { readonly frame_reporter?: { readonly state?: string } }
}

export interface Presented {
  /** Milliseconds between one presented frame and the next. */
  readonly p50: number
  readonly p95: number
  readonly perSecond: number
}

/**
 * The frames that reached the screen during some work, with all that the page had for them: the compositor's own
 * `PipelineReporter` events that end in STATE_PRESENTED_ALL. Calls of `requestAnimationFrame` would flatter.
 */
export async function presentedDuring(browser: Browser, work: () => Promise<void>): Promise<Presented> {
  const session = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline.frame'] } })
  const begun = performance.now()
  await work()
  const lasted = performance.now() - begun
  await session.send('Tracing.end')
  await complete
  await session.detach()

  const isWhole = new Map<string, boolean>()
  const ends = new Set<number>()
  for (const { name, ph, ts, pid, id2, args } of events.toSorted((a, b) => a.ts - b.ts)) {
    if (name !== 'PipelineReporter') continue
    const frame = `${pid} ${id2?.local ?? ''}`
    if (ph === 'b') isWhole.set(frame, args.frame_reporter?.state === 'STATE_PRESENTED_ALL')
    else if (isWhole.get(frame)) ends.add(ts)
  }
  const times = [...ends].toSorted((a, b) => a - b)
  const gaps = times.slice(1).map((time, i) => (time - (times[i] ?? time)) / 1000)
  // What no frame covers was stillness too: a page that shows two frames and then hangs is not a quick one.
  const uncovered = lasted - gaps.reduce((sum, gap) => sum + gap, 0)
  if (uncovered > Math.max(100, ...gaps)) gaps.push(uncovered)
  return { p50: percentile(gaps, 0.5), p95: percentile(gaps, 0.95), perSecond: (1000 * times.length) / lasted }
}
