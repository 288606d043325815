import { useEffect, useMemo, useRef, useState } from 'react'
import { dispatch, invoke } from '../../commands/dispatch.ts'
import { Button } from '../../controls/Button.tsx'
import { Sheet } from '../../controls/Sheet.tsx'
import { showHands } from '../../edits/show-hands.ts'
import { takeMiddle } from '../../edits/take-middle.ts'
import type { Perspective } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { voicesIn } from '../../reading/voices.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { live } from '../../session/live.ts'
import { bringIntoSight, say, select, session } from '../../session/session.ts'
import { handsWords } from '../../words/fingers-words.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import { FingerKeys } from './FingerKeys.tsx'
import { back, begun, given, isShown, pressOf, split, turnOf, type Press, type Show } from './hands.ts'
import { ShowOfHands } from './ShowOfHands.tsx'
import { tiesToShow } from './ties-to-show.ts'
import { useMiddle } from './use-middle.ts'
import './FingersSheet.css'

/** One digit for each voice, in their order: what all of them say of a tie is there at the last one, and so is how far apart they are. */
export function FingersSheet() {
  const map = useLive((l) => l.map)
  const picked = useSession((s) => s.voices)
  if (!map) return null
  const voices = voicesIn(map, picked)
  if (voices.length >= 2) return <Fingers map={map} voices={voices} />
  return (
    <Sheet name="Fingers" onClose={close} onKey={() => false}>
      <div className="fingers-none">
        <p>{voices.length === 0 ? 'Nobody' : 'Only one voice'} to show fingers yet. It takes two: organisations, tables or people with a view of their own.</p>
        <Button data-first onClick={() => void invoke('perspectives')}>
          Perspectives…
        </Button>
        <Button onClick={() => void invoke('voices')}>Voices…</Button>
        <Button look="quiet" onClick={close}>
          Close
        </Button>
      </div>
    </Sheet>
  )
}

const close = () => session.setState({ dialog: null })

