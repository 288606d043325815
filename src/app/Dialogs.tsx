import type { ComponentType } from 'react'
import { useSession } from '../session/hooks.ts'
import type { OpenDialog } from '../session/session.ts'
import { CommandsDialog } from './CommandsDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { ExportDialog, FilterDialog, FindDialog, KeyDialog, OpenDialog as OpenFileDialog, OrganisationsDialog, PasteDialog, SaveVersionDialog, VersionsDialog } from './parts.ts'
import { StorageDialog } from './StorageDialog.tsx'

const DIALOGS: { readonly [N in OpenDialog['name']]: ComponentType | null } = {
  Start: null,
  Open: OpenFileDialog,
  Refused: OpenFileDialog,
  Mended: OpenFileDialog,
  Export: ExportDialog,
  'Save version': SaveVersionDialog,
  Versions: VersionsDialog,
  Organisations: OrganisationsDialog,
  Paste: PasteDialog,
  Filter: FilterDialog,
  Find: FindDialog,
  Key: KeyDialog,
  Keys: KeysDialog,
  Commands: CommandsDialog,
  Storage: StorageDialog,
}

/** The one dialog that is open, by its name in the session. */
export function Dialogs() {
  const name = useSession((s) => s.dialog?.name)
  const Dialog = name && DIALOGS[name]
  return Dialog ? <Dialog key={name} /> : null
}
