import type { PointerEvent } from 'react'
import { Button } from '../../controls/Button.tsx'
import { KeyCap } from '../../controls/KeyCap.tsx'
import { MarksSvg } from '../../controls/MarksSvg.tsx'
import { Tick } from '../../controls/Tick.tsx'
import type { Perspective, Relationship } from '../../model/records.ts'
import { QUALITY, type Scale } from '../../model/scales.ts'
import { judgementOf, type SystemMap } from '../../model/system-map.ts'
import { answerOf, sortOf, strengthWithZero, type Answer } from '../../reading/answer.ts'
import { tieSample } from '../../scene/tie-sample.ts'
import { answerWords, scaleOf, signed } from '../../words/ratings.ts'
import { tieSentence } from '../../words/tie-sentence.ts'
import { RatingAs } from './RatingAs.tsx'
import type { Press, Walk } from './walk.ts'

/** How to go about a walk: its keys, and the same by a press. */
export function StepMoves({ walk, onPress, onEnd }: { readonly walk: Walk; readonly onPress: (press: Press) => void; readonly onEnd: () => void }) {
  const isQuality = walk.asks === 'quality'
  return (
    <>
      <span className="for-keys">
        <KeyCap of={isQuality ? '1' : '0'} />–<KeyCap of="5" />
        {isQuality ? (
          <>
            {' or '}
            <KeyCap of="-" /> <KeyCap of="=" /> quality
          </>
        ) : (
          ' strength'
        )}
      </span>
      <Button small keyCap="Space" onClick={() => onPress({ is: 'skip' })}>
        {isQuality ? 'Skip quality' : 'Skip'}
      </Button>
      <Button small look="quiet" keyCap="Backspace" disabled={walk.at === 0 && !isQuality} onClick={() => onPress({ is: 'back' })}>
        Back
      </Button>
      <Button small look="quiet" disabled={walk.given.length === 0} onClick={() => onPress({ is: 'undo' })}>
        Undo
      </Button>
      <span className="grow" />
      <Button small keyCap="Esc" onClick={onEnd}>
        End
      </Button>
    </>
  )
}

interface StepProps {
  readonly map: SystemMap
  readonly before: SystemMap
  readonly walk: Walk
  readonly tie: Relationship
  readonly perspective: Perspective
  readonly showsLast: boolean
  readonly onShowLast: (shows: boolean) => void
  readonly onPress: (press: Press) => void
}

/** One tie, one question, and every step of its scale in full. */
export function RateStep({ map, before, walk, tie, perspective, showsLast, onShowLast, onPress }: StepProps) {
  const isQuality = walk.asks === 'quality'
  const scale = isQuality ? QUALITY : scaleOf('strength', tie.kind)
  const now = walk.rated.has(tie.id) || showsLast ? answerOf(judgementOf(map, perspective.id, tie.id), sortOf(tie)) : undefined
  const last = answerOf(judgementOf(before, perspective.id, tie.id), sortOf(tie))
  const chosen = now && (isQuality ? now.quality : strengthWithZero(now))
  return (
    <div className="rate-step-page">
      <div className="rate-about">
        <p className="rate-progress">
          Tie {walk.at + 1} of {walk.ties.length}
          <progress aria-label="Of the ties to rate" max={walk.ties.length} value={walk.at} />
        </p>
        <h2>{tieSentence(map, tie)}</h2>
        {tie.label !== '' && <p className="quiet-text">{tie.label}</p>}
        <RatingAs map={map} perspective={perspective} />
        <Tick isOn={showsLast} onChange={onShowLast}>
          Show last time
        </Tick>
        {showsLast && <p className="rate-last">Last time: {answerWords(last, tie.kind)}</p>}
      </div>
      <Steps scale={scale} chosen={chosen ?? null} onChoose={(value) => onPress({ is: 'rate', asks: walk.asks, value })} />
    </div>
  )
}

/** Pressed with a pointer, a step leaves the focus where it is: the keys go on as before. */
const keepFocus = (event: PointerEvent) => event.preventDefault()

function Steps({ scale, chosen, onChoose }: { readonly scale: Scale; readonly chosen: number | null; readonly onChoose: (value: number) => void }) {
  const isQuality = scale.id === 'quality'
  return (
    <div className="rate-all" role="group" aria-label={scale.question}>
      <p className="rate-asked" aria-hidden="true">
        {scale.question}
      </p>
      {scale.steps.map((step, i) => (
        <button key={step.value} type="button" className="rate-one" aria-pressed={step.value === chosen} onPointerDown={keepFocus} onClick={() => onChoose(step.value)}>
          <KeyCap of={isQuality ? String(i + 1) : String(step.value)} />
          <Sample answer={isQuality ? { state: 'yes', strength: 3, quality: step.value } : step.value === 0 ? { state: 'no' } : { state: 'yes', strength: step.value }} />
          <span>
            <b>{step.short}</b>
            {isQuality && <span className="rate-signed"> {signed(step.value)}</span>}
            {step.full !== '' && <span className="rate-full"> {step.full}</span>}
          </span>
        </button>
      ))}
    </div>
  )
}

/** The line that an answer makes on the map. Decorative: the words stand beside it. */
function Sample({ answer }: { readonly answer: Answer }) {
  return (
    <svg className="rate-sample" width="36" height="18" viewBox="-2 -9 40 18" aria-hidden="true">
      <MarksSvg marks={tieSample(answer, 36)} />
    </svg>
  )
}
