import type { MapChange } from './change.ts'
import { Draft } from './draft.ts'
import { hasPlace } from './has-place.ts'
import type { SystemMap } from './system-map.ts'

export { judgementWith, pointFrom } from './cells.ts'
export { isSameRecord } from './project.ts'

/**
 * The map after a change. Total: a write that has no place or no valid value is passed over (rule 3). What the change did not alter is the
 * same object; a change that alters nothing gives the same map (rule 11). Cost: a copy of each table it touches.
 */
export function apply(map: SystemMap, change: MapChange): SystemMap {
  const draft = new Draft(map)
  for (const write of change.writes) if (hasPlace(write)) draft.write(write)
  return draft.finish()
}
