import { session } from '../../session/session.ts'

/** Where the panel would lie over the map it is put away until someone asks for it, and it comes back with the room for it. */
export function wireNarrow(): void {
  const narrow = matchMedia('(max-width: 1199px)')
  const fit = () => session.setState({ panelsHidden: narrow.matches })
  narrow.addEventListener('change', fit)
  session.subscribe((now, before) => {
    if (now.isMapOpen && !before.isMapOpen) fit()
  })
}
