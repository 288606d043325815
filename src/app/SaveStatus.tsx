import { useEffect, useState } from 'react'
import type { MapElement } from '../model/records.ts'
import type { Records } from '../model/system-map.ts'
import { useLive } from '../session/hooks.ts'
import { saveWords } from '../words/save-state.ts'
import './SaveStatus.css'

/** When the oldest thing of the map was made: what was never in a file has been without one since then. */
function firstAdded(elements: Records<MapElement> | undefined): number | null {
  let first = Number.POSITIVE_INFINITY
  for (const { added } of elements?.values() ?? []) {
    const at = Date.parse(added)
    if (at < first) first = at
  }
  return Number.isFinite(first) ? first : null
}

/** The save state in words; in projector mode a quiet dot, unless the work is at risk. */
export function SaveStatus({ isQuiet = false }: { readonly isQuiet?: boolean }) {
  const save = useLive((l) => l.save)
  const filedAt = useLive((l) => l.filedAt)
  const elements = useLive((l) => l.map?.elements)
  const isIllustrative = useLive((l) => l.map?.meta.illustrative ?? false)
  const [now, setNow] = useState(() => Date.now())
  const isAtRisk = save.is === 'not saved' || save.is === 'memory only'

  useEffect(() => {
    setNow(Date.now())
    const tick = setInterval(() => setNow(Date.now()), isAtRisk ? 1000 : 20_000)
    return () => clearInterval(tick)
  }, [isAtRisk, save, filedAt])

  const unfiledSince = filedAt ?? (isIllustrative ? null : firstAdded(elements))
  const words = saveWords(save, filedAt, now, unfiledSince)
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
