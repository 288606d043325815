import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { tiedToSelection, understand } from '../capture/understand.ts'
import { invoke } from '../commands/dispatch.ts'
import { Button } from '../controls/Button.tsx'
import { KeyCap } from '../controls/KeyCap.tsx'
import { useLive, useSession } from '../session/hooks.ts'
import { lookAt } from '../session/look.ts'
import { focusOn, say } from '../session/session.ts'
import { captureLine, recall, remember, setCaptureLine, useCaptureCaret, useCaptureLine, usePlacedLines } from './capture-line.ts'
import { CaptureList, type CaptureRow } from './CaptureList.tsx'
import { CapturePreview } from './CapturePreview.tsx'
import { captureContext, enterLine, lineCommands } from './enter-line.ts'
import { useLanding } from './landing.ts'
import { OrganisationChooser } from './OrganisationChooser.tsx'
import { RatingAs } from './RatingAs.tsx'
import { isHardlyBegun, useTypedExamples } from './typed-examples.ts'
import './CaptureBar.css'

const MOST_ROWS = 5

/** Where the name or word begins that is being typed: behind the last arrow, comma or sign. */
function wordStart(line: string, caret: number): number {
  const before = line.slice(0, caret)
  return before.length - (/[^>,@#!?/]*$/.exec(before)?.[0].trimStart().length ?? 0)
}

/** One line, one Enter: what is typed is understood in words beneath it, and lands on the map. */
export function CaptureBar() {
  const map = useLive((l) => l.map)
  const view = useSession((s) => s.view)
  const reading = useSession((s) => s.reading)
  const organisation = useSession((s) => s.organisation)
  const selection = useSession((s) => s.selection)
  const line = useCaptureLine()
  const caret = useCaptureCaret()
  const [isFocused, setFocused] = useState(false)
  const [isRecalling, setRecalling] = useState(false)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  const context = useMemo(() => captureContext(map, { reading, organisation, selection }), [map, reading, organisation, selection])
  const understood = useMemo(() => context && understand(line, context, caret), [line, caret, context])
  useLanding(understood, context)
  const isCommand = understood?.intent.is === 'command'
  const commands = useMemo(() => (isCommand ? lineCommands(line.trimStart().slice(1).trim()).slice(0, MOST_ROWS) : []), [isCommand, line])
  const isEmpty = line === ''
  const example = useTypedExamples(isEmpty && isHardlyBegun(map))

  const rows: readonly CaptureRow[] = isCommand
    ? commands.map((row) => ({ id: row.id, words: [{ text: row.title }], detail: row.keyCap ?? '', glyph: null, keyCap: 'Enter', accept: () => run(row) }))
    : (understood?.completions ?? []).slice(0, MOST_ROWS).map((completion, i) => ({ ...completion, id: `${i}-${completion.line}`, accept: () => put(completion.line, completion.caret) }))
  const isListed = isFocused && !isRecalling && rows.length > 0
  const chosen = isListed ? rows[Math.min(at, rows.length - 1)] : undefined
  const ghost = isListed && at === 0 && !isCommand ? (understood?.ghost ?? '') : ''

  // At once, and only for these: a caret that is put back later would part the letters typed meanwhile.
  const placed = usePlacedLines()
  useLayoutEffect(() => {
    const { caret: to } = captureLine.getState()
    if (document.activeElement === input.current) input.current?.setSelectionRange(to, to)
  }, [placed])

  function type(next: string, caret: number) {
    captureLine.setState({ line: next, caret })
    setRecalling(false)
    setAt(0)
  }
  function put(next: string, caret: number) {
    setCaptureLine(next, caret)
    setAt(0)
    input.current?.focus()
  }
  function run(row: { readonly run: () => void }) {
    remember(line)
    setCaptureLine('')
    row.run()
  }

  function enter(isTied: boolean) {
    if (!context || !understood) return
    if (isCommand) {
      const row = commands[Math.min(at, commands.length - 1)]
      if (row) run(row)
      else say('No command goes by that name.')
      return
    }
    const asked = isTied && !/^\s*>/.test(line) ? understand(tiedToSelection(line), context) : understood
    if (!enterLine(asked, context)) return
    remember(line)
    setCaptureLine('')
    setRecalling(false)
    setAt(0)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const isUp = event.key === 'ArrowUp'
    if (event.key === 'Enter') enter(event.ctrlKey || event.metaKey)
    else if (event.key === 'Escape') focusOn('map')
    else if (event.key === 'Tab' && !event.shiftKey && chosen) chosen.accept()
    else if ((isUp || event.key === 'ArrowDown') && isListed) setAt((at + (isUp ? -1 : 1) + rows.length) % rows.length)
    else if ((isUp || event.key === 'ArrowDown') && (isEmpty || isRecalling)) {
      const past = recall(isUp ? -1 : 1)
      if (past === undefined) return
      setCaptureLine(past)
      setRecalling(true)
    } else if (event.key === '?' && isEmpty && (event.ctrlKey || event.metaKey)) void invoke('keys')
    else return
    event.preventDefault()
  }

  if (!context) {
    return (
      <section className="capture-bar is-closed" data-zone="capture" aria-label="Capture is closed">
        <p>What you add goes on the map as it is now.</p>
        {view !== 'map' && <Button onClick={() => lookAt({ version: null })}>Back to now</Button>}
      </section>
    )
  }
  return (
    <section className="capture-bar" data-zone="capture" aria-label="Add">
      <OrganisationChooser />
      <div className="capture-line">
        <div className="capture-field">
          <span className="capture-ghost" aria-hidden="true">
            {isEmpty ? example : line.slice(0, caret)}
            <i>{isEmpty ? '' : ghost}</i>
          </span>
          <input
            ref={input}
            aria-label="Capture"
            className={`capture-input${isEmpty && example !== '' ? ' is-example' : ''}`}
            autoComplete="off"
            autoCapitalize="sentences"
            spellCheck={false}
            placeholder={example === '' ? 'Ward sister' : ''}
            aria-autocomplete="both"
            aria-controls={isListed ? id : undefined}
            aria-activedescendant={chosen && `${id}-${rows.indexOf(chosen)}`}
            aria-describedby={`${id}-preview`}
            value={line}
            onChange={(event) => type(event.target.value, event.target.selectionStart ?? event.target.value.length)}
            onSelect={(event) => captureLine.setState({ caret: event.currentTarget.selectionStart ?? 0 })}
            onFocus={() => setFocused(true)}
            onBlur={() => setFocused(false)}
            onKeyDown={onKeyDown}
          />
        </div>
        <CapturePreview id={`${id}-preview`} understood={understood} command={isCommand ? (commands[Math.min(at, commands.length - 1)]?.title ?? null) : undefined} />
        {isListed && <CaptureList id={id} at={wordStart(line, caret)} rows={rows} chosen={chosen} onPoint={(row) => setAt(rows.indexOf(row))} />}
      </div>
      <div className="capture-keys">
        <RatingAs map={context.map} />
        {isListed && !isCommand && (
          <span>
            <KeyCap of="Tab" /> accept
          </span>
        )}
        <button
          type="button"
          className="capture-add"
          onClick={() => {
            enter(false)
            input.current?.focus()
          }}
        >
          <KeyCap of="Enter" /> {isCommand ? 'do it' : 'add'}
        </button>
        <button type="button" onClick={() => void invoke('keys')}>
          <KeyCap of="?" /> keys
        </button>
      </div>
    </section>
  )
}
