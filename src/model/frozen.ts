import type { MapContent, SystemMap } from './system-map.ts'

/**
 * What a version keeps of a map: organisations, elements, ties, places, perspectives and what they say, and the map's own words. Never a
 * private perspective; and not what belongs to the file (lineage, background, kept keys), which a version would only repeat.
 */
export function frozen(map: SystemMap): MapContent {
  const { organisations, elements, outcomeReadings, relationships, positions } = map
  const isOpen = (perspective: string): boolean => map.perspectives.get(perspective)?.private === false
  return {
    meta: { ...map.meta, lineage: '', background: null, fileExtra: '' },
    organisations,
    elements,
    outcomeReadings,
    relationships,
    positions,
    perspectives: new Map([...map.perspectives].filter(([id]) => isOpen(id))),
    judgements: new Map([...map.judgements].filter(([id]) => isOpen(id))),
  }
}
