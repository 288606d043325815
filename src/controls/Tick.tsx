import type { ReactNode } from 'react'
import './Tick.css'

interface TickProps {
  /** Undefined: of several, some are and some are not. */
  readonly isOn: boolean | undefined
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
  readonly disabled?: boolean
}

export function Tick({ isOn, onChange, children, disabled = false }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" ref={(box) => void (box && (box.indeterminate = isOn === undefined))} checked={isOn === true} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <path d={isOn === undefined ? 'M4 9H14' : 'M4 9l3.5 3.5L14 6'} fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span>{children}</span>
    </label>
  )
}
