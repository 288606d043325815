import type { Id } from '../model/ids.ts'
import type { Action } from '../model/records.ts'
import type { MapContent, Records, SystemMap } from '../model/system-map.ts'
import { filtered, type Filter, type Shown } from '../reading/filter.ts'
import { resolve, resolveTogether } from '../reading/resolve.ts'
import { voicesIn } from '../reading/voices.ts'
import { live, type LiveState } from './live.ts'
import { session } from './session.ts'

const touchedBy = new WeakMap<Records<Action>, ReadonlySet<Id>>()

/** What an action that is not stopped touches. Cached by the table's identity. */
function touched(actions: Records<Action>): ReadonlySet<Id> {
  let found = touchedBy.get(actions)
  if (!found) touchedBy.set(actions, (found = new Set([...actions.values()].flatMap(({ status, touches }) => (status === 'stopped' ? [] : touches)))))
  return found
}

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
  return filtered({ moment, reading, touched: touched(map.actions), voices, earlier: earlierOf(map, live.getState().contents) }, filter)
}
