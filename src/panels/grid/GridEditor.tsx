import { Button } from '../../controls/Button.tsx'
import type { Id } from '../../model/ids.ts'
import { INFLUENCE, INTEREST, type Scale } from '../../model/scales.ts'
import { ratingDigits, ratingWord } from '../../words/ratings.ts'
import { ratePlace, stepped } from './rate-place.ts'

/** The chosen element's two numbers, to type or to press up and down. */
export function GridEditor({ id, name, influence, interest, disabled }: { readonly id: Id; readonly name: string; readonly influence: number | undefined; readonly interest: number | undefined; readonly disabled: boolean }) {
  return (
    <div className="grid-editor" role="group" aria-label={`Where ${name} stands`}>
      <b>{name}</b>
      <Steps scale={INFLUENCE} value={influence} disabled={disabled} onChange={(to) => ratePlace(id, { influence: to })} />
      <Steps scale={INTEREST} value={interest} disabled={disabled} onChange={(to) => ratePlace(id, { interest: to })} />
    </div>
  )
}

function Steps({ scale, value, disabled, onChange }: { readonly scale: Scale; readonly value: number | undefined; readonly disabled: boolean; readonly onChange: (to: number | null) => void }) {
  const { title } = scale
  const isWhole = value === undefined || Number.isInteger(value)
  return (
    <span className="grid-steps">
      <span className="grid-steps-title">{title}</span>
      <Button small aria-label={`Less ${title.toLowerCase()}`} disabled={disabled || (value !== undefined && value <= 1)} onClick={() => onChange(stepped(value, -1))}>
        −
      </Button>
      <input
        className="field"
        type="number"
        min={1}
        max={5}
        step={1}
        aria-label={title}
        placeholder={value === undefined ? '–' : ratingDigits(value)}
        value={isWhole ? (value ?? '') : ''}
        disabled={disabled}
        onKeyDown={(event) => {
          // A digit is the whole answer: it takes the place of what stands there.
          if (!/^[1-5]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
          event.preventDefault()
          onChange(Number(event.key))
        }}
        onChange={(event) => {
          const to = event.target.value === '' ? null : Number(event.target.value)
          if (to === null || (Number.isInteger(to) && to >= 1 && to <= 5)) onChange(to)
        }}
      />
      <Button small aria-label={`More ${title.toLowerCase()}`} disabled={disabled || (value !== undefined && value >= 5)} onClick={() => onChange(stepped(value, 1))}>
        +
      </Button>
      <span className="grid-steps-word">{value === undefined ? 'not said' : ratingWord(scale, value)}</span>
    </span>
  )
}
