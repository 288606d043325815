import type { Id } from '../model/ids.ts'
import type { MapContent, SystemMap } from '../model/system-map.ts'
import { actionsOn } from '../reading/actions-on.ts'
import { filtered, type Filter, type Shown } from '../reading/filter.ts'
import { resolve, resolveTogether } from '../reading/resolve.ts'
import { voicesIn } from '../reading/voices.ts'
import { live, type LiveState } from './live.ts'
import { session } from './session.ts'

const opened = new WeakMap<SystemMap['versions'], WeakMap<LiveState['contents'], ReadonlyMap<Id, MapContent>>>()

/** What the versions that were opened hold, by their id. Cached by both tables' identity. */
function earlierOf({ versions }: SystemMap, contents: LiveState['contents']): ReadonlyMap<Id, MapContent> {
  let byContents = opened.get(versions)
  if (!byContents) opened.set(versions, (byContents = new WeakMap()))
  let found = byContents.get(contents)
  if (!found) {
    const next = new Map<Id, MapContent>()
    for (const { id, content } of versions.values()) {
      const held = contents.get(content)
      if (held) next.set(id, held)
    }
    byContents.set(contents, (found = next))
  }
  return found
}

/** What a filter shows of a moment, with the voices and the opened versions of this tab; null where there is none and everything is shown. */
export function shownOf(map: SystemMap, moment: MapContent, perspective: Id, filter: Filter): Shown | null {
  if (filter.length === 0) return null
  const voices = voicesIn(moment, session.getState().voices)
  const reading = perspective === '*' ? resolveTogether(moment, voices) : resolve(moment, perspective)
  return filtered({ moment, reading, touched: actionsOn(map.actions), voices, earlier: earlierOf(map, live.getState().contents) }, filter)
}
