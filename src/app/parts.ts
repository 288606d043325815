import { createElement, useEffect, useState, type ComponentType } from 'react'

interface Late {
  (): ReturnType<typeof createElement> | null
  /** Loads it before it is drawn: it then comes up at once. */
  fetch(): Promise<ComponentType>
}

/**
 * A screen of another room, loaded when it is first drawn. Not React's own `lazy`: what it suspends comes up 300 ms later at the
 * soonest, though it be on the device already.
 */
function late<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): Late {
  let found: ComponentType | null = null
  const fetch = async () => (found ??= (await load())[name])
  function Late() {
    const [Screen, setScreen] = useState(() => found)
    useEffect(() => {
      if (Screen) return
      fetch().then(
        (screen) => setScreen(() => screen),
        (reason: unknown) =>
          // Thrown while drawing, so that the part round it says so.
          setScreen(() => {
            throw reason
          }),
      )
    }, [Screen])
    return Screen && createElement(Screen)
  }
  return Object.assign(Late, { fetch })
}

export const MapCanvas = late(() => import('../canvas/MapCanvas.tsx'), 'MapCanvas')
export const DetailsPanel = late(() => import('../panels/details/DetailsPanel.tsx'), 'DetailsPanel')
export const StartPage = late(() => import('../panels/start/StartPage.tsx'), 'StartPage')
export const TableView = late(() => import('../panels/table/TableView.tsx'), 'TableView')
export const MatrixView = late(() => import('../panels/matrix/MatrixView.tsx'), 'MatrixView')
export const GridView = late(() => import('../panels/grid/GridView.tsx'), 'GridView')
export const ReflectionsPanel = late(() => import('../panels/actions/ReflectionsPanel.tsx'), 'ReflectionsPanel')
export const ActionsPanel = late(() => import('../panels/actions/ActionsPanel.tsx'), 'ActionsPanel')
export const OpenDialog = late(() => import('../panels/open/OpenDialog.tsx'), 'OpenDialog')
export const VersionsDialog = late(() => import('../panels/versions/VersionsDialog.tsx'), 'VersionsDialog')
export const OrganisationsDialog = late(() => import('../panels/organisations/OrganisationsDialog.tsx'), 'OrganisationsDialog')
export const PerspectivesDialog = late(() => import('../panels/perspectives/PerspectivesDialog.tsx'), 'PerspectivesDialog')
export const VoicesDialog = late(() => import('../panels/perspectives/VoicesDialog.tsx'), 'VoicesDialog')
export const MoveRatingsDialog = late(() => import('../panels/perspectives/MoveRatingsDialog.tsx'), 'MoveRatingsDialog')
export const TakeMiddleDialog = late(() => import('../panels/middle/TakeMiddleDialog.tsx'), 'TakeMiddleDialog')
export const RateSheet = late(() => import('../panels/rate/RateSheet.tsx'), 'RateSheet')
export const FingersSheet = late(() => import('../panels/fingers/FingersSheet.tsx'), 'FingersSheet')
export const TextDialog = late(() => import('../panels/describe/TextDialog.tsx'), 'TextDialog')
export const SameAsDialog = late(() => import('../panels/same-as/SameAsDialog.tsx'), 'SameAsDialog')
export const NotTheSameDialog = late(() => import('../panels/same-as/NotTheSameDialog.tsx'), 'NotTheSameDialog')
export const PasteDialog = late(() => import('../panels/paste/PasteDialog.tsx'), 'PasteDialog')
export const GatherDialog = late(() => import('../panels/gather/GatherDialog.tsx'), 'GatherDialog')
export const YouAreDialog = late(() => import('../panels/tables/YouAreDialog.tsx'), 'YouAreDialog')
export const HandInDialog = late(() => import('../panels/tables/HandInDialog.tsx'), 'HandInDialog')
export const ImportDialog = late(() => import('../panels/import/ImportDialog.tsx'), 'ImportDialog')
export const FilterDialog = late(() => import('../panels/filter/FilterDialog.tsx'), 'FilterDialog')
export const BackgroundDialog = late(() => import('../panels/background/BackgroundDialog.tsx'), 'BackgroundDialog')
export const ComparePanel = late(() => import('../panels/compare/ComparePanel.tsx'), 'ComparePanel')
export const RemoveEverythingDialog = late(() => import('../panels/remove-everything/RemoveEverythingDialog.tsx'), 'RemoveEverythingDialog')
export const ReportDialog = late(() => import('../panels/export/ReportDialog.tsx'), 'ReportDialog')
export const NoticePanel = late(() => import('../panels/notice/NoticePanel.tsx'), 'NoticePanel')
export const KeyDialog = late(() => import('../panels/key/KeyDialog.tsx'), 'KeyDialog')

export const DIALOG_PARTS = [FilterDialog, ReportDialog, KeyDialog, PasteDialog, SameAsDialog, NotTheSameDialog, OrganisationsDialog, PerspectivesDialog, VoicesDialog, VersionsDialog, OpenDialog, TextDialog, BackgroundDialog, GatherDialog, ImportDialog, ActionsPanel, ComparePanel, NoticePanel, YouAreDialog, HandInDialog, RateSheet, FingersSheet, MoveRatingsDialog, TakeMiddleDialog]

/** What is on screen first: the start page, or a map. */
export async function fetchFirst(isMapOpen: boolean): Promise<void> {
  await Promise.all((isMapOpen ? [MapCanvas, DetailsPanel] : [StartPage]).map((part) => part.fetch()))
}

/** Fetches what the first map needs while the start page is being read, and the rest while the map is. */
export function fetchSoon(parts: readonly Late[]): void {
  const begin = () => parts.reduce((before, part) => before.then(part.fetch).catch(() => undefined), Promise.resolve<unknown>(undefined))
  if ('requestIdleCallback' in globalThis) requestIdleCallback(begin)
  else setTimeout(begin, 1000)
}
