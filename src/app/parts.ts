import { lazy, type ComponentType } from 'react'

/** A screen of another room, loaded when it is first drawn. */
function late<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async () => ({ default: (await load())[name] as ComponentType }))
}

const canvas = () => import('../canvas/MapCanvas.tsx')
const details = () => import('../panels/details/DetailsPanel.tsx')

export const MapCanvas = late(canvas, 'MapCanvas')
export const DetailsPanel = late(details, 'DetailsPanel')
export const StartPage = late(() => import('../panels/start/StartPage.tsx'), 'StartPage')
export const TableView = late(() => import('../panels/table/TableView.tsx'), 'TableView')
export const ActionsPanel = late(() => import('../panels/actions/ActionsPanel.tsx'), 'ActionsPanel')
export const OpenDialog = late(() => import('../panels/open/OpenDialog.tsx'), 'OpenDialog')
export const ExportDialog = late(() => import('../panels/export/ExportDialog.tsx'), 'ExportDialog')
export const SaveVersionDialog = late(() => import('../panels/save-version/SaveVersionDialog.tsx'), 'SaveVersionDialog')
export const VersionsDialog = late(() => import('../panels/versions/VersionsDialog.tsx'), 'VersionsDialog')
export const OrganisationsDialog = late(() => import('../panels/organisations/OrganisationsDialog.tsx'), 'OrganisationsDialog')
export const PasteDialog = late(() => import('../panels/paste/PasteDialog.tsx'), 'PasteDialog')
export const FindDialog = late(() => import('../panels/find/FindDialog.tsx'), 'FindDialog')
export const KeyDialog = late(() => import('../panels/key/KeyDialog.tsx'), 'KeyDialog')

/** Fetches what the first map needs while the start page is being read. */
export function fetchMapParts(): void {
  void canvas()
  void details()
}
