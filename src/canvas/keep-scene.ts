import type { Id } from '../model/ids.ts'
import { actionsOn } from '../reading/actions-on.ts'
import type { Shown } from '../reading/filter.ts'
import { buildScene } from '../scene/build-scene.ts'
import { largestScale } from '../scene/card-scale.ts'
import { live } from '../session/live.ts'
import { onScreen } from '../session/on-screen.ts'
import { shownMap } from '../session/previewed.ts'
import { shownOf } from '../session/shown.ts'
import { session } from '../session/session.ts'
import { canvas } from './canvas-store.ts'
import { standsOn } from './standing-there.ts'

/** A scene built faster than this is built whenever anything moves, milliseconds. */
const FRAME = 12

let kept: { readonly selection: readonly Id[]; readonly shown: Shown; readonly hidden: ReadonlySet<Id> } | null = null

/** What a filter leaves out, but for what is selected: nobody loses sight of what they have in hand. The same set while both are the same. */
function hiddenBut(selection: readonly Id[], shown: Shown | null): ReadonlySet<Id> | null {
  if (!shown) return null
  if (kept?.selection === selection && kept.shown === shown) return kept.hidden
  const isOut = selection.some((id) => shown.hidden.has(id))
  const hidden = isOut ? new Set([...shown.hidden].filter((id) => !selection.includes(id))) : shown.hidden
  kept = { selection, shown, hidden }
  return hidden
}

/**
 * Keeps the scene on screen that of the stores: built anew, once, in the microtask after any of them changed what it is made of.
 * While something is only dragged or pointed at, on a large map, it is built no more often than leaves half of the time to
 * everything else: the card itself follows the pointer in every frame. Gives back how to stop.
 */
export function keepScene(): () => void {
  let isAsked = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: readonly unknown[] = []
  let ended = 0
  let took = 0

  function build() {
    isAsked = false
    const { map, contents, underway } = live.getState()
    const state = session.getState()
    const { selection, qualityTint, filter, voices, preview } = state
    const { dragged, resized, hovered, wantedScale, scene: previous } = canvas.getState()
    if (!map) return
    const shown = onScreen(map, contents, state)
    const { reading, question } = shown
    const lasting = [map, shown, preview, selection, qualityTint, wantedScale, filter, filter.length > 0 && voices]
    const places = dragged ?? (underway?.mapId === map.meta.mapId && state.reading.version === null ? underway.places : null)
    const parts = [...lasting, places, resized, hovered]
    if (parts.every((part, i) => part === last[i])) return
    const begun = performance.now()
    const early = ended + took - begun
    if (early > 0 && took > FRAME && (places ?? resized) !== null && lasting.every((part, i) => part === last[i])) {
      clearTimeout(timer)
      timer = setTimeout(build, early)
      return
    }
    last = parts
    const moment = state.reading.version === null ? shownMap(shown.moment, preview) : shown.moment
    const hidden = hiddenBut(selection, shownOf(map, shown.moment, state.reading.perspective, filter))
    const scene = buildScene(previous, {
      moment,
      reading,
      question,
      selection,
      hovered,
      cardScale: wantedScale === 1 ? 1 : largestScale(moment),
      qualityTint,
      ...(hidden ? { hidden } : {}),
      ...(places ? { positions: places } : {}),
      ...(resized ? { resized } : {}),
      // What a version does not freeze is not shown beside it.
      ...(state.reading.version === null ? { actions: actionsOn(map.actions), notes: map.notes, areas: map.areas, background: map.meta.background } : {}),
    })
    ended = performance.now()
    took = ended - begun
    const before = canvas.getState().stop
    const stop = before !== null && standsOn(scene, before) ? before : (selection.findLast((id) => standsOn(scene, id)) ?? null)
    canvas.setState({ scene, shown, canEdit: state.reading.version === null && preview === null, stop })
  }
  const ask = () => {
    if (isAsked) return
    isAsked = true
    queueMicrotask(build)
  }
  // Before the first one: what it brings about, such as the size of cards in this window, asks for the next.
  const stops = [live.subscribe(ask), session.subscribe(ask), canvas.subscribe(ask)]
  build()
  return () => {
    clearTimeout(timer)
    stops.forEach((stop) => stop())
  }
}
