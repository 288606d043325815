import type { Id } from '../model/ids.ts'
import { PERSPECTIVE_TYPES } from '../model/kinds.ts'
import type { Perspective } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { counted, together } from './counts.ts'

/** "88 ties and 12 elements": on what of the map a perspective has said anything; empty where on nothing. */
export function saidOf(map: SystemMap, perspective: Id): string {
  let [ties, elements] = [0, 0]
  for (const subject of map.judgements.get(perspective)?.keys() ?? []) {
    if (map.relationships.has(subject)) ties++
    else if (map.elements.has(subject)) elements++
  }
  return together([ties > 0 ? counted(ties, 'tie') : '', elements > 0 ? counted(elements, 'element') : ''].filter((words) => words !== ''))
}

/** What removing a perspective takes with it. */
export function removalWords(map: SystemMap, perspective: Perspective): string {
  const said = saidOf(map, perspective.id)
  return `${perspective.name} has spoken about ${said}. All of that goes with it. Versions keep what they hold of it, and Undo brings it back.`
}

/** "organisation", "from outside". */
export function typeTitle({ type }: Pick<Perspective, 'type'>): string {
  return PERSPECTIVE_TYPES.find(({ value }) => value === type)?.title ?? type
}
