import { ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { session, type OpenedHere } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'

/** What was put right in a file on the way in, with its place. The file itself was left as it is. */
export function MendedList({ file, repairs }: Pick<OpenedHere, 'file' | 'repairs'>) {
  const close = () => session.setState({ dialog: null })
  return (
    <Dialog
      title={repairs.length === 1 ? 'One thing was put right' : `${counted(repairs.length, 'thing')} were put right`}
      name="Open"
      lead={file}
      width="work"
      onClose={close}
      onSubmit={close}
      footer={
        <>
          <p className="quiet-text">The file itself has not been touched.</p>
          <span className="grow" />
          <Button onClick={() => void ports().files.copyText(repairs.map(({ place, words }) => `${place}: ${words}`).join('\n'))}>Copy the list</Button>
          <Button look="primary" submits keyCap="Enter" data-first>
            Look at the map
          </Button>
        </>
      }
    >
      <ul className="open-mended">
        {repairs.map(({ place, words }, i) => (
          <li key={i}>
            <b>{place}</b> {words}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
