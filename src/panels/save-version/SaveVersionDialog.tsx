import { useState } from 'react'
import { ports } from '../../commands/dispatch.ts'
import { writeMapFile } from '../../commands/map-file.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { TextArea, TextField } from '../../controls/Field.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { isDate } from '../../model/check.ts'
import { useLive } from '../../session/hooks.ts'
import { say, session } from '../../session/session.ts'
import { isoDate, spokenDate } from '../../words/dates.ts'
import './SaveVersionDialog.css'

/** Names and dates what is on the map now, and freezes it. Name and date stand ready, so that Enter is enough. */
export function SaveVersionDialog() {
  const today = isoDate(ports().now())
  const [date, setDate] = useState(today)
  const [name, setName] = useState<string | null>(null)
  const [room, setRoom] = useState('')
  const [absent, setAbsent] = useState('')
  const [toFile, setToFile] = useState(true)
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const isFirst = useLive((s) => (s.map?.versions.size ?? 0) === 0)
  const given = name ?? `Workshop ${spokenDate(date)}`
  const close = () => session.setState({ dialog: null })
  const problem = !given.trim() ? 'Give the version a name.' : !isDate(date) ? 'Give the day as a date that exists.' : null

  async function save() {
    if (problem || isBusy) return
    setBusy(true)
    setFailed(null)
    try {
      await ports().maps.saveVersion({ name: given.trim(), date, room: room.trim(), absent: absent.trim() })
      const file = toFile ? await writeMapFile() : null
      close()
      const words = file ? `Saved the version “${given.trim()}” here and in ${file}.` : `Saved the version “${given.trim()}” here.`
      say(words)
      session.setState({ toast: { words } })
    } catch (reason) {
      setBusy(false)
      setFailed(`The version was not saved: ${reason instanceof Error ? reason.message : 'the browser gave no reason'}. Nothing on the map has changed.`)
    }
  }

  return (
    <Dialog
      title="Save version"
      lead="Keep the map as it is now, to come back to."
      width="message"
      onClose={close}
      onSubmit={() => void save()}
      footer={
        <>
          <Tick isOn={toFile} onChange={setToFile}>
            Save a file as well
          </Tick>
          <span className="grow" />
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" keyCap="Enter" submits disabled={problem !== null || isBusy}>
            Save version
          </Button>
        </>
      }
    >
      <div className="save-version">
        <TextField label="Name" value={given} data-first onFocus={(event) => event.target.select()} onChange={(event) => setName(event.target.value)} required />
        <TextField label="Date" type="date" value={date} onChange={(event) => setDate(event.target.value)} required />
        <TextArea label="Who was in the room" value={room} placeholder="Community hall, 36 people at 6 tables" onChange={(event) => setRoom(event.target.value)} />
        <TextArea label="Who was not" value={absent} placeholder="GPs, home care" hint="Printed on everything you take away." onChange={(event) => setAbsent(event.target.value)} />
        {isFirst && <p className="save-version-care">A map holds roles, not names, and never anything about an identifiable patient or resident. Your organisation’s own rules decide where its files may live.</p>}
        {(failed ?? problem) && (
          <p className="save-version-problem" role="alert">
            {failed ?? problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}
