import { useDeferredValue, useMemo, useState, type KeyboardEvent } from 'react'
import { goTo } from '../../commands/go-to.ts'
import { Dialog } from '../../controls/Dialog.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { KeyCap } from '../../controls/KeyCap.tsx'
import { useLive, useSession } from '../../session/hooks.ts'
import { momentOf } from '../../session/moment.ts'
import { say, session } from '../../session/session.ts'
import { find, type Found } from './find.ts'
import './FindDialog.css'

const MOST = 60

/** Finds elements, ties, notes and areas by any of their words, and flies there. */
export function FindDialog() {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const map = useLive((s) => s.map)
  const contents = useLive((s) => s.contents)
  const reading = useSession((s) => s.reading)
  const sought = useDeferredValue(text)
  const moment = map && momentOf(map, contents, reading)
  const found = useMemo(() => (moment ? find(moment, sought) : []), [moment, sought])
  const rows = found.slice(0, MOST)
  const close = () => session.setState({ dialog: null })

  /** Enter means what is typed now, though the list may be a letter behind. */
  function goToChosen() {
    go(sought === text || !moment ? rows[at] : find(moment, text)[at])
  }

  function go(hit: Found | undefined) {
    if (!hit) return
    close()
    goTo([hit.id])
    say(`${hit.name}. ${hit.why}`)
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || rows.length === 0) return
    event.preventDefault()
    const next = (at + step + rows.length) % rows.length
    setAt(next)
    document.getElementById(`found-${next}`)?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <Dialog title="Find" bare width="commands" onClose={close} onSubmit={goToChosen}>
      <div className="find-line">
        <input
          className="find-field"
          role="combobox"
          aria-label="Find"
          aria-expanded={rows.length > 0}
          aria-controls="found"
          aria-activedescendant={rows.length ? `found-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder="A name, a tag, a label…"
          data-first
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <span className="find-count" role="status">
          {sought.trim() && `${found.length} found`}
        </span>
      </div>
      <ul className="find-list" id="found" role="listbox" aria-label="Found">
        {rows.map((hit, i) => (
          <li key={hit.id} id={`found-${i}`} role="option" aria-selected={i === at} onPointerMove={() => setAt(i)} onClick={() => go(hit)}>
            {hit.slot !== null && <Glyph slot={hit.slot} />}
            <span className="find-name">{hit.name}</span>
            <span className="find-why">{hit.why}</span>
          </li>
        ))}
      </ul>
      {sought.trim() !== '' && rows.length === 0 && <p className="find-none">Nothing on the map has these words.</p>}
      <p className="find-foot">
        <span>
          <KeyCap of="↑" /> <KeyCap of="↓" /> choose
        </span>
        <span>
          <KeyCap of="Enter" /> go there
        </span>
        <span>
          <KeyCap of="Esc" /> close
        </span>
      </p>
    </Dialog>
  )
}
