import { useState, type KeyboardEvent } from 'react'
import { dispatch } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Dialog } from '../../controls/Dialog.tsx'
import { halvesOf, middleOf, takeMiddle, type Middle } from '../../edits/take-middle.ts'
import { voicesIn } from '../../reading/voices.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { say, session } from '../../session/session.ts'
import { inSentence, ratingWord, scaleOf } from '../../words/ratings.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import './TakeMiddleDialog.css'

/** Stored values are whole: where the middle is a half, one of its two neighbours is chosen, rating by rating. */
export function TakeMiddleDialog() {
  const map = useLive((l) => l.map)
  const subject = useSession((s) => s.selection.at(-1))
  const picked = useSession((s) => s.voices)
  const [decided, setDecided] = useState<Middle['values']>({})
  const close = () => session.setState({ dialog: null })
  if (!map || subject === undefined) return null
  const voices = voicesIn(map, picked)
  const middle = middleOf(map, subject, voices)
  const rating = middle && halvesOf(middle).find((half) => decided[half] === undefined)
  const value = rating ? middle?.values[rating] : undefined
  const tie = map.relationships.get(subject)
  if (!rating || value === undefined) return null
  const scale = scaleOf(rating, tie?.kind)
  const [low, high] = [Math.floor(value), Math.ceil(value)]

  function choose(to: number) {
    if (!rating || !middle || subject === undefined || !map) return
    const next = { ...decided, [rating]: to }
    if (halvesOf(middle).some((half) => next[half] === undefined)) return setDecided(next)
    dispatch('Take the middle', (now) => takeMiddle(now, subject, voices, next))
    say(`Taken to the shared picture: ${nameOf(map, subject)}.`)
    close()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    choose(event.key === 'ArrowLeft' ? low : high)
  }

  return (
    <Dialog title="Take the middle" lead={nameOf(map, subject)} width="message" onClose={close} footer={<Button onClick={close}>Leave it</Button>}>
      <div role="group" aria-label={scale.title} onKeyDown={onKeyDown}>
        <p>
          {scale.title}: the middle lies between {inSentence(ratingWord(scale, low))} and {inSentence(ratingWord(scale, high))}. Which shall it be?
        </p>
        <p className="middle-two">
          <Button data-first keyCap="←" onClick={() => choose(low)}>
            {ratingWord(scale, low)}
          </Button>
          <Button keyCap="→" onClick={() => choose(high)}>
            {ratingWord(scale, high)}
          </Button>
        </p>
      </div>
    </Dialog>
  )
}
