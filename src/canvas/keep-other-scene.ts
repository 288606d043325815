import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { buildScene } from '../scene/build-scene.ts'
import { sideOf } from '../session/compared.ts'
import { live } from '../session/live.ts'
import { momentOf } from '../session/moment.ts'
import { shownMap } from '../session/previewed.ts'
import { session } from '../session/session.ts'
import { shownOf } from '../session/shown.ts'
import { canvas } from './canvas-store.ts'

/** Where things stand on the map on screen: in both maps a thing stands in one place, or nobody could say what moved. */
function placesOf(moment: MapContent, dragged: ReadonlyMap<Id, Point> | null): ReadonlyMap<Id, Point> {
  return dragged ? new Map([...moment.positions, ...dragged]) : moment.positions
}

/** Keeps the scene of the reading that is compared, for as long as it is drawn by itself: beside the map, or over it. Gives back how to stop. */
export function keepOtherScene(): () => void {
  let isAsked = false
  let last: readonly unknown[] = []

  function build() {
    isAsked = false
    const { map, contents } = live.getState()
    const { reading, compared, compareLook, voices, selection, qualityTint, filter, preview } = session.getState()
    const { dragged, scene, other: previous } = canvas.getState()
    const card = compared?.version ? map?.versions.get(compared.version) : undefined
    const isHere = compared !== null && (compared.version === null || (card !== undefined && contents.has(card.content)))
    if (!map || !scene || !compared || !isHere || compareLook === 'ghosts') {
      last = []
      if (previous) canvas.setState({ other: null })
      return
    }
    const here = reading.version === null ? shownMap(map, preview) : momentOf(map, contents, reading)
    const parts = [map, here, contents, compared, voices, selection, qualityTint, filter, dragged, scene.cardScale]
    if (parts.every((part, i) => part === last[i])) return
    last = parts
    const side = sideOf(map, contents, compared, voices)
    const hidden = shownOf(map, side.moment, compared.perspective, filter)?.hidden
    const input = { moment: side.moment, reading: side.reading, selection, cardScale: scene.cardScale, qualityTint, positions: placesOf(here, dragged), ...(hidden ? { hidden } : {}) }
    canvas.setState({ other: buildScene(previous, input) })
  }
  const ask = () => {
    if (isAsked) return
    isAsked = true
    queueMicrotask(build)
  }
  const stops = [live.subscribe(ask), session.subscribe(ask), canvas.subscribe(ask)]
  build()
  return () => stops.forEach((stop) => stop())
}
