import { useId, useState } from 'react'
import { Chip } from '../../controls/Chip.tsx'

/** A set of names: each can be taken off, and Enter or a comma adds what was typed. */
export function NamesField({ label, names, disabled = false, onChange }: {
  readonly label: string
  readonly names: readonly string[]
  readonly disabled?: boolean
  readonly onChange: (names: readonly string[]) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  function add() {
    const name = typed.trim()
    setTyped('')
    if (name !== '' && !names.includes(name)) onChange([...names, name])
  }
  return (
    <div className="labelled">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {names.length > 0 && (
        <div className="details-chips">
          {names.map((name) => (disabled ? <Chip key={name}>{name}</Chip> : <Chip key={name} onRemove={() => onChange(names.filter((other) => other !== name))} removeLabel={`Take off ${name}`}>{name}</Chip>))}
        </div>
      )}
      <input
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
