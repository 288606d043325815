import { preferences } from '../../session/preferences.ts'

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
  preferences.subscribe(show)
  show()
}
