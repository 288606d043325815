import type { Id } from '../model/ids.ts'
import type { Perspective } from '../model/records.ts'
import { listed, type MapContent } from '../model/system-map.ts'

/** The visions that may be held against a moment, in the map's order. */
export function visionsOf(moment: Pick<MapContent, 'perspectives'>): readonly Perspective[] {
  return listed(moment.perspectives).filter(({ type }) => type === 'vision')
}

/** The vision that towards and away are measured by: the one that was picked, else the first. One at a time is what a room can hold. */
export function visionOf(moment: Pick<MapContent, 'perspectives'>, picked: Id | null): Perspective | null {
  const visions = visionsOf(moment)
  return visions.find(({ id }) => id === picked) ?? visions[0] ?? null
}
