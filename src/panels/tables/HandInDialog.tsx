import { useState } from 'react'
import { dispatch, ports } from '../../commands/dispatch.ts'
import { copyRatings, writeHandIn } from '../../commands/tables.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { lookedAtEverything } from '../../edits/perspectives.ts'
import { tableOf } from '../../edits/tables.ts'
import { pool } from '../../reading/pool.ts'
import { useLive } from '../../session/hooks.ts'
import { say, session } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import './TablesDialogs.css'

/** The end of a table's work: whether it looked at everything, and its file. */
export function HandInDialog() {
  const map = useLive((s) => s.map)
  const [problem, setProblem] = useState('')
  const [copied, setCopied] = useState('')
  const [isBusy, setBusy] = useState(false)
  const table = map && tableOf(map)
  if (!map || !table) return null
  const close = () => session.setState({ dialog: null })
  const said = map.judgements.get(table.id)

  async function run() {
    if (isBusy) return
    setBusy(true)
    try {
      const words = `Handed in: ${await writeHandIn()}`
      close()
      say(`${words}.`)
      session.setState({ toast: { words } })
    } catch {
      setProblem('Nothing was written. Try again, or copy it as text.')
      setBusy(false)
    }
  }

  return (
    <Dialog
      title="Hand in"
      lead={table.name}
      width="message"
      onClose={close}
      onSubmit={() => void run()}
      footer={
        <>
          <span className="grow" />
          <Button onClick={close}>Cancel</Button>
          <Button
            onClick={() =>
              void copyRatings().then(
                () => setCopied('Copied. Paste it into a message; the other end pastes it into Sightlines.'),
                () => setProblem('The browser did not let it be copied.'),
              )
            }
          >
            Copy as text
          </Button>
          <Button look="primary" keyCap="Enter" submits data-first disabled={isBusy}>
            Hand in
          </Button>
        </>
      }
    >
      <div className="hand-in">
        <p>
          {table.name} says something of {counted([...(said?.keys() ?? [])].filter((id) => map.elements.has(id)).length, 'element')} and{' '}
          {counted([...(said?.keys() ?? [])].filter((id) => pool(map).ties.has(id)).length, 'tie')}.
        </p>
        <Tick
          isOn={table.coverage === 'complete'}
          onChange={(isOn) => dispatch(isOn ? 'We looked at everything' : 'We did not look at everything', (now) => lookedAtEverything(now, table.id, isOn, ports().now()))}
        >
          We looked at everything
        </Tick>
        <p className="quiet-text">Ticked, what you left out reads as “did not name it”. Otherwise your silence means nothing.</p>
        <p role="status">{problem || copied || 'You get a file to give to whoever gathers them.'}</p>
      </div>
    </Dialog>
  )
}
