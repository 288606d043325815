import { useDeferredValue, useMemo, useState } from 'react'
import type { CaptureContext } from '../../capture/intent.ts'
import { readAs, readPaste, withColumn, withOrganisation, type Pasted } from '../../capture/paste.ts'
import { pasteChange, previewPaste } from '../../capture/paste-change.ts'
import type { PasteAs } from '../../capture/paste-columns.ts'
import { isMatrix } from '../../capture/paste-matrix.ts'
import { writingPerspective } from '../../commands/chosen.ts'
import { dispatch, ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { TextArea } from '../../controls/Field.tsx'
import { Segments } from '../../controls/Segments.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { apply } from '../../model/apply.ts'
import { emptyMap } from '../../model/empty-map.ts'
import { newId } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { bringIntoSight, say, session } from '../../session/session.ts'
import { counted } from '../../words/counts.ts'
import { PastedOrganisations } from './PastedOrganisations.tsx'
import { PastedTable } from './PastedTable.tsx'
import './PasteDialog.css'

const WAYS = [
  { value: 'elements', title: 'Elements' },
  { value: 'ties', title: 'Ties' },
  { value: 'lines', title: 'Lines of text' },
  { value: 'matrix', title: 'Matrix' },
] as const satisfies readonly { value: PasteAs; title: string }[]

/** A sheet or lines from elsewhere: what they look like, what they would make, and one step that makes it. */
export function PasteDialog() {
  const dialog = useSession((state) => state.dialog)
  const open = useLive((state) => state.map)
  const reading = useSession((state) => state.reading)
  const organisation = useSession((state) => state.organisation)
  const [text, setText] = useState(dialog?.name === 'Paste' ? dialog.text : '')
  const sought = useDeferredValue(text)
  const map = useMemo(() => open ?? emptyMap(newId(ports().random), { title: 'Pasted list' }), [open])
  const context = useMemo(() => contextFor(map, reading.perspective, organisation), [map, reading.perspective, organisation])
  const [chosen, setChosen] = useState<{ readonly text: string; readonly pasted: Pasted } | null>(null)
  const guess = useMemo(() => (sought.trim() === '' ? null : readPaste(sought, map)), [sought, map])
  const pasted = chosen?.text === sought ? chosen.pasted : guess
  const preview = useMemo(() => (pasted ? previewPaste(pasted, context) : null), [pasted, context])
  /** What was pasted on the map stands already; otherwise there is a field to paste into. */
  const isTyped = guess === null || dialog?.name !== 'Paste' || dialog.text === ''
  const close = () => session.setState({ dialog: null })
  const fresh = preview ? preview.fresh.elements + preview.fresh.ties + preview.fresh.actions + preview.fresh.reflections : 0
  const isOld = open !== null && reading.version !== null
  const change = (next: Pasted) => setChosen({ text: sought, pasted: next })

  async function add() {
    // A press that comes before what was typed has been looked at waits for it.
    if (sought !== text || !pasted || !preview || (fresh === 0 && preview.here === 0) || isOld) return
    if (open) {
      dispatch('Paste', { writes: pasteChange(pasted, open, context).writes })
    } else {
      await ports().maps.create({ map: apply(map, pasteChange(pasted, map, context)), contents: new Map() })
    }
    session.setState({ dialog: null, toast: { words: `Added ${counted(fresh, 'thing')}`, button: { title: 'Settle', command: 'settle' } } })
    say(`${preview.words}. Added.`)
    bringIntoSight([])
  }

  return (
    <Dialog
      title={pasted && pasted.rows.length > 0 ? `Paste: ${counted(pasted.rows.length, 'row')}${pasted.as === 'lines' || pasted.as === 'matrix' ? '' : `, ${counted(pasted.columns.length, 'column')}`}` : 'Paste'}
      name="Paste"
      lead="A list or a table from anywhere: Excel, Word, an email."
      onClose={close}
      onSubmit={() => void add()}
      footer={
        <>
          <p className="paste-count" role="status">
            {isOld ? 'A version is on screen. Go back to now to add to the map.' : preview?.words}
          </p>
          <span className="grow" />
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" keyCap={isTyped ? 'Ctrl Enter' : 'Enter'} submits disabled={fresh === 0 || isOld} {...(isTyped ? {} : { 'data-first': true })}>
            {fresh === 0 ? 'Add' : `Add ${fresh}`}
          </Button>
        </>
      }
    >
      <div className="paste">
        {isTyped && (
          <TextArea label="Paste here" rows={guess ? 3 : 9} value={text} data-first placeholder={'Ward sister\tAcute care\nCare brokerage\tAdult social care'} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            void add()
          }} />
        )}
        {pasted && (
          <>
            <div className="paste-how">
              <span className="field-label">Looks like</span>
              <Segments label="Looks like" name="paste-as" choices={WAYS.filter(({ value }) => value !== 'matrix' || isMatrix(pasted.rows))} value={pasted.as} onChange={(as) => change(readAs(pasted, as, map))} />
              {pasted.columns.length > 0 && (
                <Tick isOn={pasted.hasHeader} onChange={(hasHeader) => change(readAs(pasted, pasted.as, map, hasHeader))}>
                  The first row names the columns
                </Tick>
              )}
            </div>
            <PastedTable pasted={pasted} onColumn={(column, use) => change(withColumn(pasted, column, use))} />
            {preview && <PastedOrganisations map={map} organisations={preview.organisations} onChange={(said, to) => change(withOrganisation(pasted, said, to))} />}
            {preview && preview.notUnderstood.length + preview.notes.length > 0 && (
              <ul className="paste-notes" aria-label="Worth knowing">
                {[...preview.notUnderstood.map((note) => ({ ...note, words: `left out: ${note.words}` })), ...preview.notes].slice(0, 40).map((note, i) => (
                  <li key={i}>
                    Row {note.row}: {note.words}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

function contextFor(map: SystemMap, perspective: string, organisation: string | null): CaptureContext {
  const { now, random } = ports()
  return {
    map, now: now(), random, selection: [],
    perspective: writingPerspective(map, perspective).id,
    organisation: organisation !== null && map.organisations.has(organisation) ? organisation : null,
  }
}
