import type { ComponentType } from 'react'
import { useSession } from '../session/hooks.ts'
import type { OpenDialog } from '../session/session.ts'
import { CommandsDialog } from './CommandsDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { lazyPart } from './late.ts'
import { StorageDialog } from './StorageDialog.tsx'

const openDialog = lazyPart('panels/open/OpenDialog')

const DIALOGS: { readonly [N in OpenDialog['name']]: ComponentType | null } = {
  Start: null,
  Open: openDialog,
  Refused: openDialog,
  Mended: openDialog,
  Export: lazyPart('panels/export/ExportDialog'),
  'Save version': lazyPart('panels/save-version/SaveVersionDialog'),
  Versions: lazyPart('panels/versions/VersionsDialog'),
  Organisations: lazyPart('panels/organisations/OrganisationsDialog'),
  Paste: lazyPart('panels/paste/PasteDialog'),
  Find: lazyPart('panels/find/FindDialog'),
  Key: lazyPart('panels/key/KeyDialog'),
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
