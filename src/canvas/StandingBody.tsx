import type { ReactNode } from 'react'
import type { Id } from '../model/ids.ts'
import { canvas, useCanvas } from './canvas-store.ts'
import './StandingBody.css'

/** What of a note or an area the page knows: its name, whether it is chosen, and where the focus is. */
export function StandingBody({ id, className, name, isSelected, width, height, children }: {
  readonly id: Id
  readonly className: 'note' | 'area'
  readonly name: string
  readonly isSelected: boolean
  readonly width: number
  readonly height: number
  readonly children?: ReactNode
}) {
  const isStop = useCanvas((state) => state.stop === id)
  return (
    <div
      className={className}
      role="button"
      aria-label={name}
      aria-pressed={isSelected}
      tabIndex={isStop ? 0 : -1}
      data-id={id}
      style={{ width, height }}
      onFocus={() => canvas.getState().stop !== id && canvas.setState({ stop: id })}
    >
      {children}
    </div>
  )
}
