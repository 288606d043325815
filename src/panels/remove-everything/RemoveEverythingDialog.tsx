import { useState } from 'react'
import { ports } from '../../commands/dispatch.ts'
import { saveAllMaps } from '../../commands/map-file.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { useLive } from '../../session/hooks.ts'
import { say, session } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'

type Stage = 'asking' | 'removing' | 'done'

/** Empties a laptop that goes on to somebody else: what goes, what stays, and one tick against a slip of the hand. */
export function RemoveEverythingDialog() {
  // As they were when it was asked: they go while it is open.
  const [maps] = useState(useLive((l) => l.maps))
  const [isSure, setSure] = useState(maps.length === 0)
  const [stage, setStage] = useState<Stage>('asking')
  const [failed, setFailed] = useState<string | null>(null)
  const unfiled = maps.filter(({ filedAt, changedAt, illustrative }) => !illustrative && (filedAt === null || filedAt < changedAt))

  function close() {
    if (stage === 'removing') return
    // Once it was begun nothing can be kept any more until the page is loaded again.
    if (stage === 'done' || failed !== null) ports().maps.startAgain()
    else session.setState({ dialog: null })
  }

  async function remove() {
    if (!isSure || stage !== 'asking') return
    setStage('removing')
    setFailed(null)
    try {
      await ports().maps.removeEverything()
      setStage('done')
      say('Everything was removed from this device.')
    } catch (reason) {
      setStage('asking')
      setFailed(`Not everything could be removed: ${reason instanceof Error ? reason.message : 'the browser gave no reason'}. Close the other tabs of Sightlines and try again.`)
    }
  }

  if (stage === 'done') {
    return (
      <Dialog
        title="Everything was removed"
        name="Remove everything from this device"
        width="message"
        onClose={close}
        footer={
          <>
            <span className="grow" />
            <Button look="primary" data-first onClick={close}>
              Start again
            </Button>
          </>
        }
      >
        <p>Nothing of Sightlines is on this device any more, but the files that were saved. You can close this tab.</p>
      </Dialog>
    )
  }
  return (
    <Dialog
      title="Remove everything from this device"
      width="message"
      onClose={close}
      onSubmit={() => void remove()}
      footer={
        <>
          <span className="grow" />
          <Button data-first onClick={close} disabled={stage === 'removing'}>
            Cancel
          </Button>
          <Button look="primary" submits disabled={!isSure || stage === 'removing'}>
            Remove everything
          </Button>
        </>
      }
    >
      <p>
        {maps.length === 0 ? 'There is no map here. The settings' : `${counted(maps.length, 'map')} with every version and every earlier state, the second copies, the settings`} and the app itself go from this browser. Files you have saved stay where they are. This cannot
        be undone.
      </p>
      {unfiled.length > 0 && (
        <>
          <p className="spaced">
            <b>{unfiled.length === 1 ? '1 map has' : `${unfiled.length} maps have`} changes that are in no file:</b>
          </p>
          <ul className="spaced">
            {unfiled.map(({ id, title, question }) => (
              <li key={id}>{title || question || 'Untitled map'}</li>
            ))}
          </ul>
          <p className="spaced">
            <Button small onClick={() => void saveAllMaps()}>
              Save all my maps
            </Button>{' '}
            Files hold everything but what is private to you.
          </p>
        </>
      )}
      {maps.length > 0 && (
        <p className="spaced">
          <Tick isOn={isSure} onChange={setSure}>
            I have the files that I need
          </Tick>
        </p>
      )}
      {failed !== null && (
        <p className="spaced" role="alert">
          {failed}
        </p>
      )}
    </Dialog>
  )
}
