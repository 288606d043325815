import { place, type MapChange, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'

/** What of a layout's result goes into the map: where things stand, and what `settled` becomes (null leaves it). */
export interface Settled {
  readonly positions: ReadonlyMap<Id, Point>
  readonly digest: string | null
}

/**
 * Puts everything where a layout left it, and notes what it left, in one change. An element that was removed or pinned
 * while the layout was at work stays as it is, and so does one that already stands there.
 */
export function settled(map: MapContent, result: Settled): MapChange {
  const writes: Write[] = []
  for (const [id, [x, y]] of result.positions) {
    const element = map.elements.get(id)
    const at = map.positions.get(id)
    if (!element || (element.pinned && at) || (at && at[0] === x && at[1] === y)) continue
    writes.push(place(id, x, y))
  }
  if (result.digest !== null && result.digest !== map.meta.settled) {
    writes.push({ at: 'meta', id: 'map', field: 'settled', to: result.digest })
  }
  return { writes }
}
