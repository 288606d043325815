import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { countedOnMap, nameOnMap, type OnMap } from './beside.ts'
import { counted, someOf } from './counts.ts'
import { organisationName } from './spoken.ts'
import { tieSentence } from './tie-sentence.ts'

/** What the live region says of new elements and ties: "Added Ward sister to Acute care." `after` is the map that has them. */
export function addedWords(after: MapContent, ids: readonly Id[]): string {
  const elements = ids.flatMap((id) => after.elements.get(id) ?? [])
  const ties = ids.flatMap((id) => after.relationships.get(id) ?? [])
  const sentences: string[] = []
  const homes = new Set(elements.map((element) => element.organisation))
  const [home] = homes
  if (elements.length) sentences.push(`Added ${someOf(elements.map((element) => element.name))}${homes.size === 1 && home != null ? ` to ${organisationName(after, home)}` : ''}.`)
  const [first] = ties
  if (ties.length === 1 && first) sentences.push(`${tieSentence(after, first)}.`)
  else if (ties.length) sentences.push(`Added ${counted(ties.length, 'tie')}.`)
  return sentences.join(' ')
}

/** What is selected, for the live region: one by name, several by number. */
export function selectedWords(map: OnMap, ids: readonly Id[]): string {
  const [only] = ids
  if (only === undefined) return 'Nothing selected.'
  return `${ids.length === 1 ? nameOnMap(map, only) : countedOnMap(map, ids)} selected.`
}
