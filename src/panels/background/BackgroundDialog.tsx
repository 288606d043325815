import { dispatch } from '../../commands/dispatch.ts'
import { BACKGROUND_USED } from '../../commands/background.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { setBackground } from '../../edits/background.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { say, select, session } from '../../session/session.ts'
import './BackgroundDialog.css'

/** A picture was dropped or pasted: it is shown, and lies beneath the map only where someone says so. */
export function BackgroundDialog() {
  const dialog = useSession((s) => s.dialog)
  const hasOne = useLive((s) => s.map?.meta.background != null)
  if (dialog?.name !== 'Background') return null
  const { file, picture } = dialog
  const close = () => session.setState({ dialog: null })
  function use() {
    dispatch('Background picture', (map) => setBackground(map, picture))
    session.setState({ dialog: null, view: 'map' })
    select([])
    say(BACKGROUND_USED)
  }
  return (
    <Dialog
      title="Lay this picture beneath the map?"
      name="Background picture"
      width="message"
      lead={hasOne ? 'It takes the place of the one that is there.' : 'It is dimmed, and covers the map at first.'}
      onClose={close}
      onSubmit={use}
      footer={
        <>
          <span className="grow" />
          <Button look="quiet" onClick={close}>
            Cancel
          </Button>
          <Button look="primary" submits keyCap="Enter">
            Use it
          </Button>
        </>
      }
    >
      <img className="background-preview" src={`data:${picture.type};base64,${picture.data}`} alt={file} />
    </Dialog>
  )
}
