import { useId, useRef, useState } from 'react'
import { Chip } from '../../controls/Chip.tsx'
import { say } from '../../session/session.ts'
import { together } from '../../words/counts.ts'

/** A set of names: each can be taken off, and Enter or a comma adds what was typed. */
export function NamesField({ label, names, disabled = false, onChange }: {
  readonly label: string
  readonly names: readonly string[]
  readonly disabled?: boolean
  readonly onChange: (names: readonly string[]) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  function add() {
    const added = new Set(typed.split(',').map((name) => name.trim()).filter((name) => name !== '' && !names.includes(name)))
    setTyped('')
    if (added.size === 0) return
    onChange([...names, ...added])
    say(`${together([...added])} added.`)
  }
  function takeOff(name: string) {
    onChange(names.filter((other) => other !== name))
    say(`${name} taken off.`)
    // Its cross goes with it: the keyboard stays here.
    field.current?.focus()
  }
  return (
    <div className="labelled">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {names.length > 0 && (
        <div className="details-chips">
          {names.map((name) => (disabled ? <Chip key={name}>{name}</Chip> : <Chip key={name} onRemove={() => takeOff(name)} removeLabel={`Take off ${name}`}>{name}</Chip>))}
        </div>
      )}
      <input
        ref={field}
        id={id}
        className="field"
        autoComplete="off"
        disabled={disabled}
        placeholder="Add…"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ',') return
          event.preventDefault()
          add()
        }}
      />
    </div>
  )
}
