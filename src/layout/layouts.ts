import type { Box } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import type { SettleOptions, SettleResult } from './settle-result.ts'

/** A way of laying a map out. Yields the share done, so that it can be watched and stopped; gives where things are to stand. */
export interface Layout {
  readonly id: string
  readonly title: string
  /** What it is asked for beyond the map. */
  readonly options: SettleOptions
  load(): Promise<(moment: MapContent, boxes: ReadonlyMap<Id, Box>, options: SettleOptions) => Generator<number, SettleResult>>
}

const settling = async () => (await import('./settle.ts')).settling

/** The one list of layouts. */
export const LAYOUTS: readonly Layout[] = [
  { id: 'settle', title: 'Settle', options: {}, load: settling },
  { id: 'settle-carefully', title: 'Settle carefully', options: { carefully: true }, load: settling },
]
