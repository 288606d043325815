import type { Id } from '../model/ids.ts'
import type { ReadingName } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'

/** What two readings differ in; the words of a comparison follow the first of these, in this order. */
export type Axis = 'vision' | 'time' | 'perspective'

export interface Sides {
  readonly axis: Axis
  readonly a: ReadingName
  readonly b: ReadingName
}

/**
 * Which of two readings is the first side and which the second: a vision is always what the other is held against; of two moments the
 * earlier comes first; of two perspectives the one that is on screen, since it is *us*.
 */
export function sidesOf(map: Pick<SystemMap, 'perspectives' | 'versions'>, shown: ReadingName, compared: ReadingName): Sides {
  const isVision = ({ perspective }: ReadingName) => map.perspectives.get(perspective)?.type === 'vision'
  if (isVision(shown) !== isVision(compared)) return isVision(shown) ? { axis: 'vision', a: compared, b: shown } : { axis: 'vision', a: shown, b: compared }
  if (shown.version === compared.version) return { axis: 'perspective', a: shown, b: compared }
  return isBefore(map, compared.version, shown.version) ? { axis: 'time', a: compared, b: shown } : { axis: 'time', a: shown, b: compared }
}

/** The versions of a map as they follow one another: by date, then in the order in which they were kept. Now comes after them all. */
export function inTime({ versions }: Pick<SystemMap, 'versions'>): readonly Id[] {
  return [...versions.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.order - b.order)).map(({ id }) => id)
}

/**
 * What stays compared when another reading comes on screen: whatever the two had in common they keep in common, and where they would be
 * one and the same they change places. Null where nothing is left to compare.
 */
export function comparedAfter(shown: ReadingName, compared: ReadingName | null, next: ReadingName): ReadingName | null {
  if (!compared) return null
  const after: ReadingName = {
    version: compared.version === shown.version ? next.version : compared.version,
    perspective: compared.perspective === shown.perspective ? next.perspective : compared.perspective,
  }
  const isOne = after.version === next.version && after.perspective === next.perspective
  if (!isOne) return after
  return shown.version === next.version && shown.perspective === next.perspective ? null : shown
}

/** Whether it is one and the same reading. */
export function isSameReading(a: ReadingName, b: ReadingName): boolean {
  return a.version === b.version && a.perspective === b.perspective
}

function isBefore(map: Pick<SystemMap, 'versions'>, one: Id | null, other: Id | null): boolean {
  if (one === null) return false
  if (other === null) return true
  const moments = inTime(map)
  return moments.indexOf(one) < moments.indexOf(other)
}
