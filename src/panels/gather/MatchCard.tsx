import type { Ref } from 'react'
import { Button } from '../../controls/Button.tsx'
import { Glyph } from '../../controls/Glyph.tsx'
import { someOf } from '../../words/counts.ts'
import { REASON_WORDS } from '../../words/gather-words.ts'
import type { Review, Side } from './reviewed.ts'

interface MatchCardProps {
  readonly review: Review
  readonly turn: number
  readonly of: number
  readonly onSame: () => void
  readonly onNew: () => void
  readonly onBack: (() => void) | null
  readonly sameButton: Ref<HTMLButtonElement>
}

/** One question at a time: is this one thing, or two? */
export function MatchCard({ review, turn, of, onSame, onNew, onBack, sameButton }: MatchCardProps) {
  return (
    <section className="gather-card" aria-labelledby="gather-question">
      <header>
        <h3 id="gather-question">
          <b>
            {turn} of {of}
          </b>{' '}
          Is this one thing, or two?
        </h3>
        <span className="quiet-text">{REASON_WORDS[review.match.reason]}</span>
      </header>
      <div className="gather-two">
        <Thing side={review.one} />
        <span className="gather-same">same as?</span>
        <Thing side={review.other} />
      </div>
      <div className="gather-answers">
        <Button ref={sameButton} look="primary" keyCap="S" data-first onClick={onSame}>
          Same
        </Button>
        <Button keyCap="N" onClick={onNew}>
          New
        </Button>
        <span className="grow" />
        {onBack && (
          <Button look="quiet" keyCap="←" onClick={onBack}>
            Back
          </Button>
        )}
      </div>
    </section>
  )
}

function Thing({ side }: { readonly side: Side }) {
  return (
    <div className="gather-side">
      <p className="gather-thing">
        <Glyph slot={side.slot} size={22} solid />
        <b>{side.name || 'No name'}</b>
      </p>
      <p className="quiet-text">
        {side.organisation} · {someOf(side.from)}
        {side.tiedTo.length > 0 && ` · tied to ${someOf(side.tiedTo)}`}
      </p>
    </div>
  )
}
