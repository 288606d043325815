import { useEffect, useRef, useState, type ReactNode } from 'react'
import './Dialog.css'

interface DialogProps {
  /** The heading, and the dialog's name unless `name` gives another. */
  readonly title: string
  /** The name by which it is found (product.md 3.18), where the heading says something else. */
  readonly name?: string
  readonly lead?: ReactNode
  /** message 600, commands 680, work 880, reference 1240. */
  readonly width?: 'message' | 'commands' | 'work' | 'reference'
  /** No header is drawn: the content has its own. */
  readonly bare?: boolean
  readonly footer?: ReactNode
  readonly onClose: () => void
  readonly onSubmit?: () => void
  readonly children: ReactNode
}

/** A modal dialog on the browser's own `<dialog>`: it keeps focus inside, closes on Escape and gives focus back where it was. */
export function Dialog({ title, name = title, lead, width = 'work', bare = false, footer, onClose, onSubmit, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    const before = document.activeElement
    if (!element.open) element.showModal()
    // Enter does what the dialog is for, unless a field waits for words.
    const first = element.querySelector<HTMLElement>('[data-first]') ?? element.querySelector<HTMLElement>('button[type="submit"]:not(:disabled)')
    first?.focus()
    return () => {
      element.close()
      // React has taken the dialog out of the page by now, so the browser cannot give focus back by itself.
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      className={`dialog is-${width}`}
      aria-label={name}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        close.current()
      }}
      onPointerDown={(event) => event.target === dialog.current && close.current()}
    >
      <form
        className="dialog-frame"
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit?.()
        }}
      >
        {!bare && (
          <div className="dialog-head">
            <h2>{title}</h2>
            {lead !== undefined && <p className="quiet-text">{lead}</p>}
            <button type="button" className="dialog-close" aria-label="Close" onClick={onClose}>
              <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
                <path d="M4 4L16 16M16 4L4 16" stroke="currentColor" strokeWidth="1.8" fill="none" />
              </svg>
            </button>
          </div>
        )}
        {bare ? <div className="dialog-bare">{children}</div> : <Body name={name}>{children}</Body>}
        {footer !== undefined && <div className="dialog-foot">{footer}</div>}
      </form>
    </dialog>
  )
}

/** What the dialog holds. Where it is taller than its window, the keyboard can reach it to scroll it. */
function Body({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = body.current
    if (!element) return undefined
    const measure = () => setScrolls(element.scrollHeight > element.clientHeight + 1)
    const sized = new ResizeObserver(measure)
    sized.observe(element)
    for (const child of element.children) sized.observe(child)
    return () => sized.disconnect()
  }, [])
  return (
    <div ref={body} className="dialog-body" {...(scrolls && { tabIndex: 0, role: 'group', 'aria-label': name })}>
      {children}
    </div>
  )
}
