import type { SettleOptions } from './settle-result.ts'

/** A way of laying a map out, as it is offered: the worker runs it with these options. */
export interface Layout {
  readonly id: string
  readonly title: string
  readonly keywords: string
  readonly key?: string
  readonly options: Omit<SettleOptions, 'only'>
}

/** The one list of layouts; each is a command of the same id. */
export const LAYOUTS: readonly Layout[] = [
  { id: 'settle', title: 'Settle', keywords: 'layout arrange tidy untangle', key: 's', options: {} },
  { id: 'settle-carefully', title: 'Settle carefully', keywords: 'layout arrange slowly best', options: { carefully: true } },
]
