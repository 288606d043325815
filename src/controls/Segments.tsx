import './Segments.css'

/** A few exclusive choices in one rule, as radio buttons. */
export function Segments<T extends string | number>({ label, name, choices, value, onChange }: {
  readonly label: string
  readonly name: string
  readonly choices: readonly { readonly value: T; readonly title: string }[]
  readonly value: T | null
  readonly onChange: (value: T) => void
}) {
  return (
    <div className="segments" role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>{choice.title}</span>
        </label>
      ))}
    </div>
  )
}
