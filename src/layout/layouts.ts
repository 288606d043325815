import type { ArrangementName } from './arrange-job.ts'
import type { SettleOptions } from './settle-result.ts'

interface Named<Id extends string> {
  readonly id: Id
  readonly title: string
  readonly keywords: string
  readonly key?: string
}

/** A way of settling a map, done at once: the worker runs it with these options. */
export interface Settling extends Named<string> {
  readonly options: Omit<SettleOptions, 'only'>
}

/** A way of laying a map out that is shown before it is kept. */
export interface Arrangement extends Named<ArrangementName> {
  /** What it is called where it moves only what is selected, and in a narrow strip. */
  readonly ofSome: string
  readonly short: string
  /** Whether it rests on chance, so that it can be tried again. */
  readonly canVary?: boolean
}

/** Each layout is a command of the same id. */
export const SETTLINGS: readonly Settling[] = [
  { id: 'settle', title: 'Settle', keywords: 'layout arrange tidy untangle', key: 's', options: {} },
  { id: 'settle-carefully', title: 'Settle carefully', keywords: 'layout arrange slowly best', options: { carefully: true } },
]

export const ARRANGEMENTS: readonly Arrangement[] = [
  { id: 'settle-again', title: 'Settle another way', ofSome: 'Settle only these another way', short: 'Settle', keywords: 'layout arrange again untangle try different', canVary: true },
  { id: 'rows', title: 'Rows by organisation', ofSome: 'Rows by organisation, only these', short: 'Rows', keywords: 'layout arrange lines lanes organisations order' },
  { id: 'rings', title: 'Rings around the selection', ofSome: 'Rings, only these', short: 'Rings', keywords: 'layout arrange circles radial distance steps centre middle round' },
  { id: 'flow', title: 'Flow left to right', ofSome: 'Flow left to right, only these', short: 'Flow', keywords: 'layout arrange direction columns layers process hierarchy sequence' },
  { id: 'tidy', title: 'Tidy', ofSome: 'Tidy only these', short: 'Tidy', keywords: 'layout arrange overlaps apart clear space' },
]
