import type { ReactNode } from 'react'
import { dispatch } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { KeyCap } from '../../controls/KeyCap.tsx'
import { clearRating, judge, rate } from '../../edits/judge.ts'
import type { Id } from '../../model/ids.ts'
import type { Presence, Relationship } from '../../model/records.ts'
import { HOW_MUCH, QUALITY, STRENGTH, type Scale } from '../../model/scales.ts'
import { judgementOf, type SystemMap } from '../../model/system-map.ts'
import { live } from '../../session/live.ts'
import { say } from '../../session/session.ts'
import { ratedWords, ratingAs } from '../../words/rated.ts'
import { signed } from '../../words/ratings.ts'
import { slotOfPerspective } from './slots.ts'
import { TieSample } from './TieSample.tsx'
import './RateCard.css'

/** Rates one tie in the perspective on screen, with the whole wording of both scales always in sight. */
export function RateCard({ map, tie, perspective, disabled }: { readonly map: SystemMap; readonly tie: Relationship; readonly perspective: Id; readonly disabled: boolean }) {
  const said = judgementOf(map, perspective, tie.id)
  const presence = said?.presence
  const strength = tie.kind === 'influences' ? HOW_MUCH : STRENGTH
  const slot = slotOfPerspective(map, perspective)

  function give(title: string, change: (now: SystemMap) => ReturnType<typeof rate>) {
    dispatch(title, change)
    const after = live.getState().map
    if (after) say(ratedWords(after, perspective, tie.id))
  }

  return (
    <section className="details-section rate-card" aria-label="Rate this tie">
      <h3>
        <span className="rate-as">
          {slot !== null && <Glyph slot={slot} />}
          {ratingAs(map, perspective)}
        </span>
        {presence !== undefined || said?.quality !== undefined ? (
          <Button look="link" disabled={disabled} onClick={() => give('Clear rating', (now) => clearRating(now, perspective, tie.id))}>
            Clear rating
          </Button>
        ) : (
          <span className="quiet-text">not said</span>
        )}
      </h3>
      <Steps scale={strength} keys={<><KeyCap of="0" />–<KeyCap of="5" /></>} chosen={typeof presence === 'number' ? presence : null} disabled={disabled}
        sample={(value) => <TieSample answer={value === 0 ? { state: 'no' } : { state: 'yes', strength: value }} />}
        onChoose={(value) => give('Rate', (now) => rate(now, perspective, tie.id, value as Presence))} />
      {presence === 'yes' && <p className="rate-note">Says it is there. Not rated yet.</p>}
      {tie.kind !== 'influences' && (
        <Steps scale={QUALITY} keys={<><KeyCap of="-" /> <KeyCap of="=" /></>} chosen={said?.quality ?? null} disabled={disabled || presence === 0}
          sample={(value) => <TieSample answer={{ state: 'yes', strength: 3, quality: value }} />}
          onChoose={(value) => give('Rate', (now) => judge(now, perspective, tie.id, 'quality', value))} />
      )}
    </section>
  )
}

function Steps({ scale, keys, chosen, disabled, sample, onChoose }: {
  readonly scale: Scale
  readonly keys: ReactNode
  readonly chosen: number | null
  readonly disabled: boolean
  readonly sample: (value: number) => ReactNode
  readonly onChoose: (value: number) => void
}) {
  return (
    <div className="rate-scale" role="group" aria-label={scale.question}>
      <p className="rate-question" aria-hidden="true">
        {scale.question} <span className="rate-keys">{keys}</span>
      </p>
      {scale.steps.map((step) => (
        <button key={step.value} type="button" className="rate-step" aria-pressed={step.value === chosen} disabled={disabled} onClick={() => onChoose(step.value)}>
          <span className="rate-digit">{scale.id === 'quality' ? signed(step.value) : step.value}</span>
          {sample(step.value)}
          <span className="rate-words">
            <b>{step.short}</b>
            {step.full !== '' && <span> {step.full}</span>}
          </span>
        </button>
      ))}
    </div>
  )
}
