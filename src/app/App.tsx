import { useSession } from '../session/hooks.ts'
import { Dialogs } from './Dialogs.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { Part } from './Part.tsx'
import { MapPage } from './MapPage.tsx'
import { StartScreen } from './StartScreen.tsx'

/** The whole interface: the start page or the open map, and what lies over either. */
export function App() {
  const isMapOpen = useSession((s) => s.isMapOpen)
  return (
    <>
      {isMapOpen ? <MapPage /> : <StartScreen />}
      <Part>
        <Dialogs />
      </Part>
      <LiveRegion />
    </>
  )
}
