import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'
import { live } from '../session/live.ts'
import { preferences } from '../session/preferences.ts'
import type { CardScale } from '../scene/scene.ts'
import { session } from '../session/session.ts'
import { showsSight } from '../session/sight.ts'
import { arrived, boundsOf, fittedScene, flight, isOfAll, resized, shownIn, type Seen, type View } from './camera.ts'
import { canvas } from './canvas-store.ts'
import { wantedScale } from './card-scale.ts'

const FLY = 280

/** What somebody does who looks closer. */
const LOOKING = ['pointerdown', 'wheel', 'keydown'] as const

/** Where the view is going, and until when; in milliseconds since the page began. */
interface Flight {
  readonly to: View
  readonly isOfAll: boolean
  readonly until: number
}

export interface Camera {
  /** Everything in sight, at once or in flight. */
  fitAll(isFlown: boolean): void
  zoomBy(factor: number): void
  goTo(view: View, isFlown: boolean): void
}

/** The scene as it will reach when all of it has come to where it goes. */
function whole(): Seen | null {
  const { scene, gliding } = canvas.getState()
  return scene && inPart(gliding ? arrived(scene, gliding) : scene)
}

function inPart({ bounds, elements }: Seen): Seen {
  return { bounds, elements, isPart: session.getState().filter.length > 0 }
}

/** All of it in what nothing lies over. */
function wholeIn(seen: Seen, width: number, height: number): View {
  const { covered } = canvas.getState()
  const view = fittedScene(seen, width, height - covered)
  return { ...view, y: view.y + covered }
}

/** Keeps the view: everything on opening, then whatever `session.show` asks for. A flight is a cut under reduced motion. */
export function useCamera(): Camera {
  const { setViewport } = useReactFlow()
  const flow = useStoreApi()

  const flying = useRef<Flight | null>(null)

  const go = useCallback(
    (view: View, isFlown: boolean, isOfAll = false) => {
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
      const isFlight = isFlown && !isStill
      flying.current = isFlight ? { to: view, isOfAll, until: performance.now() + FLY } : null
      void setViewport(view, isFlight ? { duration: FLY } : undefined)
    },
    [setViewport],
  )
  const fitAll = useCallback(
    (isFlown: boolean) => {
      const { width, height } = flow.getState()
      const seen = whole()
      if (!seen || width === 0 || height === 0) return
      canvas.setState({ wantedScale: wantedScale(seen, width, height, preferences.getState().projector !== 'off') })
      // The scene with cards of that size is built by then.
      queueMicrotask(() => {
        const now = whole()
        if (now) go(wholeIn(now, width, height), isFlown, true)
      })
    },
    [flow, go],
  )

  useEffect(() => {
    let opened: string | null = null
    const open = () => {
      const { width, height } = flow.getState()
      const mapId = live.getState().map?.meta.mapId ?? null
      if (mapId === null || mapId === opened || width === 0 || height === 0 || !canvas.getState().scene) return
      opened = mapId
      fitAll(false)
    }
    open()
    const stops = [canvas.subscribe(open), flow.subscribe(open)]
    return () => stops.forEach((stop) => stop())
  }, [flow, fitAll])

  useEffect(() => {
    let { width, height } = flow.getState()
    return flow.subscribe((state) => {
      if (state.width === width && state.height === height) return
      const [from, to] = [[width, height], [state.width, state.height]] as const
      ;[width, height] = to
      const { scene } = canvas.getState()
      const [x, y, zoom] = state.transform
      if (!scene || from[0] === 0 || from[1] === 0 || width === 0 || height === 0) return
      // A strip that comes with what is flown to makes the map lower on the way: it still arrives.
      const flight = flying.current && flying.current.until > performance.now() ? flying.current : null
      const view = flight?.to ?? { x, y, zoom }
      const { covered } = canvas.getState()
      if (flight?.isOfAll ?? isOfAll({ ...view, y: view.y - covered }, inPart(scene), [from[0], from[1] - covered])) fitAll(flight !== null)
      else go(resized(view, from, to), flight !== null)
    })
  }, [flow, fitAll, go])

  useEffect(() => {
    let asked = session.getState().show.count
    return session.subscribe(({ show }) => {
      if (show.count === asked) return
      asked = show.count
      // What was just made is on the scene in the next frame.
      requestAnimationFrame(() => {
        const { scene, gliding, covered } = canvas.getState()
        const { width, height, transform } = flow.getState()
        if (!scene) return
        if (show.subjects.length === 0) return fitAll(true)
        const bounds = boundsOf(scene, show.subjects, gliding)
        const to = bounds && flight(bounds, { x: transform[0], y: transform[1] - covered, zoom: transform[2] }, width, height - covered)
        if (to) go({ ...to, y: to.y + covered }, true)
      })
    })
  }, [flow, fitAll, go])

  useEffect(() => {
    // A layout at work is watched whole, as long as nobody looks closer. The key that began it is no such look.
    let isWatched = false
    const look = () => {
      isWatched = false
    }
    for (const kind of LOOKING) addEventListener(kind, look, true)
    const stops = [
      live.subscribe(({ underway }, last) => {
        if (underway === null || last.underway === null) isWatched = underway !== null
      }),
      canvas.subscribe(({ scene }, last) => {
        if (isWatched && scene !== last.scene) fitAll(false)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
      for (const kind of LOOKING) removeEventListener(kind, look, true)
    }
  }, [fitAll])

  useEffect(() => {
    // The strip of a layout became higher or lower with its words: what is fitted below it was fitted too soon.
    return canvas.subscribe(({ covered }, last) => {
      const { preview } = session.getState()
      if (covered !== last.covered && covered > 0 && preview !== null && preview.only === null) requestAnimationFrame(() => fitAll(true))
    })
  }, [fitAll])

  useEffect(() => {
    let before: { readonly view: View; readonly wantedScale: CardScale; readonly positions: unknown } | null = null
    return session.subscribe(({ preview }, { preview: last }) => {
      if ((preview === null) === (last === null)) return
      const positions = live.getState().map?.positions
      if (preview !== null) {
        const [x, y, zoom] = flow.getState().transform
        before = { view: { x, y, zoom }, wantedScale: canvas.getState().wantedScale, positions }
        return
      }
      // A layout that was put back leaves the view too as it was.
      if (before === null) fitAll(true)
      else if (before.positions === positions) {
        canvas.setState({ wantedScale: before.wantedScale })
        go(before.view, true)
      }
      before = null
    })
  }, [flow, fitAll, go])
  useEffect(
    () =>
      showsSight(() => {
        const { width, height, transform } = flow.getState()
        const shown = shownIn({ x: transform[0], y: transform[1], zoom: transform[2] }, width, height)
        return { at: [shown.x + shown.width / 2, shown.y + shown.height / 2], size: [shown.width, shown.height] }
      }),
    [flow],
  )

  const zoomBy = useCallback(
    (factor: number) => {
      const { width, height, transform, minZoom, maxZoom } = flow.getState()
      const zoom = Math.max(minZoom, Math.min(maxZoom, transform[2] * factor))
      const by = zoom / transform[2]
      go({ zoom, x: width / 2 - (width / 2 - transform[0]) * by, y: height / 2 - (height / 2 - transform[1]) * by }, true)
    },
    [flow, go],
  )
  return { fitAll, zoomBy, goTo: go }
}
