import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { Glyph, type GlyphSlot } from '../../controls/Glyph.tsx'
import { roomAt, roomier, type Laid, type Plot } from './lay-marks.ts'

/** How far a pointer goes before a press is a drag. CSS px. */
const DRAGS_FROM = 4

interface MarkProps {
  readonly laid: Laid
  readonly plot: Plot
  /** Of its glyph. CSS px. */
  readonly size: number
  readonly name: string
  readonly spoken: string
  readonly slot: GlyphSlot | null
  readonly isStop: boolean
  readonly isChosen: boolean
  /** It can be dragged: what is on screen can be written. */
  readonly canMove: boolean
  readonly onChoose: () => void
  readonly onKey: (event: KeyboardEvent) => void
  /** Where it would go while it is dragged; null when it is not any more. */
  readonly onDrag: (at: { readonly x: number; readonly y: number } | null) => void
  readonly onDrop: (at: { readonly x: number; readonly y: number }) => void
}

/** One element on the grid: a press chooses it, a drag re-rates it, and so do its keys. */
export function GridMark({ laid, plot, size, name, spoken, slot, isStop, isChosen, canMove, onChoose, onKey, onDrag, onDrop }: MarkProps) {
  const from = useRef<readonly [x: number, y: number] | null>(null)
  const [by, setBy] = useState<readonly [dx: number, dy: number] | null>(null)
  const at = by ? { x: laid.x + by[0], y: laid.y + by[1] } : laid
  const side = laid.label ?? roomier(laid.x, plot)

  function stop() {
    from.current = null
    setBy(null)
    onDrag(null)
  }
  function onPointerDown(event: PointerEvent<HTMLButtonElement>) {
    if (event.button !== 0) return
    onChoose()
    if (!canMove) return
    from.current = [event.clientX, event.clientY]
    event.currentTarget.setPointerCapture?.(event.pointerId)
  }
  function onPointerMove(event: PointerEvent) {
    if (!from.current) return
    const [dx, dy] = [event.clientX - from.current[0], event.clientY - from.current[1]]
    if (!by && Math.hypot(dx, dy) < DRAGS_FROM) return
    setBy([dx, dy])
    onDrag({ x: laid.x + dx, y: laid.y + dy })
  }
  function onPointerUp() {
    if (by) onDrop(at)
    stop()
  }

  return (
    <button
      type="button"
      className={`grid-mark${isChosen ? ' is-chosen' : ''}${by ? ' is-dragged' : ''}${laid.label === null ? ' is-nameless' : ''} is-${side}`}
      style={{ left: at.x, top: at.y }}
      data-id={laid.id}
      tabIndex={isStop ? 0 : -1}
      aria-label={spoken}
      aria-pressed={isChosen}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && by) {
          event.stopPropagation()
          return stop()
        }
        return onKey(event)
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={stop}
    >
      {slot === null ? <span className="grid-dot" /> : <Glyph slot={slot} size={size} />}
      <span className="grid-name" style={{ maxWidth: roomAt(laid.x, side, plot) }}>
        {name}
      </span>
    </button>
  )
}
