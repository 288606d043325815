import { useEffect, useRef } from 'react'
import './Toast.css'

const SHOWN = 8000

/** One line that goes after eight seconds; it stays while the pointer or the focus is on it. */
export function Toast({ words, button, onButton, onGone }: { readonly words: string; readonly button?: string; readonly onButton?: () => void; readonly onGone: () => void }) {
  const gone = useRef(onGone)
  gone.current = onGone
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  function start() {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => gone.current(), SHOWN)
  }
  useEffect(() => {
    timer.current = setTimeout(() => gone.current(), SHOWN)
    return () => clearTimeout(timer.current)
  }, [words])

  return (
    <div className="toast" onPointerEnter={() => clearTimeout(timer.current)} onPointerLeave={start} onFocus={() => clearTimeout(timer.current)} onBlur={start}>
      <span>{words}</span>
      {button !== undefined && (
        <button type="button" onClick={onButton}>
          {button}
        </button>
      )}
    </div>
  )
}
