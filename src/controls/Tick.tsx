import type { ReactNode } from 'react'
import './Tick.css'

interface TickProps {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
  readonly disabled?: boolean
}

export function Tick({ isOn, onChange, children, disabled = false }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={isOn} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <path d="M4 9l3.5 3.5L14 6" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span>{children}</span>
    </label>
  )
}
