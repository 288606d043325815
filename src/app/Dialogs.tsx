import type { ComponentType } from 'react'
import { useSession } from '../session/hooks.ts'
import type { OpenDialog } from '../session/session.ts'
import { CommandsDialog } from './CommandsDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { ExportDialog } from '../panels/export/ExportDialog.tsx'
import { FindDialog } from '../panels/find/FindDialog.tsx'
import { SaveVersionDialog } from '../panels/save-version/SaveVersionDialog.tsx'
import { BackgroundDialog, FilterDialog, GatherDialog, HandInDialog, ImportDialog, KeyDialog, NotTheSameDialog, OpenDialog as OpenFileDialog, OrganisationsDialog, PasteDialog, PerspectivesDialog, RemoveEverythingDialog, ReportDialog, SameAsDialog, TextDialog, VersionsDialog, VoicesDialog, YouAreDialog, MoveRatingsDialog, TakeMiddleDialog } from './parts.ts'
import { StorageDialog } from './StorageDialog.tsx'

// What people type into straight after its keys is here from the start: letters typed while a screen is fetched would be lost.
const DIALOGS: { readonly [N in OpenDialog['name']]: ComponentType | null } = {
  Start: null,
  Open: OpenFileDialog,
  'Bring together': OpenFileDialog,
  Refused: OpenFileDialog,
  Mended: OpenFileDialog,
  Unlock: OpenFileDialog,
  Background: BackgroundDialog,
  Export: ExportDialog,
  'Save version': SaveVersionDialog,
  Report: ReportDialog,
  Versions: VersionsDialog,
  Organisations: OrganisationsDialog,
  Perspectives: PerspectivesDialog,
  Voices: VoicesDialog,
  'Move ratings': MoveRatingsDialog,
  'Take the middle': TakeMiddleDialog,
  // These lie in the page: `sheets.ts`.
  Rate: null,
  Fingers: null,
  'Read as text': TextDialog,
  'Describe this map': TextDialog,
  Gather: GatherDialog,
  'You are': YouAreDialog,
  'Hand in': HandInDialog,
  Import: ImportDialog,
  Paste: PasteDialog,
  'Same as': SameAsDialog,
  'Not the same': NotTheSameDialog,
  Filter: FilterDialog,
  Find: FindDialog,
  Key: KeyDialog,
  Keys: KeysDialog,
  Commands: CommandsDialog,
  Storage: StorageDialog,
  'Remove everything': RemoveEverythingDialog,
}

/** The one dialog that is open, by its name in the session. */
export function Dialogs() {
  const name = useSession((s) => s.dialog?.name)
  const Dialog = name && DIALOGS[name]
  return Dialog ? <Dialog key={name} /> : null
}
