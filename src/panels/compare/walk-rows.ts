import type { KeyboardEvent } from 'react'
import { focusOn } from '../../session/session.ts'

/** Up and down go from row to row, and the map goes with them; from the list itself, to its first or last row. Escape leaves it for the map. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
  if (event.key === 'Escape') {
    event.preventDefault()
    focusOn('map')
    return
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const isHere = event.target === event.currentTarget || event.target.matches('[data-row]')
  if (step === 0 || !isHere) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.indexOf(event.target)
  const next = at < 0 ? rows.at(step > 0 ? 0 : -1) : rows[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.click()
}
