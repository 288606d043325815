import { useEffect, useRef, type CSSProperties, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
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

/** Where a list of choices is laid: under a box of the page or over it, wherever there is room, in CSS px. */
export function besideBox({ left, top, bottom }: { readonly left: number; readonly top: number; readonly bottom: number }, opens?: 'down' | 'up'): CSSProperties {
  const x = Math.max(8, Math.min(left, innerWidth - 328))
  const isDown = opens ? opens === 'down' : bottom < innerHeight * 0.6
  return isDown ? { left: x, top: bottom + 6, maxHeight: innerHeight - bottom - 16 } : { left: x, bottom: innerHeight - top + 6, maxHeight: top - 16 }
}

interface MenuListProps {
  readonly id?: string
  readonly name: string
  readonly items: readonly MenuItem[]
  /** Said where there are no items, or beneath them. */
  readonly foot?: ReactNode
  readonly at: CSSProperties
  /** What opened it: a press there is its own affair. */
  readonly button?: RefObject<HTMLElement | null>
  /** With whether the focus goes back to where it was. */
  readonly onClose: (returnsFocus: boolean) => void
}

/**
 * A list of choices over the page. It closes on Escape, on Tab and on a press elsewhere; not by the browser's own light dismissal, which would
 * close a context menu when the button that opened it comes up again.
 */
export function MenuList({ id, name, items, foot, at, button, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })

  useEffect(() => {
    list.current?.showPopover?.()
    const rows = list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]')
    const on = list.current?.querySelector<HTMLElement>('[aria-checked=true]')
    // In a list of choices it begins at the chosen one; switches among other items do not draw it down there.
    const isChoice = rows?.[0]?.getAttribute('role') === 'menuitemradio'
    ;((isChoice && on) || rows?.[0] || list.current?.querySelector<HTMLElement>('[role=menu]'))?.focus()
    const press = ({ target }: Event) => {
      if (target instanceof Node && !list.current?.contains(target) && !button?.current?.contains(target)) close.current(false)
    }
    addEventListener('pointerdown', press, true)
    return () => removeEventListener('pointerdown', press, true)
  }, [button])

  function onKeyDown(event: KeyboardEvent) {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
    const now = rows.indexOf(document.activeElement as HTMLElement)
    const step = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (event.key === 'Escape') onClose(true)
    else if (event.key === 'Tab') return onClose(true)
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
    <div
      ref={list}
      id={id}
      className="menu"
      popover="manual"
      style={at}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget) && !button?.current?.contains(relatedTarget)) onClose(false)
      }}
    >
      <div role="menu" aria-label={name} tabIndex={-1}>
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
              if (item.isTicked === undefined) onClose(true)
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
  )
}
