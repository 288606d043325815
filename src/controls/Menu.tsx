import { useCallback, useEffect, useId, useRef, useState, type CSSProperties, type ReactNode, type RefObject } from 'react'
import { besideBox, MenuList, type MenuItem } from './MenuList.tsx'

/** Opens a menu beside something other than its button, or at a point of the page, in CSS px; that has the focus again when the menu closes. */
export type OpensBeside = (place: HTMLElement, point?: readonly [number, number]) => void

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

/** A button with a list of choices under it. */
export function Menu({ name, face, faceClass, items, foot, opens = 'down', id, opener }: MenuProps) {
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState<CSSProperties>({})
  const button = useRef<HTMLButtonElement>(null)
  const opened = useRef<HTMLElement>(null)
  const menu = useId()

  const open = useCallback((place: HTMLElement | null = button.current, point?: readonly [number, number]) => {
    const box = point ? { left: point[0], top: point[1], bottom: point[1] } : place?.getBoundingClientRect()
    if (!box) return
    opened.current = place
    setAt(besideBox(box, place === button.current ? opens : undefined))
    setOpen(true)
  }, [opens])

  useEffect(() => {
    if (!opener) return undefined
    opener.current = open
    return () => {
      opener.current = null
    }
  }, [opener, open])

  function close(returnsFocus = true) {
    setOpen(false)
    if (returnsFocus) opened.current?.focus()
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
      {isOpen && <MenuList id={menu} name={name ?? 'Menu'} items={items} foot={foot} at={at} button={button} onClose={close} />}
    </>
  )
}
