import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Dialog } from '../controls/Dialog.tsx'
import { Glyph } from '../controls/Glyph.tsx'
import { KeyCap } from '../controls/KeyCap.tsx'
import { session } from '../session/session.ts'
import { paletteRows, type PaletteRow } from './palette-rows.ts'
import './CommandsDialog.css'

/** What was typed for the person, by the command that opened it. */
const begunWith = () => {
  const { dialog } = session.getState()
  return (dialog?.name === 'Commands' && dialog.typed) || ''
}

const close = () => session.setState({ dialog: null })

/** The palette: type a few letters of a command or of a thing on the map. */
export function CommandsDialog() {
  const [typed, setTyped] = useState(begunWith)
  const [at, setAt] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => paletteRows(typed), [typed])
  const rows = groups.flatMap((group) => group.rows)
  const chosen = rows[Math.min(at, rows.length - 1)]

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at, typed])

  function run(row: PaletteRow | undefined) {
    if (!row) return
    close()
    row.run()
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) {
      const next = Math.min(at, rows.length - 1) + step
      setAt(Math.abs(step) === 1 ? (next + rows.length) % Math.max(1, rows.length) : Math.max(0, Math.min(rows.length - 1, next)))
    } else if (event.key === 'Enter') run(chosen)
    else return
    event.preventDefault()
  }

  return (
    <Dialog title="Commands" width="commands" bare onClose={close}>
      <div className="palette-line">
        <input
          role="combobox"
          aria-label="Command"
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={chosen && `${id}-${chosen.id}`}
          data-first
          autoComplete="off"
          spellCheck={false}
          placeholder="Type a command, or a name on the map"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <span className="palette-count" aria-live="polite">
          {typed === '' ? '' : `${rows.length} found`}
        </span>
      </div>
      <div className="palette-list" id={id} role="listbox" aria-label="Commands" ref={list} tabIndex={-1}>
        {groups.map((group) => (
          <div key={group.title + (group.rows[0]?.id ?? '')} role="group" aria-label={group.title}>
            <div className="palette-head" aria-hidden="true">
              {group.slot !== undefined && <Glyph slot={group.slot} />} {group.title}
            </div>
            {group.rows.map((row) => (
              <div
                key={row.id}
                id={`${id}-${row.id}`}
                role="option"
                aria-selected={row === chosen}
                tabIndex={-1}
                className="palette-row"
                onPointerMove={() => row !== chosen && setAt(rows.indexOf(row))}
                onClick={() => run(row)}
                onKeyDown={onKeyDown}
              >
                <span>{row.title}</span>
                {row.end !== undefined && <span className="palette-end">{row.end}</span>}
                {(row.keyCap !== undefined || row === chosen) && <KeyCap of={row.keyCap ?? 'Enter'} />}
              </div>
            ))}
          </div>
        ))}
        {rows.length === 0 && <p className="palette-none">Nothing here goes by that name.</p>}
      </div>
      <footer className="palette-foot" aria-hidden="true">
        <span>
          <KeyCap of="↑" /> <KeyCap of="↓" /> choose
        </span>
        <span>
          <KeyCap of="Enter" /> do it
        </span>
        <span>
          <KeyCap of="Esc" /> close
        </span>
      </footer>
    </Dialog>
  )
}
