import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Id } from '../model/ids.ts'
import { hitIndexOf, type Direction } from '../scene/hit.ts'
import { useLive } from '../session/hooks.ts'
import { say, session } from '../session/session.ts'
import { canvas } from './canvas-store.ts'
import { focusMap } from './focus-map.ts'
import { aimAt } from './gestures.ts'
import './TargetBox.css'

const MOST = 5
const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

/** Asks for an element without a drag: type its name and choose, go to it with the arrow keys while nothing is typed, or press it on the map. */
export function TargetBox({ label, start, lineFrom = start, without }: {
  readonly label: ReactNode
  /** Where the arrow keys begin, and where the line that shows the aim does. */
  readonly start: Id
  readonly lineFrom?: Id
  /** The one element that makes no sense here. */
  readonly without?: Id
}) {
  const elements = useLive((state) => state.map?.elements)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [aimed, setAimed] = useState<Id | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const list = useId()
  const matches = useMemo(() => {
    const words = typed.trim().toLocaleLowerCase('en-GB')
    if (words === '' || !elements) return []
    const named = [...elements.values()].filter((element) => element.id !== without && element.name.toLocaleLowerCase('en-GB').includes(words))
    const order = (element: { readonly id: Id; readonly name: string }) => rank(element.name, words) + (element.id === start ? 3 : 0)
    return named.sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name, 'en-GB')).slice(0, MOST)
  }, [typed, elements, without, start])
  const target = typed.trim() === '' ? aimed : (matches[at]?.id ?? null)

  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const scene = canvas.getState().scene
    const to = (target === null ? undefined : scene?.elementById.get(target)?.centre) ?? scene?.elementById.get(lineFrom)?.centre
    canvas.setState({ line: to ? { from: lineFrom, to, target } : null })
  }, [lineFrom, target])
  useEffect(() => () => canvas.setState({ line: null }), [])

  function close() {
    if (isDone.current) return
    isDone.current = true
    session.setState({ aiming: null })
    focusMap()
  }
  function choose(id: Id) {
    isDone.current = true
    aimAt(id)
    if (session.getState().dialog === null) focusMap()
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    const direction = DIRECTIONS[event.key]
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') {
      if (target === null) return say('Type a name, or go to it with the arrow keys.')
      choose(target)
    } else if (typed.trim() !== '' && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + Math.max(1, matches.length)) % Math.max(1, matches.length))
    } else if (typed === '' && direction) aim(direction)
    else return undefined
    event.preventDefault()
    return undefined
  }

  function aim(direction: Direction) {
    const scene = canvas.getState().scene
    const to = scene && hitIndexOf(scene).next(aimed ?? start, direction)
    if (to === null || to === without) return
    setAimed(to)
    say(elements?.get(to)?.name ?? '')
  }

  const aimedName = aimed === null ? undefined : elements?.get(aimed)?.name
  return (
    <div className="target-box" onPointerDown={(event) => event.stopPropagation()}>
      <label htmlFor={`${list}-input`}>{label}</label>
      <input
        id={`${list}-input`}
        ref={input}
        className="field"
        role="combobox"
        aria-expanded={matches.length > 0}
        aria-controls={list}
        aria-activedescendant={matches[at] ? `${list}-${at}` : undefined}
        autoComplete="off"
        placeholder={aimedName ?? 'Type a name, use the arrow keys, or press it'}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <ul id={list} role="listbox" aria-label="Elements" className={matches.length === 0 ? 'unseen' : ''}>
        {matches.map((element, i) => (
          <li
            key={element.id}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === at}
            onPointerDown={(event) => {
              event.preventDefault()
              choose(element.id)
            }}
          >
            {element.name}
            {element.id === start && lineFrom === start && <span className="target-own">itself</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Names that begin with what was typed come first, then words in them that do. */
function rank(name: string, words: string): number {
  const lower = name.toLocaleLowerCase('en-GB')
  return lower.startsWith(words) ? 0 : lower.includes(` ${words}`) ? 1 : 2
}
