import { Fragment, useMemo, useState } from 'react'
import { commandContext } from '../../commands/dispatch.ts'
import { copyPictureOf, EXPORTS } from '../../commands/exports.ts'
import { shownAs } from '../../commands/shown-as.ts'
import { USUAL_TABLES } from '../../commands/tables.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { PassphraseField } from '../../controls/PassphraseField.tsx'
import { TextArea } from '../../controls/Field.tsx'
import { tableNames } from '../../edits/tables.ts'
import { leaving } from '../../formats/leaving/leaving.ts'
import { canLock } from '../../formats/native/lock.ts'
import { AS_IT_IS } from '../../formats/leaving/what-leaves.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { say, session, type SessionState } from '../../session/session.ts'
import { readingName } from '../../words/reading-name.ts'
import { askedThings, leavesWith, staysWith } from './leaves-with.ts'
import { LeavingOptions } from './LeavingOptions.tsx'
import './ExportDialog.css'

const askedOf = ({ overlay, compared, compareLook, unattributed }: SessionState) => askedThings(overlay, compared !== null && compareLook === 'ghosts', unattributed)

const GROUPS = [...new Set(EXPORTS.map(({ group }) => group))]

function Rows({ of }: { readonly of: readonly (readonly [what: string, detail: string])[] }) {
  return of.map(([what, detail]) => (
    <li key={what}>
      <span>{what}</span>
      <span className="quiet-text">{detail}</span>
    </li>
  ))
}

/** See what leaves before it leaves. Enter takes the picture and the map file. */
export function ExportDialog() {
  const map = useLive((s) => s.map)
  useSession((s) => s.reading)
  const dialog = useSession((s) => s.dialog)
  const [id, setId] = useState((dialog?.name === 'Export' ? dialog.chosen : undefined) ?? EXPORTS[0]?.id ?? '')
  const [tables, setTables] = useState(USUAL_TABLES.join('\n'))
  const [options, setOptions] = useState(AS_IT_IS)
  const [passphrase, setPassphrase] = useState('')
  const [state, setState] = useState<'ready' | { readonly stop: AbortController } | { readonly problem: string }>('ready')
  const chosen = EXPORTS.find((one) => one.id === id) ?? EXPORTS[0]
  const stop = typeof state === 'object' && 'stop' in state ? state.stop : null
  const close = () => (stop ? stop.abort() : session.setState({ dialog: null }))
  const of = chosen?.leaves
  const isFile = of === 'map' || of === 'both'
  const kept = useMemo(() => (of === 'map' ? options : of === 'picture' ? { ...options, includePrivate: false } : { ...AS_IT_IS, includePrivate: options.includePrivate }), [of, options])
  // A large map under other names is not made anew at every key.
  const out = useMemo(() => (map && isFile ? leaving({ map, contents: new Map() }, kept).map : map), [map, isFile, kept])
  const stays = useMemo(() => (out && chosen ? staysWith(chosen, out) : []), [out, chosen])
  if (!map || !chosen || !out) return null
  const shown = commandContext()
  const pictured = of === 'picture' ? shownAs(shown, kept) : shown
  const moment = pictured.moment ?? map

  async function run(work: (signal: AbortSignal) => Promise<string>) {
    const making = new AbortController()
    setState({ stop: making })
    try {
      const words = await work(making.signal)
      session.setState({ dialog: null })
      say(words)
      session.setState({ toast: { words } })
    } catch (reason) {
      if (making.signal.aborted) setState({ problem: 'Stopped. Nothing was written.' })
      else if (reason instanceof DOMException && reason.name === 'AbortError') setState('ready')
      else setState({ problem: `Nothing was written: ${reason instanceof Error ? reason.message : 'the browser gave no reason'}.` })
    }
  }

  return (
    <Dialog
      title="Export"
      lead="See what leaves before it leaves."
      width="work"
      onClose={close}
      onSubmit={() => (chosen.leaves === 'report' ? session.setState({ dialog: { name: 'Report' } }) : !stop && void run(async (signal) => `Saved ${await chosen.write({ ...kept, tables: tableNames(tables.split('\n')), passphrase: chosen.locks ? passphrase : '' }, signal)}.`))}
      footer={
        <>
          <p className="quiet-text" role="status">
            {stop ? 'Making it…' : typeof state === 'object' && 'problem' in state ? state.problem : 'Nothing is sent anywhere; you get a file.'}
          </p>
          {stop && <progress className="export-progress" aria-label="Making it" />}
          <span className="grow" />
          <Button look="quiet" onClick={close}>
            {stop ? 'Stop' : 'Cancel'}
          </Button>
          <Button
            disabled={stop !== null}
            onClick={() =>
              void run(async () => {
                await copyPictureOf(kept)
                return 'The picture is on the clipboard.'
              })
            }
          >
            Copy picture
          </Button>
          <Button look="primary" keyCap="Enter" submits disabled={stop !== null || (chosen.leaves === 'pack' && tables.trim() === '')}>
            {chosen.leaves === 'report' ? 'Choose sections' : 'Save'}
          </Button>
        </>
      }
    >
      <div className="export-body">
        <div className="export-ways" role="radiogroup" aria-label="What to take away">
          {GROUPS.map((group) => (
            <Fragment key={group}>
              <h3>{group}</h3>
              {EXPORTS.filter((one) => one.group === group).map((one) => (
                <label key={one.id} className="export-way">
                  <input type="radio" name="export" checked={one.id === id} {...(one.id === id ? { 'data-first': true } : {})} onChange={() => setId(one.id)} />
                  <b>{one.title}</b>
                  <span>{one.words}</span>
                </label>
              ))}
            </Fragment>
          ))}
        </div>
        <section className="export-leaves" aria-label="What leaves" tabIndex={0}>
          {(isFile || of === 'picture') && <LeavingOptions map={map} value={options} onChange={setOptions} of={of === 'map' ? 'file' : of === 'picture' ? 'picture' : 'private'} />}
          {chosen.locks && canLock() && <PassphraseField label="Passphrase, if it should be locked" value={passphrase} onChange={setPassphrase} hint={passphraseHint(passphrase)} />}
          <h3>What leaves</h3>
          <ul>
            <Rows of={leavesWith(chosen, of === 'picture' ? (pictured.map ?? map) : out, of === 'picture' || moment !== map ? moment : out, readingName(pictured.map ?? map, pictured.session.reading), askedOf(pictured.session))} />
          </ul>
          {chosen.leaves === 'pack' && <TextArea label="Tables, one to a line" rows={6} value={tables} onChange={(event) => setTables(event.target.value)} />}
          {chosen.losses && (
            <>
              <h3>What does not fit</h3>
              {stays.length ? (
                <ul>
                  <Rows of={stays} />
                </ul>
              ) : (
                <p className="quiet-text">All of this map fits.</p>
              )}
            </>
          )}
        </section>
      </div>
    </Dialog>
  )
}

/** Letters below which a passphrase is guessed soon. */
const SHORT = 12

function passphraseHint(passphrase: string): string {
  if (passphrase === '') return 'With one, nobody reads the file without it. Four words together are hard to guess.'
  const lost = 'Nobody can find it out: without it the file stays locked for good.'
  return passphrase.length < SHORT ? `Short ones can be guessed. ${lost}` : lost
}
