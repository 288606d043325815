import type { Id } from '../model/ids.ts'
import type { Action } from '../model/records.ts'
import type { MapContent, Records, SystemMap } from '../model/system-map.ts'
import { filtered, type Filter, type Shown } from '../reading/filter.ts'
import { resolve } from '../reading/resolve.ts'

const touchedBy = new WeakMap<Records<Action>, ReadonlySet<Id>>()

/** What an action that is not stopped touches. Cached by the table's identity. */
function touched(actions: Records<Action>): ReadonlySet<Id> {
  let found = touchedBy.get(actions)
  if (!found) touchedBy.set(actions, (found = new Set([...actions.values()].flatMap(({ status, touches }) => (status === 'stopped' ? [] : touches)))))
  return found
}

/** What the filter of this tab shows of the moment on screen; null where there is none and everything is shown. */
export function shownOf(map: SystemMap, moment: MapContent, perspective: Id, filter: Filter): Shown | null {
  return filter.length === 0 ? null : filtered({ moment, reading: resolve(moment, perspective), touched: touched(map.actions) }, filter)
}
