import { useCallback, useEffect, useId, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { KeyCap } from './KeyCap.tsx'
import './Menu.css'

export interface MenuItem {
  readonly id: string
  readonly title: string
  readonly before?: ReactNode
  readonly end?: string
  readonly keyCap?: string
  /** For one of several: whether it is the one. */
  readonly isOn?: boolean
  /** For a switch among others: whether it is on. The menu stays open for the next one. */
  readonly isTicked?: boolean
  /** Why it cannot be chosen now; the item stays readable. */
  readonly reason?: string
  readonly onChoose: () => void
  /** A rule above it. */
  readonly startsGroup?: boolean
}

/** Opens a menu beside something other than its button, which has the focus again when the menu closes. */
export type OpensBeside = (place: HTMLElement) => void

interface MenuProps {
  /** The accessible name of the button. */
  readonly name?: string
  readonly face: ReactNode
  readonly faceClass?: string
  readonly items: readonly MenuItem[]
  /** Said where there are no items, or beneath them. */
  readonly foot?: ReactNode
  readonly opens?: 'down' | 'up'
  readonly id?: string
  /** Where it also opens as the context menu of something. */
  readonly opener?: RefObject<OpensBeside | null>
}

/** A button with a list of choices under it, in a popover of the browser: it closes on Escape and on a press elsewhere. */
export function Menu({ name, face, faceClass, items, foot, opens = 'down', id, opener }: MenuProps) {
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState<CSSProperties>({})
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const opened = useRef<HTMLElement>(null)
  const menu = useId()

  const open = useCallback((place: HTMLElement | null = button.current) => {
    const box = place?.getBoundingClientRect()
    if (!box) return
    opened.current = place
    const left = Math.max(8, Math.min(box.left, innerWidth - 328))
    const isDown = place === button.current ? opens === 'down' : box.bottom < innerHeight * 0.6
    setAt(isDown ? { left, top: box.bottom + 6, maxHeight: innerHeight - box.bottom - 16 } : { left, bottom: innerHeight - box.top + 6, maxHeight: box.top - 16 })
    setOpen(true)
  }, [opens])

  useEffect(() => {
    if (!opener) return undefined
    opener.current = open
    return () => {
      opener.current = null
    }
  }, [opener, open])

  useEffect(() => {
    if (!isOpen) return
    list.current?.showPopover?.()
    const rows = list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]')
    const on = list.current?.querySelector<HTMLElement>('[aria-checked=true]')
    // In a list of choices it begins at the chosen one; switches among other items do not draw it down there.
    const isChoice = rows?.[0]?.getAttribute('role') === 'menuitemradio'
    ;((isChoice && on) || rows?.[0])?.focus()
  }, [isOpen])

  function close(returnsFocus = true) {
    setOpen(false)
    if (returnsFocus) opened.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
    const now = rows.indexOf(document.activeElement as HTMLElement)
    const step = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (event.key === 'Escape') close()
    else if (event.key === 'Tab') return close()
    else if (step !== undefined) rows[(step + rows.length) % rows.length]?.focus()
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const from = [...rows.slice(now + 1), ...rows.slice(0, now + 1)]
      from.find((row) => row.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus()
    } else return undefined
    event.preventDefault()
    event.stopPropagation()
    return undefined
  }

  return (
    <>
      <button
        type="button"
        ref={button}
        {...(id === undefined ? {} : { id })}
        className={faceClass}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menu : undefined}
        onClick={() => (isOpen ? close() : open())}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          open()
        }}
      >
        {face}
      </button>
      {isOpen && (
        <div
          ref={list}
          id={menu}
          className="menu"
          popover="auto"
          style={at}
          onKeyDown={onKeyDown}
          onToggle={(event) => {
            if (event.newState === 'closed') setOpen(false)
          }}
        >
          <div role="menu" aria-label={name ?? 'Menu'} tabIndex={-1}>
            {items.map((item, i) => (
              <button
                key={item.id}
                type="button"
                role={item.isTicked !== undefined ? 'menuitemcheckbox' : item.isOn === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={item.isTicked ?? item.isOn}
                aria-disabled={item.reason !== undefined}
                // One of them stops Tab, so that a list that scrolls can be reached.
                tabIndex={i === 0 ? 0 : -1}
                className={`menu-row${item.startsGroup ? ' starts-group' : ''}`}
                onClick={() => {
                  if (item.reason !== undefined) return
                  if (item.isTicked === undefined) close()
                  item.onChoose()
                }}
              >
                {item.before}
                <span className="menu-words">{item.title}</span>
                {(item.reason ?? item.end) !== undefined && <span className="menu-end">{item.reason ?? item.end}</span>}
                {item.keyCap !== undefined && <KeyCap of={item.keyCap} />}
              </button>
            ))}
          </div>
          {foot !== undefined && <p className="menu-foot">{foot}</p>}
        </div>
      )}
    </>
  )
}
