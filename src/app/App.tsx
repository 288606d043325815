import { Suspense } from 'react'
import { useSession } from '../session/hooks.ts'
import { Dialogs } from './Dialogs.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { MapPage } from './MapPage.tsx'
import { StartScreen } from './StartScreen.tsx'

/** The whole interface: the start page or the open map, and what lies over either. */
export function App() {
  const isMapOpen = useSession((s) => s.isMapOpen)
  return (
    <>
      {isMapOpen ? <MapPage /> : <StartScreen />}
      <Suspense>
        <Dialogs />
      </Suspense>
      <LiveRegion />
    </>
  )
}
