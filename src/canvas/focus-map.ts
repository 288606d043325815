import { canvas } from './canvas-store.ts'
import { session } from '../session/session.ts'
import { STANDING, standsOn } from './standing-there.ts'

const isField = (element: Element) => element.matches('input, textarea, select')
const isBeside = (element: Element, region: Element | null) => region !== null && !region.contains(element) && !element.contains(region)

/** Gives the focus back to the map: to what of it was chosen last, else to what Tab reaches, else to the map itself; to the list of elements where one is at work in it. */
export function focusMap(): void {
  const { count } = session.getState().focus
  const before = document.activeElement
  requestAnimationFrame(() => {
    // A key pressed meanwhile may have sent the focus on, or opened a field or a sheet: what is pressed there must not go to the map.
    const now = document.activeElement
    const region = document.querySelector('.map-region')
    if (session.getState().focus.count !== count || (now && now !== before && (isField(now) || isBeside(now, region)))) return
    const { scene, isListed } = canvas.getState()
    const row = isListed ? region?.querySelector<HTMLElement>('.list-row[tabindex="0"]') : null
    if (row) return row.focus({ preventScroll: true })
    const last = session.getState().selection.findLast((id) => scene && standsOn(scene, id))
    const chosen = last === undefined ? null : region?.querySelector<HTMLElement>(`:is(${STANDING})[data-id="${last}"]`)
    ;(chosen ?? region?.querySelector<HTMLElement>(`:is(${STANDING})[tabindex="0"]`) ?? region?.querySelector<HTMLElement>('.map-keys'))?.focus({ preventScroll: true })
  })
}
