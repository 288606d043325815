import { session } from '../session/session.ts'

/** Gives the focus back to the map: to the element that Tab reaches, else to the map itself. */
export function focusMap(): void {
  const { count } = session.getState().focus
  const before = document.activeElement
  requestAnimationFrame(() => {
    // A key pressed meanwhile may have sent the focus on, or opened a field: what is typed there must not go to the map.
    const now = document.activeElement
    if (session.getState().focus.count !== count || (now !== before && now?.matches('input, textarea, select'))) return
    const region = document.querySelector('.map-region')
    ;(region?.querySelector<HTMLElement>('.element[tabindex="0"]') ?? region?.querySelector<HTMLElement>('.map-keys'))?.focus({ preventScroll: true })
  })
}