function Fingers({ map, voices }: { readonly map: SystemMap; readonly voices: readonly Perspective[] }) {
  const [ties] = useState(() => tiesToShow(map))
  const [at, setAt] = useState(() => ties.start)
  const [show, setShow] = useState(() => begun(ties.list[at] ?? '', voices.length))
  const [isBlind, setBlind] = useState(true)
  const [left, setLeft] = useState('')
  /** All that is shown of one tie is one step to undo. */
  const visit = useRef(Symbol('hands'))
  const unattributed = useSession((s) => s.unattributed)
  const tie = map.relationships.get(show.tie)
  const shown = isShown(show)
  const middle = useMiddle(map, show.tie, voices, show.asks)

  useEffect(() => {
    const before = session.getState().overlay
    session.setState({ view: 'map', overlay: 'differences', compared: null })
    return () => session.setState({ overlay: before, veiled: [] })
  }, [])
  const veil = useMemo(() => (shown ? [] : [show.tie]), [shown, show.tie])
  useEffect(() => session.setState({ veiled: veil }), [veil])
  useEffect(() => {
    const now = live.getState().map
    const next = now?.relationships.get(show.tie)
    if (!now || !next) return undefined
    select([next.id])
    bringIntoSight([next.id])
    // Once more when the map has the room that the sheet leaves it.
    const settled = requestAnimationFrame(() => requestAnimationFrame(() => bringIntoSight([next.id])))
    say(`${nameOf(now, next.id)}. ${voices[0]?.name ?? ''} first.`)
    return () => cancelAnimationFrame(settled)
  }, [show.tie, voices])

  /** Writes what has been shown so far. */
  function keep(of: Show) {
    const hands = of.hands.flatMap((hand, i) => (hand && voices[i] ? [{ perspective: voices[i].id, ...hand }] : []))
    if (hands.length > 0) dispatch('Show of fingers', (now) => showHands(now, of.tie, of.asks, hands), visit.current)
  }
  /** Half a show is kept too when the room goes on. */
  function leave() {
    if (!isShown(show)) keep(show)
  }
  function go(to: number, first?: number | null) {
    leave()
    const next = ties.list[to]
    if (next === undefined) {
      setLeft(to < 0 ? 'This is the first tie.' : 'That was the last tie.')
      say(to < 0 ? 'This is the first tie.' : 'That was the last tie.')
      return
    }
    visit.current = Symbol('hands')
    setLeft('')
    setAt(to)
    setShow(first === undefined ? begun(next, voices.length) : given(begun(next, voices.length), first))
  }
  function update(next: Show) {
    setShow(next)
    setLeft('')
    if (!isShown(next)) return
    keep(next)
    const now = live.getState().map
    if (now) say(handsWords(now, next.tie, voices, next.asks, unattributed))
  }
  function take(decided?: number) {
    if (!middle || (middle.isHalf && decided === undefined)) return
    dispatch('Take the middle', (now) => takeMiddle(now, show.tie, voices, decided === undefined ? {} : { [show.asks]: decided }))
    setLeft('Taken to the shared picture.')
    say('Taken to the shared picture.')
  }

  function press(pressed: Press) {
    if (!tie) return
    if (pressed.is === 'hand') {
      if (shown) go(at + 1, pressed.value)
      else update(given(show, pressed.value))
    } else if (pressed.is === 'split') update(split(show))
    else if (pressed.is === 'back') setShow(back(show))
    else if (pressed.is === 'next') go(at + 1)
    else if (pressed.is === 'previous') go(at - 1)
    else if (pressed.is === 'quality') {
      if (tie.kind === 'influences') return say('An influence has no quality.')
      leave()
      setShow(begun(show.tie, voices.length, show.asks === 'strength' ? 'quality' : 'strength'))
    } else if (pressed.is === 'undo') {
      void invoke('undo')
      visit.current = Symbol('hands')
      setShow(begun(show.tie, voices.length, show.asks))
    } else if (!shown) setShow(turnOf(show, Math.max(0, Math.min(voices.length - 1, show.at + (pressed.is === 'lower' ? -1 : pressed.is === 'higher' ? 1 : 0)))))
    else if (pressed.is === 'take') take()
    else if (middle?.isHalf) take(pressed.is === 'lower' ? Math.floor(middle.value) : Math.ceil(middle.value))
  }
  function onKey(event: KeyboardEvent): boolean {
    if (event.altKey) return false
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey
    if ((event.ctrlKey || event.metaKey) && !isUndo) return false
    const pressed: Press | null = isUndo ? { is: 'undo' } : pressOf(event.key, shown ? 'strength' : show.asks)
    if (pressed) press(pressed)
    return pressed !== null
  }
  const end = () => {
    leave()
    close()
  }

  return (
    <Sheet name="Fingers" onClose={end} onKey={onKey} about={`${show.tie} ${show.asks}`} foot={<FingerKeys asks={show.asks} isBlind={isBlind} onBlind={setBlind} onPress={press} onClose={end} />}>
      {tie ? (
        <ShowOfHands map={map} tie={tie} show={show} voices={voices} place={{ at, of: ties.list.length }} isBlind={isBlind} unattributed={unattributed} middle={middle} note={left} onPress={press} onTake={take} onTurn={(to: number) => setShow(turnOf(show, to))} />
      ) : (
        <NoTie isEmpty={ties.list.length === 0} onNext={() => go(at + 1)} />
      )}
    </Sheet>
  )
}

function NoTie({ isEmpty, onNext }: { readonly isEmpty: boolean; readonly onNext: () => void }) {
  return (
    <p className="fingers-none">
      {isEmpty ? 'There is no tie to show fingers for yet.' : 'This tie is no longer on the map.'}
      {!isEmpty && (
        <Button small onClick={onNext}>
          Next tie
        </Button>
      )}
    </p>
  )
}

