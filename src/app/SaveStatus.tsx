import { useEffect, useState } from 'react'
import type { SaveState } from '../session/live.ts'
import { useLive } from '../session/hooks.ts'
import './SaveStatus.css'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago, short: "just now", "2 min ago", "3 h ago", "4 days ago". */
function ago(then: number, now: number): string {
  const gone = Math.max(0, now - then)
  if (gone < minute) return 'just now'
  if (gone < hour) return `${Math.floor(gone / minute)} min ago`
  if (gone < day) return `${Math.floor(gone / hour)} h ago`
  const days = Math.floor(gone / day)
  return days === 1 ? 'yesterday' : `${days} days ago`
}

function forHowLong(since: number, now: number): string {
  // Counted in tens, so that the line can be read and does not flicker.
  const seconds = Math.floor((now - since) / 10_000) * 10
  if (seconds < 10) return ''
  return seconds < 120 ? ` for ${seconds} seconds` : ` for ${Math.floor(seconds / 60)} minutes`
}

/** The save state in words. It begins with "Saved", "Saving" or "Not saved", and says no more than is so. */
export function saveWords(save: SaveState, filedAt: number | null, firstKeptAt: number, now: number): string {
  if (save.is === 'saving') return 'Saving…'
  if (save.is === 'not saved') return `Not saved${forHowLong(save.since, now)}`
  if (save.is === 'memory only') return 'Not saved: kept in this tab only'
  if (filedAt === null) return now - firstKeptAt > day ? 'Saved only on this laptop. Save a file.' : 'Saved here · not in a file yet'
  return now - filedAt > day ? `Saved here · last file ${ago(filedAt, now)}. Save a file.` : `Saved here · file ${ago(filedAt, now)}`
}

/** When the oldest thing of the map was made: since then it could have gone to a file. */
function useFirstKept(): number {
  const elements = useLive((l) => l.map?.elements)
  let first = Date.now()
  for (const element of elements?.values() ?? []) {
    const at = Date.parse(element.added)
    if (at < first) first = at
  }
  return first
}

export function SaveStatus() {
  const save = useLive((l) => l.save)
  const filedAt = useLive((l) => l.filedAt)
  const firstKept = useFirstKept()
  const [now, setNow] = useState(() => Date.now())
  const isAtRisk = save.is === 'not saved' || save.is === 'memory only'

  useEffect(() => {
    setNow(Date.now())
    const tick = setInterval(() => setNow(Date.now()), isAtRisk ? 2000 : 20_000)
    return () => clearInterval(tick)
  }, [isAtRisk, save, filedAt])

  // The passing of minutes is not news: a change of state is said in the live region instead.
  return (
    <div className={`save-status${isAtRisk ? ' is-at-risk' : ''}`} role="status" aria-live="off">
      <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
        {isAtRisk ? <path d="M0 -5L5.5 5H-5.5Z" fill="currentColor" /> : <circle r="4.5" fill={save.is === 'saving' ? 'none' : 'currentColor'} stroke="currentColor" />}
      </svg>
      <span>{saveWords(save, filedAt, firstKept, now)}</span>
    </div>
  )
}
