import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import './Sheet.css'

const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'

interface SheetProps {
  readonly name: string
  readonly onClose: () => void
  /** Called for every key that nothing else takes, wherever on the page the focus is; gives whether it was used. */
  readonly onKey: (event: KeyboardEvent) => boolean
  readonly foot?: ReactNode
  /** What it is about now: another is read from its beginning, and a focus that went with the one before comes back to the sheet. */
  readonly about?: string
  readonly children: ReactNode
}

/** A dialog along the bottom, which leaves what it is about in sight above it. It takes the focus, and gives it back where it was. */
export function Sheet({ name, onClose, onKey, foot, about, children }: SheetProps) {
  const sheet = useRef<HTMLElement>(null)
  const now = useRef({ onClose, onKey })
  now.current = { onClose, onKey }

  useEffect(() => {
    const before = document.activeElement
    ;(sheet.current?.querySelector<HTMLElement>('[data-first]') ?? sheet.current)?.focus()
    const press = (event: KeyboardEvent) => {
      const { target } = event
      if (event.isComposing || !(target instanceof Element) || document.querySelector('dialog[open], [popover]:popover-open') !== null) return
      // A button under the focus takes Enter and Space for itself, and a list its arrows and letters.
      const isOwn = (event.key === 'Enter' || event.key === ' ') && target.closest('button, a, input, label') !== null
      if (isOwn || target.matches(TYPING)) return
      if (event.key === 'Escape') now.current.onClose()
      else if (!now.current.onKey(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before the map: its own keys would otherwise take the arrows.
    document.addEventListener('keydown', press, true)
    return () => {
      document.removeEventListener('keydown', press, true)
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
    }
  }, [])

  useEffect(() => {
    sheet.current?.querySelector('.sheet-body')?.scrollTo?.(0, 0)
    if (document.activeElement === document.body) (sheet.current?.querySelector<HTMLElement>('[data-first]') ?? sheet.current)?.focus()
  }, [about])

  /** After a press with the pointer the keys go on as before: Space skips, and does not press the same again. */
  function giveBack({ detail, target }: MouseEvent) {
    const isPress = detail > 0 && target instanceof Element && target.closest('button, .tick') !== null
    if (isPress && sheet.current?.contains(document.activeElement)) (sheet.current.querySelector<HTMLElement>('[data-first]') ?? sheet.current).focus({ preventScroll: true })
  }

  return (
    <section ref={sheet} className="sheet" role="dialog" aria-label={name} tabIndex={-1} data-zone="sheet" onClick={giveBack}>
      <div className="sheet-body">{children}</div>
      {foot !== undefined && <div className="sheet-foot">{foot}</div>}
    </section>
  )
}
