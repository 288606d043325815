import { useSession } from '../../session/hooks.ts'
import { BringTogether } from './BringTogether.tsx'
import { HereAlready } from './HereAlready.tsx'
import { MendedList } from './MendedList.tsx'
import { RefusedFiles } from './RefusedFiles.tsx'
import { UnlockFile } from './UnlockFile.tsx'
import './OpenDialog.css'

/** What opening a file asks or tells: that its map is here already, that it was refused, what was mended in it, or the passphrase of a locked one. */
export function OpenDialog() {
  const dialog = useSession((s) => s.dialog)
  if (dialog?.name === 'Open') return <HereAlready here={dialog.here} />
  if (dialog?.name === 'Bring together') return <BringTogether here={dialog.here} />
  if (dialog?.name === 'Refused') return <RefusedFiles files={dialog.files} {...(dialog.next ? { next: dialog.next } : {})} {...(dialog.again ? { again: dialog.again } : {})} />
  if (dialog?.name === 'Mended') return <MendedList file={dialog.file} repairs={dialog.repairs} />
  if (dialog?.name === 'Unlock') return <UnlockFile asked={dialog} />
  return null
}
