import type { Browser, Page } from '@playwright/test'

/** One number of a benchmark; what it should reach stands in `goals.ts`, by its name. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** It took longer than it was given, or could not be measured; then this is said in its place. */
  readonly said?: string
}

/** Figures side by side, to be read across. */
export interface FigureTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface Measured {
  readonly figures: readonly Figure[]
  readonly tables?: readonly FigureTable[]
}

export interface BenchContext {
  /** Where the built app is served, with its headers. */
  readonly url: string
  readonly browser: Browser
  /** Another browser, which whoever asked for it closes: one that hangs must not hold up the rest. */
  launch(): Promise<Browser>
  /** Opens the app in a browser context of its own, 1366 × 768, closed when the benchmark ends; `before` runs in the page before its scripts. */
  open(path?: string, before?: () => void, browser?: Browser): Promise<Page>
}

/** A file `tests/bench/<subject>.bench.ts` exports one of these as `bench`. */
export interface Bench {
  readonly title: string
  run(context: BenchContext): Promise<Measured>
}
