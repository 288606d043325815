import { useCanvas, canvas } from './canvas-store.ts'
import type { Camera } from './use-camera.ts'
import './ZoomButtons.css'

/** For those who neither wheel nor pinch. They stand after the elements, so that Tab leaves the canvas in two. */
export function ZoomButtons({ camera }: { readonly camera: Camera }) {
  const selects = useCanvas((state) => state.selects)
  return (
    <div className="zoom-buttons" role="group" aria-label="View of the map">
      <button type="button" tabIndex={-1} aria-label="Choose by dragging" aria-pressed={selects} title="Drag to choose, instead of to move the map" onClick={() => canvas.setState({ selects: !selects })}>
        <Sign d="M3 3H7M9 3H11M13 3V7M13 9V11M3 5V9M3 11V13H5M7 13H9M12 16L9.5 9.5L16 12L13 13Z" />
      </button>
      <button type="button" tabIndex={-1} aria-label="Zoom in" title="Zoom in" onClick={() => camera.zoomBy(1.3)}>
        <Sign d="M9 4V14M4 9H14" />
      </button>
      <button type="button" tabIndex={-1} aria-label="Zoom out" title="Zoom out" onClick={() => camera.zoomBy(1 / 1.3)}>
        <Sign d="M4 9H14" />
      </button>
      <button type="button" tabIndex={-1} aria-label="Show all of the map" title="Show all (Z)" onClick={() => camera.fitAll(true)}>
        <Sign d="M3 7V3H7M11 3H15V7M15 11V15H11M7 15H3V11" />
      </button>
    </div>
  )
}

function Sign({ d }: { readonly d: string }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d={d} fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
