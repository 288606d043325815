import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { actionsOn } from '../reading/actions-on.ts'
import type { Shown } from '../reading/filter.ts'
import { buildScene } from '../scene/build-scene.ts'
import { carried } from '../scene/carried.ts'
import { largestScale } from '../scene/card-scale.ts'
import type { Scene } from '../scene/scene.ts'
import { live } from '../session/live.ts'
import { onScreen } from '../session/on-screen.ts'
import { shownMap } from '../session/previewed.ts'
import { shownOf } from '../session/shown.ts'
import { session } from '../session/session.ts'
import { canvas } from './canvas-store.ts'
import { standsOn } from './standing-there.ts'

/** A scene built faster than this is built whenever anything moves, milliseconds. */
const FRAME = 12
/** After this long without a move what is held in the hand rests, and the whole scene is built round it. Milliseconds. */
const REST = 150

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
 * While elements are only dragged, on a large map, they and the ends of their ties are carried along in every frame, and the scene is
 * built when the hand rests. Where something else is dragged there, it is built no more often than leaves half of the time to
 * everything else. Gives back how to stop.
 */
export function keepScene(): () => void {
  let isAsked = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: readonly unknown[] = []
  let ended = 0
  let took = 0
  let whole: Scene | null = null
  let carriedTo: ReadonlyMap<Id, Point> | null = null

  function build(isResting = false) {
    isAsked = false
    const { map, contents, underway } = live.getState()
    const state = session.getState()
    const { selection, qualityTint, filter, voices, preview } = state
    const { dragged, resized, hovered, wantedScale } = canvas.getState()
    if (!map) return
    const shown = onScreen(map, contents, state)
    const { reading, question } = shown
    const lasting = [map, shown, preview, selection, qualityTint, wantedScale, filter, filter.length > 0 && voices]
    const places = dragged ?? (underway?.mapId === map.meta.mapId && state.reading.version === null ? underway.places : null)
    const parts = [...lasting, places, resized, hovered]
    if (parts.every((part, i) => part === last[i])) return
    const begun = performance.now()
    const early = ended + took - begun
    if (!isResting && took > FRAME && (places ?? resized) !== null && lasting.every((part, i) => part === last[i])) {
      if (dragged !== null && dragged === carriedTo) return
      const scene = whole && dragged && !resized ? carried(whole, dragged) : null
      if (scene || early > 0) {
        clearTimeout(timer)
        timer = setTimeout(build, scene ? REST : early, scene !== null)
        carriedTo = scene && dragged
        if (scene) canvas.setState({ scene })
        return
      }
    }
    clearTimeout(timer)
    carriedTo = null
    last = parts
    const moment = state.reading.version === null ? shownMap(shown.moment, preview) : shown.moment
    const hidden = hiddenBut(selection, shownOf(map, shown.moment, state.reading.perspective, filter))
    const scene = buildScene(whole, {
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
    whole = scene
    ended = performance.now()
    took = ended - begun
    const before = canvas.getState().stop
    const stop = before !== null && standsOn(scene, before) ? before : (selection.findLast((id) => standsOn(scene, id)) ?? null)
    canvas.setState({ scene, shown, canEdit: state.reading.version === null && preview === null, stop })
  }
  const ask = () => {
    if (isAsked) return
    isAsked = true
    queueMicrotask(() => build())
  }
  // Before the first one: what it brings about, such as the size of cards in this window, asks for the next.
  const stops = [live.subscribe(ask), session.subscribe(ask), canvas.subscribe(ask)]
  build()
  return () => {
    clearTimeout(timer)
    stops.forEach((stop) => stop())
  }
}
