import { useStoreApi } from '@xyflow/react'
import { useRef, type PointerEvent } from 'react'
import { drawnOut, type Corner } from '../edits/drawn-out.ts'
import type { Box } from '../edits/standing-box.ts'
import type { Id } from '../model/ids.ts'
import { live } from '../session/live.ts'
import { resizeTo } from './beside-gestures.ts'
import { canvas } from './canvas-store.ts'
import './ResizeHandle.css'

/** A dot that draws a note or an area out to another size: 24 px to the pointer at any zoom. Control, Shift and an arrow do the same, and so do the fields of its details. */
export function ResizeHandle({ id, corner }: { readonly id: Id; readonly corner: Corner }) {
  const flow = useStoreApi()
  const hold = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const box = useRef<Box | null>(null)

  function onPointerDown(event: PointerEvent<HTMLSpanElement>) {
    if (event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    hold.current = { x: event.clientX, y: event.clientY }
  }
  function onPointerMove(event: PointerEvent) {
    const { map } = live.getState()
    if (!hold.current || !map) return
    const zoom = flow.getState().transform[2]
    // A note is enlarged about its middle: its right side moves by more than its width does.
    const by = map.notes.has(id) ? 2 / (1 + (canvas.getState().scene?.cardScale ?? 1)) : 1
    box.current = drawnOut(map, id, corner, ((event.clientX - hold.current.x) / zoom) * by, (event.clientY - hold.current.y) / zoom)
    if (box.current) canvas.setState({ resized: new Map([[id, box.current]]) })
  }
  function end(keeps: boolean) {
    if (keeps && box.current) resizeTo(id, box.current)
    hold.current = null
    box.current = null
    if (canvas.getState().resized) canvas.setState({ resized: null })
  }

  return (
    <span
      className={`resize-handle nodrag nopan at-${corner.replace(' ', '-')}`}
      aria-hidden="true"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
    >
      <span className="resize-dot" />
    </span>
  )
}
