import { duration, timeAgo } from './dates.ts'

/** After this long without a file the work is only on this laptop, which a browser may tidy away. */
const DAY = 24 * 60 * 60 * 1000

export interface Kept {
  readonly is: 'saved' | 'saving' | 'not saved' | 'memory only'
  /** Of *not saved*: when it began. Epoch milliseconds, as all moments here. */
  readonly since?: number
}

/**
 * The save state in words. `filedAt` is when the map last went to a file; `unfiledSince` the first change that is in none,
 * where it is known; `mayBeCleared` where the browser did not promise to keep it. Begins with Saved, Saving or Not saved, always.
 */
export function saveWords(kept: Kept, filedAt: number | null, now: number, unfiledSince: number | null = filedAt, mayBeCleared = false): string {
  if (kept.is === 'saving') return 'Saving'
  if (kept.is === 'not saved') return `Not saved for ${duration(now - (kept.since ?? now))}`
  if (kept.is === 'memory only') return 'Not saved · only in this tab'
  // A day has gone by without a file.
  if (unfiledSince !== null && now - unfiledSince >= DAY) return 'Saved here · Only on this laptop. Save a file.'
  if (filedAt === null) return mayBeCleared ? 'Saved here · This browser may clear it. Save a file.' : 'Saved here · not in a file yet'
  return `Saved here · last file ${timeAgo(filedAt, now)}`
}
