import { useStoreApi, useStore } from '@xyflow/react'
import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { Point } from '../model/records.ts'
import { shownIn } from './camera.ts'
import { canvas, useCanvas } from './canvas-store.ts'
import { viewInMinimap, centredOn, worldAt } from './minimap-view.ts'
import { drawWhole } from './painting.ts'
import type { Camera } from './use-camera.ts'
import './Minimap.css'

const WIDTH = 200
const HEIGHT = 132
/** The scene has to stand still for this long before it is painted anew here, milliseconds: a drag costs nothing more. */
const REST = 200
/** An arrow moves the view by this share of what is in sight. */
const STEP = 0.25

const STEPS: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** All of the map in small, painted, with a frame round what is in sight. A press goes there, a drag takes the view along; its arrows move the view. */
export function Minimap({ camera }: { readonly camera: Camera }) {
  const flow = useStoreApi()
  const element = useRef<HTMLCanvasElement>(null)
  const [x, y, zoom] = useStore((state) => state.transform)
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const whole = useCanvas((state) => state.scene?.bounds)
  usePainted(element)
  if (!whole) return null
  const mini = viewInMinimap(whole, WIDTH, HEIGHT)
  const shown = shownIn({ x, y, zoom }, width, height)
  const left = Math.max(0, Math.min(WIDTH - 8, shown.x * mini.zoom + mini.x))
  const top = Math.max(0, Math.min(HEIGHT - 8, shown.y * mini.zoom + mini.y))
  const right = Math.max(left + 8, Math.min(WIDTH, (shown.x + shown.width) * mini.zoom + mini.x))
  const bottom = Math.max(top + 8, Math.min(HEIGHT, (shown.y + shown.height) * mini.zoom + mini.y))

  function goTo(event: PointerEvent) {
    const box = element.current?.getBoundingClientRect()
    if (!box) return
    const { transform, width: w, height: h } = flow.getState()
    camera.goTo(centredOn(worldAt(mini, [((event.clientX - box.left) * WIDTH) / box.width, ((event.clientY - box.top) * HEIGHT) / box.height]), transform[2], w, h), false)
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key]
    if (event.key === 'Escape') event.currentTarget.closest('.map-region')?.querySelector<HTMLElement>('.zoom-buttons [tabindex="0"]')?.focus()
    else if (event.key === '+' || event.key === '=') camera.zoomBy(1.3)
    else if (event.key === '-') camera.zoomBy(1 / 1.3)
    else if (step && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const { transform, width: w, height: h } = flow.getState()
      camera.goTo({ zoom: transform[2], x: transform[0] - step[0] * w * STEP, y: transform[1] - step[1] * h * STEP }, true)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className="minimap"
      role="application"
      tabIndex={-1}
      aria-label="Minimap. Arrow keys move the view, plus and minus zoom, Escape goes back to the buttons."
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        goTo(event)
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && goTo(event)}
    >
      <canvas ref={element} aria-hidden="true" style={{ width: WIDTH, height: HEIGHT }} />
      <div className="minimap-frame" style={{ left, top, width: right - left, height: bottom - top }} />
    </div>
  )
}

/** Keeps the small picture that of the scene and the theme, once both stand still. */
function usePainted(element: { readonly current: HTMLCanvasElement | null }): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function paint() {
      const target = element.current
      const context = target?.getContext('2d')
      const { scene } = canvas.getState()
      if (!target || !context || !scene) return
      const pixelRatio = devicePixelRatio || 1
      target.width = Math.round(WIDTH * pixelRatio)
      target.height = Math.round(HEIGHT * pixelRatio)
      drawWhole({ context, view: viewInMinimap(scene.bounds, WIDTH, HEIGHT), pixelRatio, width: WIDTH, height: HEIGHT })
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(paint, REST)
    }
    paint()
    const stop = canvas.subscribe((state, before) => (state.scene !== before.scene || state.picture !== before.picture) && soon())
    const themed = new MutationObserver(soon)
    themed.observe(document.documentElement, { attributes: true })
    return () => {
      clearTimeout(timer)
      stop()
      themed.disconnect()
    }
  }, [element])
}
