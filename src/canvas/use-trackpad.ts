import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'

/** A wheel turns by whole notches, a trackpad by a few pixels and sideways too. */
const NOTCH = 40

/** Whether it is two fingers on a trackpad, which move the map; anything else zooms it. */
export function isTrackpad(event: WheelEvent): boolean {
  return event.deltaMode === 0 && !event.ctrlKey && !event.metaKey && (event.deltaX !== 0 || Math.abs(event.deltaY) < NOTCH)
}

/** Two fingers on a trackpad move the map; a wheel zooms, and so does a pinch, as React Flow has it. */
export function useTrackpad(region: RefObject<HTMLElement | null>): void {
  const { setViewport } = useReactFlow()
  const flow = useStoreApi()
  useEffect(() => {
    const element = region.current
    if (!element) return undefined
    function onWheel(event: WheelEvent) {
      if (!isTrackpad(event)) return
      event.preventDefault()
      event.stopPropagation()
      const [x, y, zoom] = flow.getState().transform
      void setViewport({ x: x - event.deltaX, y: y - event.deltaY, zoom })
    }
    // Captured before React Flow sees it, and not passive, so that the page does not scroll along.
    element.addEventListener('wheel', onWheel, { capture: true, passive: false })
    return () => element.removeEventListener('wheel', onWheel, { capture: true })
  }, [region, flow, setViewport])
}
