import { invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { useLive } from '../../session/hooks.ts'
import { session, type OpenDialog } from '../../session/session.ts'

type Refused = Extract<OpenDialog, { name: 'Refused' }>

/** Files that could not be opened: where each stopped and why. Nothing else has changed. */
export function RefusedFiles({ files, again = { title: 'Open another file…', command: 'open-file' } }: { readonly files: Refused['files']; readonly again?: Refused['again'] }) {
  const isMapOpen = useLive((s) => s.map !== null)
  const close = () => session.setState({ dialog: null })
  return (
    <Dialog
      title={files.length === 1 ? 'This file could not be opened' : `${files.length} files could not be opened`}
      name="Open"
      width="message"
      onClose={close}
      onSubmit={close}
      footer={
        <>
          <p className="quiet-text">{isMapOpen ? 'Your open map has not changed.' : 'Nothing on this laptop has changed.'}</p>
          <span className="grow" />
          <Button
            onClick={() => {
              close()
              void invoke(again.command)
            }}
          >
            {again.title}
          </Button>
          <Button look="primary" submits keyCap="Enter" data-first>
            Close
          </Button>
        </>
      }
    >
      <ul className="open-refused">
        {files.map(({ file, place, reason }, i) => (
          <li key={i}>
            <h3>{file}</h3>
            <p>
              <b>{place}:</b> {reason}.
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
