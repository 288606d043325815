import type { Browser, Page } from '@playwright/test'

/** One number of a benchmark, with the number it should reach where there is one. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number }
}

export interface BenchContext {
  /** Where the built app is served, with its headers. */
  readonly url: string
  readonly browser: Browser
  /** Opens the app in a browser context of its own, 1366 × 768, closed when the benchmark ends; `before` runs in the page before its scripts. */
  open(path?: string, before?: () => void): Promise<Page>
}

/** A file `tests/bench/<subject>.bench.ts` exports one of these as `bench`. */
export interface Bench {
  readonly title: string
  run(context: BenchContext): Promise<readonly Figure[]>
}
