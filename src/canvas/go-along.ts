import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { live } from '../session/live.ts'
import { momentOf } from '../session/moment.ts'
import { shownMap } from '../session/previewed.ts'
import { bringIntoSight, select, session } from '../session/session.ts'
import { besideInOrder } from '../words/beside.ts'
import { canvas } from './canvas-store.ts'
import { focusMap } from './focus-map.ts'
import { readingOrder } from './reading-order.ts'
import { standsOn } from './standing-there.ts'

export const isChoosing = () => session.getState().choosing !== null

/** The map as it stands on screen. */
export function momentShown(): MapContent | null | undefined {
  const { map, contents } = live.getState()
  const { reading, preview } = session.getState()
  const { shown } = canvas.getState()
  // What is gone by now is on the map too.
  if (shown?.question.is === 'comparison') return shown.moment
  return map && (reading.version === null ? shownMap(map, preview) : momentOf(map, contents, reading))
}

/** All of what is shown that can be gone to, as it is read: elements, then notes, then areas. */
export function allInOrder(): readonly Id[] {
  const now = momentShown()
  const { map } = live.getState()
  const { scene } = canvas.getState()
  if (!now || !map) return []
  const all = session.getState().reading.version === null ? [...readingOrder(now), ...besideInOrder(map)] : readingOrder(now)
  return all.filter((id) => scene === null || standsOn(scene, id))
}

/** Goes to an element, a note or an area: selects it unless several are being chosen, focuses it, brings it into sight. */
export function goTo(id: Id): void {
  canvas.setState({ stop: id })
  if (!isChoosing()) select([id])
  bringIntoSight([id])
  focusMap()
}
