import { useEffect, useState } from 'react'
import { writingPerspective } from '../../commands/chosen.ts'
import { dispatch, invoke } from '../../commands/dispatch.ts'
import { Sheet } from '../../controls/Sheet.tsx'
import { judge, rate } from '../../edits/judge.ts'
import type { Presence } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { useLive, useSession } from '../../session/hooks.ts'
import { live } from '../../session/live.ts'
import { bringIntoSight, say, select, session } from '../../session/session.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import { ratedWords } from '../../words/rated.ts'
import { ChooseTies } from './ChooseTies.tsx'
import { Rated } from './Rated.tsx'
import { RateStep, StepMoves } from './RateStep.tsx'
import { after, back, begun, pressOf, skipped, undone, type Press, type Walk } from './walk.ts'
import './RateSheet.css'

/** Rates ties one after another: which, then each with the whole wording of its scale, then what was said. */
export function RateSheet() {
  const map = useLive((l) => l.map)
  return map && <Sitting map={map} />
}

function Sitting({ map }: { readonly map: SystemMap }) {
  const shown = useSession((s) => s.reading.perspective)
  const perspective = writingPerspective(map, shown)
  /** The map as it was before: what was said last time. */
  const [before, setBefore] = useState(map)
  const [walk, setWalk] = useState<Walk | null>(null)
  const [showsLast, setShowsLast] = useState(false)
  const close = () => session.setState({ dialog: null })

  const tie = walk && map.relationships.get(walk.ties[walk.at] ?? '')
  const isOver = walk !== null && walk.at >= walk.ties.length
  const at = tie?.id
  const place = walk ? `${walk.at + 1} of ${walk.ties.length}` : ''
  useEffect(() => {
    const now = live.getState().map
    const next = at === undefined ? undefined : now?.relationships.get(at)
    if (!now || !next) return undefined
    select([next.id])
    bringIntoSight([next.id])
    // Once more when the map has the room that the sheet leaves it.
    const settled = requestAnimationFrame(() => requestAnimationFrame(() => bringIntoSight([next.id])))
    say(`${place}: ${nameOf(now, next.id)}${next.label === '' ? '' : `, ${next.label}`}.`)
    return () => cancelAnimationFrame(settled)
  }, [at, place])

  const isHidden = walk !== null && !isOver && !showsLast
  useEffect(() => {
    session.setState({ veiled: isHidden && walk ? walk.ties.filter((id) => !walk.rated.has(id)) : [] })
    return () => session.setState({ veiled: [] })
  }, [isHidden, walk])

  // A tie that was removed meanwhile is passed over.
  useEffect(() => {
    if (walk && !isOver && !tie) setWalk(skipped(walk))
  }, [walk, isOver, tie])

  function press(pressed: Press) {
    if (!walk || !tie) return
    if (pressed.is === 'skip') setWalk(skipped(walk))
    else if (pressed.is === 'back') setWalk(back(walk))
    else if (pressed.is === 'undo') {
      if (walk.given.length === 0) return
      void invoke('undo')
      setWalk(undone(walk))
    } else {
      dispatch('Rate', (now) => (pressed.asks === 'strength' ? rate(now, perspective.id, tie.id, pressed.value as Presence) : judge(now, perspective.id, tie.id, 'quality', pressed.value)))
      const now = live.getState().map
      if (now) say(ratedWords(now, perspective.id, tie.id))
      setWalk(after(walk, pressed, tie.kind))
    }
  }

  function onKey(event: KeyboardEvent): boolean {
    if (!walk || isOver || event.altKey) return false
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey) return false
      press({ is: 'undo' })
      return true
    }
    const pressed = pressOf(event.key, walk.asks)
    if (pressed) press(pressed)
    return pressed !== null
  }

  const end = () => (walk && walk.rated.size > 0 ? setWalk({ ...walk, at: walk.ties.length }) : close())
  const begin = (ties: readonly string[], both: boolean) => {
    setBefore(map)
    setWalk(begun(ties, both))
  }
  return (
    <Sheet name="Rate" onClose={walk && !isOver ? end : close} onKey={onKey} about={isOver ? 'over' : `${at ?? ''} ${walk?.asks ?? ''}`} {...(walk && !isOver ? { foot: <StepMoves walk={walk} onPress={press} onEnd={end} /> } : {})}>
      {walk === null && <ChooseTies map={map} perspective={perspective} onBegin={begin} onClose={close} />}
      {walk !== null && tie && (
        <RateStep map={map} before={before} walk={walk} tie={tie} perspective={perspective} showsLast={showsLast} onShowLast={setShowsLast} onPress={press} />
      )}
      {walk !== null && isOver && <Rated map={map} before={before} walk={walk} perspective={perspective} onBack={() => setWalk(back(walk))} onClose={close} />}
    </Sheet>
  )
}
