import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { invoke } from '../commands/dispatch.ts'
import type { Id } from '../model/ids.ts'
import { useLive, usePreferences, useSession } from '../session/hooks.ts'
import { say, session } from '../session/session.ts'
import { nameOnMap } from '../words/beside.ts'
import { spokenElementAsked } from '../words/spoken-asked.ts'
import { canvas, useCanvas } from './canvas-store.ts'
import { allInOrder, goTo, isChoosing, momentShown } from './go-along.ts'
import { typedAhead } from './typed-ahead.ts'
import { useListed } from './use-listed.ts'
import './ElementsList.css'

/** Height of a row, and how many are drawn round those in sight: as many as a tall screen shows, and a few to arrive at. CSS px. */
const ROW = 36
const DRAWN = 80
const BEFORE = 10
const PAGE = 10

/**
 * All of a large map, for those who do not see it: there not every card is mounted. One stop for Tab and a zone for F6, in step with what is
 * chosen on the map, whose keys work here too. It shows itself while it has the focus.
 */
export function ElementsList() {
  const ids = useInOrder()
  const selection = useSession((state) => state.selection)
  const stop = useCanvas((state) => state.stop)
  const areKeysOff = usePreferences((p) => !p.singleKeys)
  const [top, setTop] = useState(0)
  const [typed, setTyped] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const lastAt = useRef(0)
  const places = useMemo(() => new Map(ids.map((id, i) => [id, i])), [ids])
  const chosen = useMemo(() => new Set(selection), [selection])
  const last = selection.at(-1)
  // After the one at hand was removed, the one that took its place.
  const at = (last === undefined ? undefined : places.get(last)) ?? (stop === null ? undefined : places.get(stop)) ?? Math.max(0, Math.min(lastAt.current, ids.length - 1))
  const active = ids[at]
  useListed(list)

  useEffect(() => {
    lastAt.current = at
    const box = list.current
    if (!box) return
    if (at * ROW < box.scrollTop) box.scrollTop = at * ROW
    else if ((at + 1) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (at + 1) * ROW - box.clientHeight
    if (canvas.getState().isListed && document.activeElement === document.body && session.getState().dialog === null) box.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  }, [at, active])

  function go(to: number) {
    const id = ids[Math.max(0, Math.min(ids.length - 1, to))]
    if (id !== undefined) goTo(id)
  }

  function find(words: string) {
    setTyped(words)
    const now = momentShown()
    if (!now || words === '') return
    const to = typedAhead(ids, at, words, (id) => nameOnMap(now, id))
    if (to === null) say(`Nothing is called ${words}.`)
    else go(to)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const isLetter = event.key.length === 1 && (event.key !== ' ' || typed !== null)
    const step = event.shiftKey ? undefined : STEPS[event.key]
    if (step !== undefined) {
      setTyped(null)
      go(event.key === 'Home' ? 0 : event.key === 'End' ? ids.length - 1 : !isChoosing() && selection.length === 0 ? at : at + step)
    } else if (typed === null && event.key === '/') setTyped('')
    else if (isLetter && (typed !== null || areKeysOff)) find((typed ?? '') + event.key)
    else if (event.key === 'Backspace' && typed !== null) find(typed.slice(0, -1))
    else if (typed !== null && (event.key === 'Enter' || event.key === 'Escape')) setTyped(null)
    else if (event.key === 'Enter') void invoke('rename')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const first = Math.max(0, Math.floor(top / ROW) - BEFORE)
  const drawn = ids.slice(first, first + DRAWN).map((id, i) => ({ id, i: first + i }))
  if (active !== undefined && (at < first || at >= first + DRAWN)) drawn.push({ id: active, i: at })
  return (
    <div className="elements-list" data-zone="list" role="group" aria-label="Elements" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setTyped(null)} onPointerDown={(event) => event.stopPropagation()}>
      <p aria-hidden="true">
        <b>{typed === null ? 'Elements' : `Find: ${typed}`}</b> <span>{typed === null ? (areKeysOff ? 'letters find' : '/ finds') : 'Enter ends'}</span>
      </p>
      <p id="elements-list-keys" hidden>
        Arrow keys go along it. {areKeysOff ? 'Letters find by name.' : 'Slash, then letters, finds by name.'} Space goes to its ties, Enter edits its name. The keys of the map work here.
      </p>
      <div ref={list} className="list-rows" role="listbox" tabIndex={-1} aria-label="Elements" aria-multiselectable="true" aria-describedby="elements-list-keys" onKeyDown={onKeyDown} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
        <div className="list-all" role="presentation" style={{ height: ids.length * ROW }}>
          {drawn.map(({ id, i }) => (
            <Row key={id} id={id} at={i} of={ids.length} isSelected={chosen.has(id)} isStop={i === at} />
          ))}
        </div>
      </div>
    </div>
  )
}

/** How far each key goes; Home and End go to the ends. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE, Home: 0, End: 0 }

function Row({ id, at, of, isSelected, isStop }: { readonly id: Id; readonly at: number; readonly of: number; readonly isSelected: boolean; readonly isStop: boolean }) {
  const name = useCanvas(({ shown }) => (shown?.moment.elements.has(id) ? spokenElementAsked(shown, id) : null))
  const beside = useLive(({ map }) => (map && name === null ? nameOnMap(map, id) : ''))
  return (
    <div
      className="list-row"
      role="option"
      aria-selected={isSelected}
      aria-setsize={of}
      aria-posinset={at + 1}
      tabIndex={isStop ? 0 : -1}
      data-id={id}
      style={{ top: at * ROW, height: ROW }}
      onFocus={() => canvas.getState().stop !== id && canvas.setState({ stop: id })}
      onClick={() => goTo(id)}
    >
      {name ?? beside}
    </div>
  )
}

/** As the map is read; the same list while what stands on the map is the same. */
function useInOrder(): readonly Id[] {
  const scene = useCanvas((state) => state.scene)
  const shown = useCanvas((state) => state.shown)
  const known = useRef<readonly Id[]>([])
  return useMemo(() => {
    const next = scene && shown ? allInOrder() : []
    if (next.length === known.current.length && next.every((id, i) => id === known.current[i])) return known.current
    return (known.current = next)
  }, [scene, shown])
}
