import { useMemo, type KeyboardEvent } from 'react'
import { useLive, usePreferences, useSession } from '../session/hooks.ts'
import { focusOn } from '../session/session.ts'
import { talkOf, type Talk } from '../session/talk.ts'
import { visit } from '../session/visit.ts'
import { talkList, talkRow, talkSaid, talkTitle } from '../words/talk-list.ts'
import './TalkStrip.css'

/** For a room that looks at the projector: one thing to talk about at a time, under the map that shows it. */
export function TalkStrip() {
  const map = useLive((l) => l.map)
  const contents = useLive((l) => l.contents)
  const reading = useSession((s) => s.reading)
  const overlay = useSession((s) => s.overlay)
  const voices = useSession((s) => s.voices)
  const unattributed = useSession((s) => s.unattributed)
  const isComparing = useSession((s) => s.compared !== null)
  const chosen = useSession((s) => s.selection.at(-1))
  const isProjected = usePreferences((p) => p.projector !== 'off')
  const isAsked = isProjected && !isComparing && overlay !== null && overlay !== 'towards'
  const talk = useMemo(() => (map && isAsked ? talkOf(map, contents, { reading, overlay, voices, unattributed, compared: null, compareLook: 'ghosts', vision: null }) : null), [map, isAsked, contents, reading, overlay, voices, unattributed])
  const ids = useMemo(() => (talk ? firstList(talk) : null), [talk])
  if (!talk || !ids?.length) return null
  const { moment, question } = talk
  const at = ids.indexOf(chosen ?? '')
  const row = at < 0 ? null : talkRow(moment, question, chosen ?? '')

  function go(step: 1 | -1) {
    const id = ids?.[at < 0 ? (step > 0 ? 0 : ids.length - 1) : at + step]
    if (id !== undefined) visit(id, moment.relationships.get(id), talkSaid(talkRow(moment, question, id)))
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape') focusOn('map')
    else if (event.key === 'ArrowDown') go(1)
    else if (event.key === 'ArrowUp') go(-1)
    else return
    event.preventDefault()
  }

  return (
    <section className="talk-strip" aria-label={talkTitle(question)} tabIndex={-1} data-talk data-keys="looking" onKeyDown={onKeyDown}>
      <p className="talk-at">
        {talkTitle(question)}
        {row && (
          <span>
            {', '}
            {at + 1} of {ids.length}
          </span>
        )}
      </p>
      <p className="talk-now">
        {row ? (
          <>
            {row.title}. <b>{row.words}</b>
          </>
        ) : (
          'Down goes to the first.'
        )}
      </p>
      <div className="talk-steps">
        <Step name="Last to talk about" d="M4 13L10 7L16 13" isOff={at === 0} onGo={() => go(-1)} />
        <Step name="Next to talk about" d="M4 7L10 13L16 7" isOff={at === ids.length - 1} onGo={() => go(1)} />
      </div>
    </section>
  )
}

/** Ties, and where no tie is found, elements. */
function firstList({ moment, question }: Talk): readonly string[] {
  const ties = talkList(moment, question, 'ties')
  return ties.length ? ties : talkList(moment, question, 'elements')
}

function Step({ name, d, isOff, onGo }: { readonly name: string; readonly d: string; readonly isOff: boolean; readonly onGo: () => void }) {
  return (
    <button type="button" aria-label={name} title={name} aria-disabled={isOff} onClick={onGo}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d={d} stroke="currentColor" strokeWidth="2" fill="none" />
      </svg>
    </button>
  )
}
