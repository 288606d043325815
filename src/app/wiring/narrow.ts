import { bringIntoSight, session } from '../../session/session.ts'

/** Where the panel would lie over the map it is put away until someone asks for it, and it comes back with the room for it. */
export function wireNarrow(): void {
  const narrow = matchMedia('(max-width: 1199px)')
  const phone = matchMedia('(max-width: 699px)')
  const fit = () => session.setState({ panelsHidden: narrow.matches })
  narrow.addEventListener('change', fit)
  session.subscribe((now, before) => {
    if (now.isMapOpen && !before.isMapOpen) fit()
    // On a phone the sheet is all that a tap can ask for: it comes with what is chosen and goes with it.
    const [isChosen, wasChosen] = [now.selection.length > 0, before.selection.length > 0]
    if (!phone.matches || now.view !== 'map' || isChosen === wasChosen) return
    session.setState({ panelsHidden: !isChosen })
    // What was pressed stays in sight beside its sheet.
    if (isChosen) requestAnimationFrame(() => bringIntoSight(session.getState().selection))
  })
}
