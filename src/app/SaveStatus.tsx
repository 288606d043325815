import { useEffect, useState } from 'react'
import { useLive } from '../session/hooks.ts'
import { saveWords } from '../words/save-state.ts'
import './SaveStatus.css'

/** The save state in words; in projector mode a quiet dot, unless the work is at risk. */
export function SaveStatus({ isQuiet = false }: { readonly isQuiet?: boolean }) {
  const save = useLive((l) => l.save)
  const filedAt = useLive((l) => l.filedAt)
  const unfiledSince = useLive((l) => l.unfiledSince)
  const mayBeCleared = useLive((l) => l.persisted === false)
  const [now, setNow] = useState(() => Date.now())
  const isAtRisk = save.is === 'not saved' || save.is === 'memory only'

  useEffect(() => {
    setNow(Date.now())
    const tick = setInterval(() => setNow(Date.now()), isAtRisk ? 1000 : 20_000)
    return () => clearInterval(tick)
  }, [isAtRisk, save, filedAt])

  const words = saveWords(save, filedAt, now, unfiledSince, mayBeCleared)
  // The passing of minutes is not news: a change of state is said in the live region instead.
  return (
    <div className={`save-status${isAtRisk ? ' is-at-risk' : ''}${isQuiet && !isAtRisk ? ' is-quiet' : ''}`} role="status" aria-live="off" title={words}>
      <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
        {isAtRisk ? <path d="M0 -5L5.5 5H-5.5Z" fill="currentColor" /> : <circle r="4" fill={save.is === 'saving' ? 'none' : 'currentColor'} stroke="currentColor" />}
      </svg>
      <span className={isQuiet && !isAtRisk ? 'unseen' : undefined}>{words}</span>
    </div>
  )
}
