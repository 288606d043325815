import { useEffect, useRef, useState } from 'react'
import type { Id } from '../model/ids.ts'
import { TIE_KINDS, type TieKind } from '../model/kinds.ts'
import { useLive } from '../session/hooks.ts'
import { session } from '../session/session.ts'
import { setTieKind } from './gestures.ts'
import './KindPicker.css'

/** How long the words stay when nobody reaches for them, in milliseconds. */
const SHOWN = 3000

/** Seven words at the middle of a tie that was just drawn. It takes no focus and blocks nothing: ignored, it goes, and the kind stays. */
export function KindPicker({ tie, x, y, isAbove }: { readonly tie: Id; readonly x: number; readonly y: number; readonly isAbove: boolean }) {
  const kind = useLive((state) => state.map?.relationships.get(tie)?.kind)
  const [isHeld, setHeld] = useState(false)
  const started = useRef(kind)

  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(() => session.setState({ picking: null }), SHOWN)
    return () => clearTimeout(timer)
  }, [isHeld, kind, tie])

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape') return session.setState({ picking: null })
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (by === 0 || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return undefined
      if (!(event.target instanceof HTMLElement) || !event.target.closest('.map-region') || event.target.matches('input')) return undefined
      event.preventDefault()
      event.stopPropagation()
      const at = TIE_KINDS.findIndex((choice) => choice.value === kind)
      pick(TIE_KINDS[(at + by + TIE_KINDS.length) % TIE_KINDS.length]?.value ?? 'works')
      return undefined
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  })

  function pick(next: TieKind) {
    setTieKind(tie, next)
  }

  if (kind === undefined) return null
  return (
    <div
      className={`kind-picker${isAbove ? ' is-above' : ''}`}
      role="group"
      aria-label="Kind of tie"
      style={{ left: x, top: y }}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {TIE_KINDS.map((choice) => (
        <button
          key={choice.value}
          type="button"
          tabIndex={-1}
          aria-pressed={choice.value === kind}
          onClick={() => {
            pick(choice.value)
            if (started.current !== choice.value) session.setState({ picking: null })
          }}
        >
          {choice.short}
        </button>
      ))}
    </div>
  )
}
