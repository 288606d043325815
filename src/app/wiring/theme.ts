import { preferences } from '../../session/preferences.ts'
import { bringIntoSight } from '../../session/session.ts'

/** Keeps the page's light or dark, and its projector size, as preferred; follows the device where it is left to it. */
export function wireTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  function show() {
    const { theme, projector, projectorTheme } = preferences.getState()
    const wanted = projector === 'off' ? theme : projectorTheme
    const root = document.documentElement
    root.dataset['theme'] = wanted === 'system' ? (dark.matches ? 'dark' : 'light') : wanted
    root.dataset['projector'] = projector
  }
  dark.addEventListener('change', show)
  preferences.subscribe((now, before) => {
    show()
    // The room for the map has changed, and with it how large everything is drawn: show the whole of it again.
    if (now.projector !== before.projector) requestAnimationFrame(() => requestAnimationFrame(() => bringIntoSight()))
  })
  show()
}
