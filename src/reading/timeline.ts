import type { Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { inTime } from './axis.ts'

/** A moment on the line of time: a version, or now. */
export interface Stop {
  readonly version: Id | null
  /** Along the line, 0 at the first moment and 1 at now. */
  readonly at: number
}

/** How near two moments may stand, as a share of the line: nearer ones are moved apart, or nobody could press either. */
const APART = 0.04

/**
 * The moments of a map along a line, in time and by their dates; now, an ISO date, is the last. Those without a date, and those of one day,
 * stand as far apart as can be pressed; where there are too many for that, all stand evenly.
 */
export function timeline(map: Pick<SystemMap, 'versions'>, now: string): readonly Stop[] {
  const moments: (Id | null)[] = [...inTime(map), null]
  if (moments.length === 1) return [{ version: null, at: 1 }]
  const even = moments.map((version, i) => ({ version, at: i / (moments.length - 1) }))
  const dates = moments.map((version) => Date.parse(version === null ? now : (map.versions.get(version)?.date ?? '')))
  const known = dates.filter((date) => Number.isFinite(date))
  const [first, last] = [Math.min(...known), Math.max(...known)]
  if (!(last > first) || APART * (moments.length - 1) > 1) return even
  let before = first
  const places = dates.map((date) => {
    before = Number.isFinite(date) ? Math.max(before, date) : before
    return (before - first) / (last - first)
  })
  // From the left each keeps its distance, then from the right, so that the last stands at the end.
  for (let i = 1; i < places.length; i++) places[i] = Math.max(places[i] ?? 0, (places[i - 1] ?? 0) + APART)
  places[places.length - 1] = 1
  for (let i = places.length - 2; i >= 0; i--) places[i] = Math.min(places[i] ?? 0, (places[i + 1] ?? 1) - APART)
  return moments.map((version, i) => ({ version, at: places[i] ?? 0 }))
}
