import { useEffect, type ComponentType } from 'react'
import { usePreferences, useSession } from '../session/hooks.ts'
import type { ViewName } from '../session/session.ts'
import { CaptureBar } from './CaptureBar.tsx'
import { CompareStrip } from './CompareStrip.tsx'
import { Part } from './Part.tsx'
import { DIALOG_PARTS, fetchSoon, GridView, MapCanvas, MatrixView, TableView } from './parts.ts'
import { FilterStrip } from './FilterStrip.tsx'
import { NoticeBar } from './NoticeBar.tsx'
import { QuestionStrip } from './QuestionStrip.tsx'
import { Rail } from './Rail.tsx'
import { useSheet } from './sheets.ts'
import { SidePanel } from './SidePanel.tsx'
import { Timeline } from './Timeline.tsx'
import { ToastPlace } from './ToastPlace.tsx'
import { TopBar } from './TopBar.tsx'
import './MapPage.css'

const VIEWS: Readonly<Record<ViewName, ComponentType>> = { map: MapCanvas, table: TableView, matrix: MatrixView, grid: GridView, story: MapCanvas }

/** The open map: four zones round the view that is chosen. */
export function MapPage() {
  const view = useSession((s) => s.view)
  const panelsHidden = useSession((s) => s.panelsHidden)
  const isProjected = usePreferences((p) => p.projector !== 'off')
  useEffect(() => fetchSoon([TableView, MatrixView, GridView, ...DIALOG_PARTS]), [])
  const View = VIEWS[view]
  const Sheet = useSheet()
  return (
    <div className={`map-page${panelsHidden ? ' is-panels-hidden' : ''}${isProjected ? ' is-projected' : ''}${Sheet ? ' has-sheet' : ''}`}>
      {!isProjected && <TopBar />}
      {!isProjected && <Rail />}
      <main className="view" data-zone="view">
        <NoticeBar />
        <QuestionStrip />
        <FilterStrip />
        <CompareStrip />
        <div className="view-body">
          <Part key={view}>
            <View />
          </Part>
          <ToastPlace />
        </div>
        <Timeline />
      </main>
      {Sheet ? (
        <Part>
          <Sheet />
        </Part>
      ) : (
        <>
          <SidePanel />
          <CaptureBar />
        </>
      )}
    </div>
  )
}
