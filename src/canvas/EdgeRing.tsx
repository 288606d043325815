import type { Id } from '../model/ids.ts'
import './EdgeRing.css'

/**
 * Round a selected element, 12 px outside it: a drag that begins here draws a tie. The band that takes the pointer is 24 px
 * wide at any zoom; the dots say that it is there. `use-pointer.ts` does the drawing. Without dragging, Connect does the same.
 */
export function EdgeRing({ id, width, height }: { readonly id: Id; readonly width: number; readonly height: number }) {
  return (
    <div className="edge-ring nodrag nopan" data-ring={id} aria-hidden="true" style={{ width, height }}>
      {(['top', 'right', 'bottom', 'left'] as const).map((side) => (
        <span key={side} className={`edge-side at-${side}`} data-ring={id}>
          <span className="edge-dot" data-ring={id} />
        </span>
      ))}
    </div>
  )
}
