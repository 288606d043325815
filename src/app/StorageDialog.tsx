import { invoke } from '../commands/dispatch.ts'
import { Button } from '../controls/Button.tsx'
import { Dialog } from '../controls/Dialog.tsx'
import { useLive } from '../session/hooks.ts'
import { session } from '../session/session.ts'
import { EarlierStates } from './EarlierStates.tsx'

const PROMISE = {
  yes: 'This browser has promised to keep your maps until you remove them.',
  no: 'This browser may clear its storage when the disk fills up, and it has not promised to spare your maps. A file is safe.',
  unknown: 'This browser will be asked to keep your maps when you make the first change.',
}

/** Where the open map is kept, in words, and how to have it in a file. */
export function StorageDialog() {
  const persisted = useLive((l) => l.persisted)
  const filedAt = useLive((l) => l.filedAt)
  const save = useLive((l) => l.save)
  const close = () => session.setState({ dialog: null })
  return (
    <Dialog
      title="Where this map is kept"
      width="message"
      onClose={close}
      footer={
        <>
          <span className="grow" />
          <Button onClick={close}>Close</Button>
          <Button look="primary" data-first onClick={() => void invoke('export')}>
            Save a file
          </Button>
        </>
      }
    >
      <p>{'reason' in save ? save.reason : 'On this laptop, in this browser. Every change is written at once; nothing is sent anywhere.'}</p>
      <p className="spaced">{PROMISE[persisted === null ? 'unknown' : persisted ? 'yes' : 'no']}</p>
      <p className="spaced">
        {filedAt === null
          ? 'It has not been saved to a file yet.'
          : `It last went to a file on ${new Date(filedAt).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}.`}{' '}
        Files hold everything but what is private to you.
      </p>
      <EarlierStates />
    </Dialog>
  )
}
