import type { ReadingName } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { momentName, viewName } from './reading-name.ts'

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What a reading is compared with, by what it differs in: "Workshop 12 Nov 2015"; "Adult social care"; both where both differ. */
export function comparedName(map: SystemMap, shown: ReadingName, compared: ReadingName): string {
  const moment = compared.version === null ? 'now' : momentName(map, compared.version)
  if (compared.perspective === shown.perspective) return moment
  const view = viewName(map, compared.perspective)
  return compared.version === shown.version ? view : `${moment}, seen by ${view}`
}
