import type { Id } from '../model/ids.ts'
import type { ReadingName } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { spokenDate } from './dates.ts'

/** "Now", or a version's name. */
export function momentName(map: SystemMap, version: Id | null): string {
  if (version === null) return 'Now'
  const card = map.versions.get(version)
  return card ? card.name || spokenDate(card.date) : 'A version no longer kept'
}

/** Whose view, within a sentence: "the shared picture", "the voices together", "Acute care". */
export function viewName(map: SystemMap, perspective: Id | '*'): string {
  if (perspective === '*') return 'the voices together'
  const found = map.perspectives.get(perspective)
  if (!found) return 'a view no longer kept'
  return found.type === 'shared' ? 'the shared picture' : found.name
}

/** "Now, seen by the shared picture". */
export function readingName(map: SystemMap, reading: ReadingName): string {
  return `${momentName(map, reading.version)}, seen by ${viewName(map, reading.perspective)}`
}
