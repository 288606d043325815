import type { MapContent, SystemMap } from '../model/system-map.ts'

/** What a version freezes: everything of a moment but what is private. */
export function frozen(map: SystemMap): MapContent {
  const { meta, organisations, elements, outcomeReadings, relationships, positions } = map
  const perspectives = new Map([...map.perspectives].filter(([, perspective]) => !perspective.private))
  const judgements = new Map([...map.judgements].filter(([perspective]) => map.perspectives.get(perspective)?.private !== true))
  return { meta, organisations, elements, outcomeReadings, relationships, positions, perspectives, judgements }
}
