import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import { Button } from '../controls/Button.tsx'
import type { Relationship } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { useLive } from '../session/hooks.ts'
import { session, type Aim } from '../session/session.ts'
import { nameOf } from '../words/tie-sentence.ts'
import { focusMap } from './focus-map.ts'
import { TargetBox } from './TargetBox.tsx'

/** What an element is asked for, at the foot of the map. */
export function AimBox({ aim }: { readonly aim: Aim }) {
  const map = useLive((state) => state.map)
  if (!map) return null
  if (aim.is === 'connect') return <TargetBox start={aim.from} label={<>Connect <b>{nameOf(map, aim.from)}</b> to</>} />
  if (aim.is === 'same') return <TargetBox start={aim.element} without={aim.element} label={<><b>{nameOf(map, aim.element)}</b> is the same as</>} />
  const tie = map.relationships.get(aim.tie)
  if (!tie) return null
  if (aim.end === null) return <EndChoice map={map} tie={tie} />
  const [moved, other] = aim.end === 'from' ? [tie.from, tie.to] : [tie.to, tie.from]
  return <TargetBox key={aim.end} start={moved} lineFrom={other} without={moved} label={<>Move the end at <b>{nameOf(map, moved)}</b> to</>} />
}

/** Which of a tie's two ends: a button each, or a press on that element on the map. */
function EndChoice({ map, tie }: { readonly map: SystemMap; readonly tie: Relationship }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus({ preventScroll: true }), [])

  function close() {
    session.setState({ aiming: null })
    focusMap()
  }
  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])]
    if (event.key === 'Escape') close()
    else if (event.key.startsWith('Arrow')) buttons.find((button) => button !== document.activeElement)?.focus()
    else return
    event.preventDefault()
  }
  function onBlur(event: FocusEvent) {
    const { aiming } = session.getState()
    if (aiming?.is === 'end' && aiming.end === null && !box.current?.contains(event.relatedTarget)) close()
  }
  return (
    <div ref={box} className="target-box" role="group" aria-label="Which end?" onKeyDown={onKeyDown} onBlur={onBlur} onPointerDown={(event) => event.stopPropagation()}>
      <p>Move which end of the tie?</p>
      <div className="end-choice">
        {(['from', 'to'] as const).map((end) => (
          <Button key={end} onClick={() => session.setState({ aiming: { is: 'end', tie: tie.id, end } })}>
            {end === 'from' ? 'From' : 'To'} {nameOf(map, tie[end])}
          </Button>
        ))}
      </div>
    </div>
  )
}
