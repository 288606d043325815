import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Id } from '../model/ids.ts'
import { hitIndexOf, type Direction } from '../scene/hit.ts'
import { useLive } from '../session/hooks.ts'
import { say, session } from '../session/session.ts'
import { canvas } from './canvas-store.ts'
import { focusMap } from './focus-map.ts'
import { connectElements } from './gestures.ts'
import './ConnectBox.css'

const MOST = 5
const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

/** Connects without a drag: type the other name and choose, or go to it with the arrow keys while nothing is typed; Enter ties. */
export function ConnectBox({ from }: { readonly from: Id }) {
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
    const named = [...elements.values()].filter((element) => element.id !== from && element.name.toLocaleLowerCase('en-GB').includes(words))
    return named.sort((a, b) => rank(a.name, words) - rank(b.name, words) || a.name.localeCompare(b.name, 'en-GB')).slice(0, MOST)
  }, [typed, elements, from])
  const target = typed.trim() === '' ? aimed : (matches[at]?.id ?? null)

  useEffect(() => input.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const scene = canvas.getState().scene
    const to = (target === null ? undefined : scene?.elementById.get(target)?.centre) ?? scene?.elementById.get(from)?.centre
    canvas.setState({ line: to ? { from, to, target } : null })
  }, [from, target])
  useEffect(() => () => canvas.setState({ line: null }), [])

  function close() {
    if (isDone.current) return
    isDone.current = true
    if (session.getState().connecting === from) session.setState({ connecting: null })
    focusMap()
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    const direction = DIRECTIONS[event.key]
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') {
      if (target === null) return say('Type a name, or go to it with the arrow keys.')
      close()
      connectElements(from, target)
    } else if (typed.trim() !== '' && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + Math.max(1, matches.length)) % Math.max(1, matches.length))
    } else if (typed === '' && direction) aim(direction)
    else return undefined
    event.preventDefault()
    return undefined
  }

  function aim(direction: Direction) {
    const scene = canvas.getState().scene
    const to = scene && hitIndexOf(scene).next(aimed ?? from, direction)
    if (to === null || to === from) return
    setAimed(to)
    say(elements?.get(to)?.name ?? '')
  }

  const name = elements?.get(from)?.name ?? ''
  const aimedName = aimed === null ? undefined : elements?.get(aimed)?.name
  return (
    <div className="connect-box" onPointerDown={(event) => event.stopPropagation()}>
      <label htmlFor={`${list}-input`}>
        Connect <b>{name}</b> to
      </label>
      <input
        id={`${list}-input`}
        ref={input}
        className="field"
        role="combobox"
        aria-expanded={matches.length > 0}
        aria-controls={list}
        aria-activedescendant={matches[at] ? `${list}-${at}` : undefined}
        autoComplete="off"
        placeholder={aimedName ?? 'Type a name, or use the arrow keys'}
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
              close()
              connectElements(from, element.id)
            }}
          >
            {element.name}
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
