import { useStoreApi, type Node } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { Id } from '../model/ids.ts'
import { canvas } from './canvas-store.ts'
import type { Sheet } from './painting.ts'

/** After this long without a move the view rests, and what moving left out is drawn. Milliseconds. */
const REST = 120

function drawnIn(nodes: ReadonlyMap<Id, Pick<Node, 'data'>>): ReadonlySet<Id> {
  const drawn = new Set<Id>()
  for (const [id, { data }] of nodes) if (data['isDrawn']) drawn.add(id)
  return drawn
}

/**
 * A canvas over the whole window that follows the viewport: every move of it, every change of the scene or of the theme
 * paints once, in the same frame in which React Flow moves the mounted elements.
 */
export function PaintedLayer({ className, draw }: { readonly className: string; readonly draw: (sheet: Sheet) => void }) {
  const element = useRef<HTMLCanvasElement>(null)
  const flow = useStoreApi()

  useEffect(() => {
    const target = element.current
    const context = target?.getContext('2d')
    if (!target || !context) return undefined
    let asked = 0
    let isMoving = false
    let rest: ReturnType<typeof setTimeout> | undefined

    function paint() {
      asked = 0
      if (!target || !context) return
      const pixelRatio = devicePixelRatio || 1
      const [width, height] = [target.clientWidth, target.clientHeight]
      if (target.width !== Math.round(width * pixelRatio)) target.width = Math.round(width * pixelRatio)
      if (target.height !== Math.round(height * pixelRatio)) target.height = Math.round(height * pixelRatio)
      const { transform, nodeLookup } = flow.getState()
      const [x, y, zoom] = transform
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, target.width, target.height)
      draw({ context, view: { x, y, zoom }, pixelRatio, width, height, isMoving: isMoving || canvas.getState().dragged !== null, drawn: drawnIn(nodeLookup) })
    }
    const ask = () => {
      asked ||= requestAnimationFrame(paint)
    }
    function move() {
      isMoving = true
      clearTimeout(rest)
      rest = setTimeout(() => {
        isMoving = false
        ask()
      }, REST)
      ask()
    }

    let before = flow.getState()
    const stops = [
      flow.subscribe((state) => {
        if (state.transform !== before.transform) move()
        else if (state.nodes !== before.nodes) ask()
        before = state
      }),
      canvas.subscribe(ask),
    ]
    const sized = new ResizeObserver(ask)
    sized.observe(target)
    const themed = new MutationObserver(ask)
    themed.observe(document.documentElement, { attributes: true })
    void document.fonts?.ready.then(ask)
    ask()
    return () => {
      cancelAnimationFrame(asked)
      clearTimeout(rest)
      for (const stop of stops) stop()
      sized.disconnect()
      themed.disconnect()
    }
  }, [flow, draw])

  return <canvas ref={element} className={`painted ${className}`} aria-hidden="true" />
}
