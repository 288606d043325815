import { invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { useLive } from '../../session/hooks.ts'
import { session, type OpenDialog } from '../../session/session.ts'

type Refused = Extract<OpenDialog, { name: 'Refused' }>

/** Files that could not be opened: where each stopped and why. Nothing else has changed. */
export function RefusedFiles({ files, next = [], again = { title: 'Open another file…', command: 'open-file' } }: Pick<Refused, 'files' | 'next' | 'again'>) {
  const isMapOpen = useLive((s) => s.map !== null)
  const close = () => session.setState({ dialog: next.length > 0 ? { name: 'Import', files: next } : null })
  return (
    <Dialog
      title={files.length === 1 ? 'This file could not be opened' : `${files.length} files could not be opened`}
      name="Open"
      width="message"
      onClose={close}
      onSubmit={close}
      footer={
        <>
          <span className="grow" />
          {next.length === 0 && (
            <Button
              onClick={() => {
                close()
                void invoke(again.command)
              }}
            >
              {again.title}
            </Button>
          )}
          <Button look="primary" submits keyCap="Enter" data-first>
            {next.length > 0 ? `Go on to ${next[0]?.file ?? 'the next'}` : 'Close'}
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
      <p className="open-unchanged quiet-text">{isMapOpen ? 'Your open map has not changed.' : 'Nothing on this laptop has changed.'}</p>
    </Dialog>
  )
}
