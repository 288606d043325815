import type { Id } from '../model/ids.ts'
import { NO_FILTER } from '../reading/filter.ts'
import { bringIntoSight, focusOn, select, session } from '../session/session.ts'
import { shownOf } from '../session/shown.ts'
import { commandContext } from './dispatch.ts'

/** Chooses these on the map and flies there. What is asked for by name is meant to be seen: a filter that hides any of it goes. */
export function goTo(ids: readonly Id[]): void {
  const { map, moment } = commandContext()
  const { reading, filter } = session.getState()
  const shown = map && moment && shownOf(map, moment, reading.perspective, filter)
  session.setState({ view: 'map', ...(ids.some((id) => shown?.hidden.has(id)) ? { filter: NO_FILTER } : {}) })
  select(ids)
  bringIntoSight(ids)
  focusOn('map')
}
