import { useEffect, useRef, useState } from 'react'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { PassphraseField } from '../../controls/PassphraseField.tsx'
import { session, type OpenDialog } from '../../session/session.ts'

/** A locked file asks for its passphrase. Nothing is opened before it is right. */
export function UnlockFile({ asked }: { readonly asked: Extract<OpenDialog, { name: 'Unlock' }> }) {
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState<typeof asked | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const close = () => session.setState({ dialog: null })
  const isTrying = tried === asked
  // Another question, of the same file or of the next: the words that did not open it are there to be mended, or written over.
  useEffect(() => field.current?.select(), [asked])
  return (
    <Dialog
      title="This file is locked"
      name="Open"
      lead={asked.file}
      width="message"
      onClose={close}
      onSubmit={() => {
        if (passphrase === '' || isTrying) return
        setTried(asked)
        asked.answer(passphrase)
      }}
      footer={
        <>
          <span className="grow" />
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" submits keyCap="Enter" disabled={passphrase === '' || isTrying}>
            Unlock
          </Button>
        </>
      }
    >
      <PassphraseField label="Passphrase" ref={field} data-first value={passphrase} onChange={setPassphrase} hint="Whoever locked the file knows it. Once open, the map is kept on this laptop without it." isWrong={asked.isWrong && !isTrying} />
      <p className="open-tried" role="status">
        {isTrying ? 'Unlocking…' : asked.isWrong ? 'This passphrase does not open it. Nothing has changed.' : ''}
      </p>
    </Dialog>
  )
}
