import { Fragment, useRef, useState } from 'react'
import { Button } from '../../controls/Button.tsx'
import type { Facts } from '../../model/records.ts'
import { DraftText } from './DraftText.tsx'

/** Only these lead anywhere: whatever else a file brings as a link stays text. */
export const isLink = (value: string | number) => typeof value === 'string' && /^(https?:\/\/|mailto:)\S+$/i.test(value)

/** What else people know about a thing: a name and a value each. An emptied value takes the fact away. */
export function FactsField({ label, facts, disabled = false, onChange }: {
  readonly label: string
  readonly facts: Facts
  readonly disabled?: boolean
  readonly onChange: (name: string, value: string | null) => void
}) {
  return (
    <fieldset className="labelled" disabled={disabled}>
      <legend className="field-label">{label}</legend>
      {[...facts].map(([fact, of]) => (
        <Fragment key={fact}>
          <DraftText label={fact} value={String(of)} disabled={disabled} onKeep={(to) => onChange(fact, to.trim() === '' ? null : to)} />
          {isLink(of) && (
            <a className="details-link" href={String(of)} target="_blank" rel="noreferrer noopener">
              Open {fact}
            </a>
          )}
        </Fragment>
      ))}
      <NewFact onAdd={onChange} />
    </fieldset>
  )
}

/** Two fields for a fact that is not there yet. */
export function NewFact({ onAdd }: { readonly onAdd: (name: string, value: string) => void }) {
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const isReady = name.trim() !== '' && value.trim() !== ''
  function add() {
    if (!isReady) return
    onAdd(name, value)
    setName('')
    setValue('')
    first.current?.focus()
  }
  return (
    <div className="details-fact">
      <input ref={first} className="field" aria-label="Name of a new fact" placeholder="Name" autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
      <input
        className="field"
        aria-label="Value of a new fact"
        placeholder="Value"
        autoComplete="off"
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
      <Button small onClick={add} disabled={!isReady}>
        Add
      </Button>
    </div>
  )
}
