import { canvas } from './canvas-store.ts'
import { session } from '../session/session.ts'

/** Gives the focus back to the map: to the element chosen last, else to the one that Tab reaches, else to the map itself. */
export function focusMap(): void {
  const { count } = session.getState().focus
  const before = document.activeElement
  requestAnimationFrame(() => {
    // A key pressed meanwhile may have sent the focus on, or opened a field: what is typed there must not go to the map.
    const now = document.activeElement
    if (session.getState().focus.count !== count || (now !== before && now?.matches('input, textarea, select'))) return
    const region = document.querySelector('.map-region')
    const last = session.getState().selection.findLast((id) => canvas.getState().scene?.elementById.has(id))
    const chosen = last === undefined ? null : region?.querySelector<HTMLElement>(`.element[data-id="${last}"]`)
    ;(chosen ?? region?.querySelector<HTMLElement>('.element[tabindex="0"]') ?? region?.querySelector<HTMLElement>('.map-keys'))?.focus({ preventScroll: true })
  })
}
