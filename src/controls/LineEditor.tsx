import { useEffect, useRef, useState } from 'react'

/** One line of text in place: Enter and leaving keep it, Escape gives it up. */
export function LineEditor({ label, words, onKeep, onLeave }: { readonly label: string; readonly words: string; readonly onKeep: (words: string) => void; readonly onLeave: () => void }) {
  const [typed, setTyped] = useState(words)
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => input.current?.select(), [])

  function finish(keeps: boolean) {
    if (isDone.current) return
    isDone.current = true
    if (keeps) onKeep(typed)
    else onLeave()
  }

  return (
    <input
      ref={input}
      className="field line-editor"
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      autoComplete="off"
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(true)
        else if (event.key === 'Escape') finish(false)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
