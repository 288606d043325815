import { useEffect, useRef, type PointerEvent } from 'react'
import { Button } from '../../controls/Button.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { KeyCap } from '../../controls/KeyCap.tsx'
import type { Perspective, Relationship } from '../../model/records.ts'
import { QUALITY, type Scale } from '../../model/scales.ts'
import { judgementOf, type SystemMap } from '../../model/system-map.ts'
import { handsOf, handsWords } from '../../words/fingers-words.ts'
import { counted } from '../../words/counts.ts'
import { inSentence, ratingWord, scaleOf, signed } from '../../words/ratings.ts'
import { tieSentence } from '../../words/tie-sentence.ts'
import { isShown, type Hand, type Press, type Show } from './hands.ts'
import type { ShownMiddle } from './use-middle.ts'

interface HandsProps {
  readonly map: SystemMap
  readonly tie: Relationship
  readonly show: Show
  readonly voices: readonly Perspective[]
  readonly place: { readonly at: number; readonly of: number }
  readonly isBlind: boolean
  readonly unattributed: boolean
  readonly middle: ShownMiddle | null
  readonly note: string
  readonly onPress: (press: Press) => void
  readonly onTake: (decided?: number) => void
  readonly onTurn: (at: number) => void
}

/** More hands than this are asked for in smaller boxes. */
const MANY = 8

/** Pressed with a pointer, these leave the focus where it is: the keys go on as before. */
const keepFocus = (event: PointerEvent) => event.preventDefault()

/** One tie, a box for each voice, and the whole wording of the scale beside them. */
export function ShowOfHands(props: HandsProps) {
  const { map, tie, show, voices, place, isBlind, unattributed, note, onTurn } = props
  const shown = isShown(show)
  const scale = show.asks === 'quality' ? QUALITY : scaleOf('strength', tie.kind)
  const boxes = useRef<HTMLOListElement>(null)
  // Where there are more hands than the sheet has room for, the one whose turn it is stays in sight, and all begin again at the first.
  useEffect(() => {
    boxes.current?.children[shown ? 0 : show.at]?.scrollIntoView?.({ block: 'nearest' })
  }, [show.tie, show.at, shown])
  return (
    <div className={`fingers${voices.length > MANY ? ' is-many' : ''}`}>
      <div className="fingers-about">
        <p className="fingers-place">
          Tie {place.at + 1} of {place.of}
        </p>
        <h2>{tieSentence(map, tie)}</h2>
        <p className="fingers-said">{shown ? handsWords(map, tie.id, voices, show.asks, unattributed) : `On three: ${inSentence(scale.question)}`}</p>
        {shown && <TakeIt {...props} scale={scale} />}
        {note !== '' && <p className="fingers-note">{note}</p>}
      </div>
      <ol ref={boxes} className="fingers-boxes" aria-label="Hands, in the order of the keys">
        {voices.map((voice, i) => (
          <Box key={voice.id} map={map} voice={voice} tie={tie} hand={show.hands[i] ?? null} scale={scale} isTurn={i === show.at} isNext={i > show.at} isHidden={isBlind && !shown} onTurn={() => onTurn(i)} />
        ))}
      </ol>
      <ScaleRows {...props} scale={scale} isShown={shown} />
    </div>
  )
}

function Box({ map, voice, tie, hand, scale, isTurn, isNext, isHidden, onTurn }: {
  readonly map: SystemMap
  readonly voice: Perspective
  readonly tie: Relationship
  readonly hand: Hand | null
  readonly scale: Scale
  readonly isTurn: boolean
  readonly isNext: boolean
  readonly isHidden: boolean
  readonly onTurn: () => void
}) {
  const isNoTie = scale === QUALITY && judgementOf(map, voice.id, tie.id)?.presence === 0
  const digits = hand === null ? '' : hand.value === null ? '–' : scale === QUALITY ? signed(hand.value) : String(hand.value)
  const words = isTurn ? 'hands up now' : hand === null ? (isNext ? 'next' : '') : isHidden ? 'in, hidden until all' : isNoTie ? 'said no tie' : hand.value === null ? 'not said' : inSentence(ratingWord(scale, hand.value))
  const also = hand?.split && !isHidden ? ', they differ' : ''
  return (
    <li>
      <button type="button" className={`finger${isTurn ? ' is-turn' : ''}${hand === null && !isTurn ? ' is-waiting' : ''}`} aria-label={`${voice.name}: ${words}${also}`} aria-current={isTurn ? 'step' : undefined} onPointerDown={keepFocus} onClick={onTurn}>
        <span className="finger-name">
          <Glyph slot={(voice.organisation !== null && map.organisations.get(voice.organisation)?.slot) || 'shared'} /> <span>{voice.name}</span>
        </span>
        <span className="finger-box">
          {hand !== null && !isTurn ? (isHidden ? '✓' : digits) : ''}
          {hand?.split && !isHidden && <span className="finger-split">*</span>}
        </span>
        <span className="finger-words">{words}{also}</span>
      </button>
    </li>
  )
}

/** Every step of the scale in full, which a press gives; at the end, how many gave it and who. */
function ScaleRows({ map, tie, show, voices, unattributed, scale, isShown: shown, onPress }: HandsProps & { readonly scale: Scale; readonly isShown: boolean }) {
  const hands = shown ? handsOf(map, tie.id, voices, show.asks) : []
  return (
    <div className="fingers-scale" role="group" aria-label={scale.question}>
      {scale.steps.map((step, i) => {
        const who = voices.filter((_, n) => hands[n] === step.value)
        return (
          <button key={step.value} type="button" aria-disabled={shown} onPointerDown={keepFocus} onClick={() => shown || onPress({ is: 'hand', value: step.value })}>
            <KeyCap of={scale === QUALITY ? String(i + 1) : String(step.value)} />
            <b>{step.short}</b>
            <span className="fingers-full">{step.full}</span>
            <span className="fingers-count">
              {who.length > 0 && !unattributed && who.map((voice) => <Glyph key={voice.id} slot={(voice.organisation !== null && map.organisations.get(voice.organisation)?.slot) || 'shared'} />)}
              {who.length > 0 && <b aria-label={counted(who.length, 'voice')}>{who.length}</b>}
            </span>
          </button>
        )
      })}
    </div>
  )
}

/** The value that the room might agree on, and how to take it. */
function TakeIt({ middle, show, scale, onTake }: HandsProps & { readonly scale: Scale }) {
  if (!middle) return <p className="fingers-middle">No middle to take{show.asks === 'strength' ? ': too few have said, or as many say no as yes' : ''}.</p>
  const [low, high] = [Math.floor(middle.value), Math.ceil(middle.value)]
  if (!middle.isHalf) {
    return (
      <p className="fingers-middle">
        The middle is {inSentence(ratingWord(scale, middle.value))}.{' '}
        <Button small keyCap="Enter" onClick={() => onTake()}>
          Take the middle
        </Button>
      </p>
    )
  }
  return (
    <p className="fingers-middle">
      The middle lies between:{' '}
      <Button small keyCap="←" onClick={() => onTake(low)}>
        {ratingWord(scale, low)}
      </Button>{' '}
      <Button small keyCap="→" onClick={() => onTake(high)}>
        {ratingWord(scale, high)}
      </Button>
    </p>
  )
}
