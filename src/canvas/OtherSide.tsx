import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useRef, useState } from 'react'
import { hitIndexOf } from '../scene/hit.ts'
import { useLive, useSession } from '../session/hooks.ts'
import { select } from '../session/session.ts'
import { capitalised, comparedName } from '../words/compared-words.ts'
import { counted } from '../words/counts.ts'
import { LEAST_ZOOM, MOST_ZOOM } from './camera.ts'
import { canvas, useCanvas } from './canvas-store.ts'
import { PaintedLayer } from './PaintedLayer.tsx'
import { STILL, TIE_ZONE } from './hit.ts'
import { drawOther } from './painting.ts'
import { isTrackpad } from './use-trackpad.ts'
import './OtherSide.css'

/** How much one notch of a wheel zooms. */
const BY_WHEEL = 0.002

/** What each of two maps shows, as a sentence over it. */
function useNames(): { readonly shown: string; readonly other: string } {
  const map = useLive((l) => l.map)
  const reading = useSession((s) => s.reading)
  const compared = useSession((s) => s.compared)
  if (!map || !compared) return { shown: '', other: '' }
  return { shown: capitalised(comparedName(map, compared, reading)), other: capitalised(comparedName(map, reading, compared)) }
}

/** The other reading as a map of its own beside the first: one camera moves both, and things stand in the same places. */
export function OtherSide() {
  const pane = useRef<HTMLElement>(null)
  const names = useNames()
  const scene = useCanvas((state) => state.other)
  useSharedCamera(pane)
  return (
    <section ref={pane} className="other-side" aria-label={`The other map: ${names.other}`}>
      <PaintedLayer className="is-whole" draw={drawOther} />
      <p className="side-caption">{names.other}</p>
      <p className="unseen">
        {scene ? `${counted(scene.elements.length, 'element')} and ${counted(scene.ties.length, 'tie')}. What differs is listed in the Compare panel.` : 'Fetching the version.'}
      </p>
    </section>
  )
}

/** Names the map on screen while another stands beside it. */
export function ThisSide() {
  const { shown } = useNames()
  return <p className="side-caption">{shown}</p>
}

/** The other reading over the map, as far as a handle is drawn, at the side where it would stand beside it; a press on either name shows that one whole. */
export function WipeOver({ isOtherFirst }: { readonly isOtherFirst: boolean }) {
  const [at, setAt] = useState(50)
  const { shown, other } = useNames()
  const [left, right] = isOtherFirst ? [other, shown] : [shown, other]
  return (
    <div className="wipe">
      <div className="wipe-sheet" style={{ clipPath: isOtherFirst ? `inset(0 ${100 - at}% 0 0)` : `inset(0 0 0 ${at}%)` }}>
        <PaintedLayer className="is-whole" draw={drawOther} />
      </div>
      <div className="wipe-edge" style={{ left: `${at}%` }} />
      <div className="wipe-names">
        <button type="button" className="side-caption" aria-pressed={at === 100} onClick={() => setAt(at === 100 ? 50 : 100)}>
          {left}
        </button>
        <button type="button" className="side-caption" aria-pressed={at === 0} onClick={() => setAt(at === 0 ? 50 : 0)}>
          {right}
        </button>
      </div>
      <input
        className="wipe-handle"
        type="range"
        min={0}
        max={100}
        value={at}
        aria-label="Wipe"
        aria-valuetext={`${at}% ${left}`}
        onChange={(event) => setAt(Number(event.target.value))}
        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
        onPointerDown={(event) => event.stopPropagation()}
      />
    </div>
  )
}

/** Drags pan, the wheel zooms about the pointer, and a press selects, as on the first map. */
function useSharedCamera(pane: React.RefObject<HTMLElement | null>) {
  const { setViewport } = useReactFlow()
  const flow = useStoreApi()
  useEffect(() => {
    const element = pane.current
    if (!element) return undefined
    let held: { x: number; y: number; moved: number } | null = null
    const inPane = (event: MouseEvent) => {
      const box = element.getBoundingClientRect()
      return [event.clientX - box.left, event.clientY - box.top] as const
    }
    function onWheel(event: WheelEvent) {
      event.preventDefault()
      const [x, y, zoom] = flow.getState().transform
      if (isTrackpad(event)) return void setViewport({ x: x - event.deltaX, y: y - event.deltaY, zoom })
      const [px, py] = inPane(event)
      const next = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom * 2 ** (-event.deltaY * BY_WHEEL)))
      const by = next / zoom
      void setViewport({ x: px - (px - x) * by, y: py - (py - y) * by, zoom: next })
      return undefined
    }
    function onDown(event: PointerEvent) {
      if (event.button !== 0 || !element) return
      element.setPointerCapture(event.pointerId)
      held = { x: event.clientX, y: event.clientY, moved: 0 }
    }
    function onMove(event: PointerEvent) {
      if (!held) return
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y]
      held = { x: event.clientX, y: event.clientY, moved: held.moved + Math.hypot(dx, dy) }
      const [x, y, zoom] = flow.getState().transform
      void setViewport({ x: x + dx, y: y + dy, zoom })
    }
    function onUp(event: PointerEvent) {
      const wasPress = held !== null && held.moved < STILL
      held = null
      const { other } = canvas.getState()
      if (!wasPress || !other) return
      const [px, py] = inPane(event)
      const [x, y, zoom] = flow.getState().transform
      const hit = hitIndexOf(other).at([(px - x) / zoom, (py - y) / zoom], TIE_ZONE / zoom)
      select(hit ? [hit.id] : [])
    }
    const letGo = () => {
      held = null
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerup', onUp)
    element.addEventListener('pointercancel', letGo)
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointercancel', letGo)
    }
  }, [pane, flow, setViewport])
}
