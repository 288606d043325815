import type { ReactNode } from 'react'
import './Chip.css'

/** A short fact. With `onRemove` its cross takes it off, and it is on unless it can be pressed as well. */
export function Chip({ children, isOn = false, onPress, onRemove, removeLabel }: {
  readonly children: ReactNode
  readonly isOn?: boolean
  readonly onPress?: () => void
  readonly onRemove?: () => void
  readonly removeLabel?: string
}) {
  if (onRemove) {
    return (
      <span className={`chip${isOn || !onPress ? ' is-on' : ''}`}>
        {onPress ? (
          <button type="button" className="chip-press" onClick={onPress}>
            {children}
          </button>
        ) : (
          children
        )}
        <button type="button" className="chip-remove" aria-label={removeLabel ?? 'Remove'} onClick={onRemove}>
          ×
        </button>
      </span>
    )
  }
  if (onPress) {
    return (
      <button type="button" className={`chip${isOn ? ' is-on' : ''}`} aria-pressed={isOn} onClick={onPress}>
        {children}
      </button>
    )
  }
  return <span className={`chip${isOn ? ' is-on' : ''}`}>{children}</span>
}
