import type { Box } from '../../edits/standing-box.ts'
import { DraftText } from './DraftText.tsx'

/** A step of the arrows in a number's field, world units. */
const STEP = 8

type Side = keyof Box

const TITLES: Readonly<Record<Side, string>> = { x: 'Left', y: 'Top', width: 'Width', height: 'Height' }

/** Where something on the map stands and how large it is, in numbers: what a drag does, without one. */
export function PlaceFields({ box, sides = ['x', 'y', 'width', 'height'], disabled, onChange }: {
  readonly box: Box
  readonly sides?: readonly Side[]
  readonly disabled: boolean
  readonly onChange: (side: Side, to: number) => void
}) {
  return (
    <div className="details-place">
      {sides.map((side) => (
        <DraftText
          key={side}
          type="number"
          step={STEP}
          label={TITLES[side]}
          value={String(Math.round(box[side]))}
          disabled={disabled}
          onKeep={(text) => {
            const to = Number(text)
            if (text.trim() !== '' && Number.isFinite(to)) onChange(side, Math.round(to))
          }}
        />
      ))}
    </div>
  )
}
