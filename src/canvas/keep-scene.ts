import { boxScale } from './card-scale.ts'
import type { Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { resolve } from '../reading/resolve.ts'
import { buildScene } from '../scene/build-scene.ts'
import { live } from '../session/live.ts'
import { momentOf } from '../session/moment.ts'
import { preferences } from '../session/preferences.ts'
import { session } from '../session/session.ts'
import { canvas } from './canvas-store.ts'

const counts = new WeakMap<object, ReadonlyMap<Id, number>>()

/** How many actions that are not stopped touch each subject. Cached by the table's identity. */
function actionsOn(map: SystemMap): ReadonlyMap<Id, number> {
  let found = counts.get(map.actions)
  if (!found) {
    const next = new Map<Id, number>()
    for (const action of map.actions.values()) if (action.status !== 'stopped') for (const id of action.touches) next.set(id, (next.get(id) ?? 0) + 1)
    counts.set(map.actions, (found = next))
  }
  return found
}

/**
 * Keeps the scene on screen that of the stores: built anew, once, in the microtask after any of them changed what it is made of.
 * Gives back how to stop.
 */
export function keepScene(): () => void {
  let isAsked = false
  let last: readonly unknown[] = []

  function build() {
    isAsked = false
    const { map, contents } = live.getState()
    const { reading, selection, qualityTint } = session.getState()
    const { projector } = preferences.getState()
    const { dragged, hovered, scene: previous } = canvas.getState()
    if (!map) return
    const moment = momentOf(map, contents, reading)
    const isNow = moment === map
    const parts = [map, moment, reading.perspective, selection, qualityTint, projector, dragged, hovered]
    if (parts.every((part, i) => part === last[i])) return
    last = parts
    const scene = buildScene(previous, {
      moment,
      reading: resolve(moment, reading.perspective),
      selection,
      hovered,
      cardScale: projector === 'off' ? 1 : boxScale(moment),
      qualityTint,
      ...(dragged ? { positions: dragged } : {}),
      ...(isNow ? { actions: actionsOn(map) } : {}),
    })
    const { stop } = canvas.getState()
    canvas.setState({ scene, canEdit: reading.version === null, ...(stop !== null && !scene.elementById.has(stop) ? { stop: null } : {}) })
  }
  const ask = () => {
    if (isAsked) return
    isAsked = true
    queueMicrotask(build)
  }
  build()
  const stops = [live.subscribe(ask), session.subscribe(ask), preferences.subscribe(ask), canvas.subscribe(ask)]
  return () => stops.forEach((stop) => stop())
}
