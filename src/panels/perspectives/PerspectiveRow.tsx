import { useRef, useState, type KeyboardEvent } from 'react'
import { dispatch, ports } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { SelectField } from '../../controls/Field.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { KeptField } from '../../controls/KeptField.tsx'
import { Tick } from '../../controls/Tick.tsx'
import { changePerspective, keepPrivate, lookedAtEverything, orderPerspectives, removePerspective, type NewPerspective } from '../../edits/perspectives.ts'
import type { Perspective } from '../../model/records.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'
import { say } from '../../session/session.ts'
import { removalWords, saidOf } from '../../words/perspective-words.ts'
import { TypeOptions } from './TypeOptions.tsx'

interface RowProps {
  readonly map: SystemMap
  readonly perspective: Perspective
  readonly all: readonly Perspective[]
  readonly at: number
  readonly onRemoved: (name: string) => void
}

/** One perspective: its fields write when they are left or chosen, one undo step each. What cannot be taken back lightly is said first. */
export function PerspectiveRow({ map, perspective, all, at, onRemoved }: RowProps) {
  const [asking, setAsking] = useState<'remove' | 'share' | null>(null)
  const row = useRef<HTMLLIElement>(null)
  const { id, name, type, organisation } = perspective
  const said = saidOf(map, id)
  const change = (title: string, to: Partial<NewPerspective>) => dispatch(title, (now) => changePerspective(now, id, to))

  function move(step: 1 | -1) {
    const to = at + step
    if (to < 0 || to >= all.length) return
    const order = all.map((other) => other.id)
    order.splice(at, 1)
    order.splice(to, 0, id)
    dispatch(`Move ${name}`, (now) => orderPerspectives(now, order))
    say(`${name} is now number ${to + 1} of ${all.length}.`)
    row.current?.scrollIntoView?.({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || event.target instanceof HTMLSelectElement) return
    event.preventDefault()
    move(event.key === 'ArrowUp' ? -1 : 1)
  }

  function takeAway() {
    dispatch(`Remove ${name}`, (now) => removePerspective(now, id))
    onRemoved(name)
  }

  return (
    <li className="perspective-row" ref={row} onKeyDown={onKeyDown}>
      <Glyph slot={(organisation !== null && map.organisations.get(organisation)?.slot) || 'shared'} size={24} solid />
      <KeptField label={`Name of perspective ${at + 1}`} value={name} onKeep={(next) => change(`Rename ${name}`, { name: next })} />
      <SelectField label={`Type of ${name}`} hidesLabel value={type} onChange={(event) => change(`Type of ${name}`, { type: event.target.value as NewPerspective['type'] })}>
        <TypeOptions />
      </SelectField>
      <SelectField label={`Organisation of ${name}`} hidesLabel value={organisation ?? ''} onChange={(event) => change(`Organisation of ${name}`, { organisation: event.target.value || null })}>
        <option value="">no organisation</option>
        {organisation !== null && !map.organisations.has(organisation) && <option value={organisation}>no longer on the map</option>}
        {listed(map.organisations).map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </SelectField>
      <span className="perspective-steps">
        <button type="button" aria-label={`Move ${name} up`} aria-disabled={at === 0} onClick={() => move(-1)}>
          ↑
        </button>
        <button type="button" aria-label={`Move ${name} down`} aria-disabled={at === all.length - 1} onClick={() => move(1)}>
          ↓
        </button>
        <button type="button" aria-label={`Remove ${name}`} aria-expanded={asking === 'remove'} onClick={() => (said === '' ? takeAway() : setAsking('remove'))}>
          ×
        </button>
      </span>
      <div className="perspective-more">
        <span>{said === '' ? 'Has said nothing yet' : `Spoke about ${said}`}</span>
        {type !== 'vision' && (
          <Tick isOn={perspective.coverage === 'complete'} onChange={(didLook) => dispatch(didLook ? 'Looked at everything' : 'Did not look at everything', (now) => lookedAtEverything(now, id, didLook, ports().now()))}>
            Looked at everything<span className="unseen">: {name}</span>
          </Tick>
        )}
        {perspective.private && (
          <>
            <b>Private</b>
            <Button look="link" aria-label={`Share ${name} with the map`} onClick={() => (said === '' ? dispatch(`Share ${name}`, (now) => keepPrivate(now, id, false)) : setAsking('share'))}>
              Share with the map
            </Button>
          </>
        )}
        {!perspective.private && said === '' && (
          <Button look="link" aria-label={`Keep ${name} private`} onClick={() => dispatch(`Keep ${name} private`, (now) => keepPrivate(now, id, true))}>
            Keep private
          </Button>
        )}
      </div>
      {asking !== null && (
        <Asked
          words={asking === 'remove' ? removalWords(map, perspective) : `What ${name} says becomes part of the map: everyone who gets the map has it, and its history keeps it.`}
          yes={asking === 'remove' ? `Remove ${name}` : `Share ${name}`}
          onYes={() => {
            setAsking(null)
            if (asking === 'remove') takeAway()
            else dispatch(`Share ${name}`, (now) => keepPrivate(now, id, false))
          }}
          onNo={() => {
            setAsking(null)
            row.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
          }}
        />
      )}
    </li>
  )
}

function Asked({ words, yes, onYes, onNo }: { readonly words: string; readonly yes: string; readonly onYes: () => void; readonly onNo: () => void }) {
  return (
    <div
      className="perspective-asked"
      role="group"
      aria-label={words}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onNo()
      }}
    >
      <p>{words}</p>
      <Button small onClick={onYes}>
        {yes}
      </Button>
      <Button small look="quiet" onClick={onNo} ref={focused}>
        Leave it
      </Button>
    </div>
  )
}

/** The question has the focus, on the answer that changes nothing. */
function focused(button: HTMLButtonElement | null) {
  button?.focus()
}
