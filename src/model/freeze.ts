import type { Id } from './ids.ts'
import type { MapContent, Records, SystemMap } from './system-map.ts'

/** What a version keeps of now: never a private perspective, nor what it said. Costs nothing where there is none. */
export function freeze(map: SystemMap): MapContent {
  const { meta, organisations, elements, outcomeReadings, relationships, positions } = map
  const isOpen = (id: Id) => map.perspectives.get(id)?.private === false
  return {
    meta, organisations, elements, outcomeReadings, relationships, positions,
    perspectives: only(map.perspectives, isOpen),
    judgements: only(map.judgements, isOpen),
  }
}

function only<T>(records: Records<T>, keeps: (id: Id) => boolean): Records<T> {
  return [...records.keys()].every(keeps) ? records : new Map([...records].filter(([id]) => keeps(id)))
}
