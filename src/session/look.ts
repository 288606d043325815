import type { ReadingName } from '../model/records.ts'
import { comparedAfter, isSameReading } from '../reading/axis.ts'
import { session, type SessionState } from './session.ts'

/** The session with another reading on screen, and what is then compared with it. */
export function looking({ reading, compared }: Pick<SessionState, 'reading' | 'compared'>, at: ReadingName): Pick<SessionState, 'reading' | 'compared'> {
  return { reading: at, compared: comparedAfter(reading, compared, at) }
}

/** Puts a reading on screen. */
export function lookAt(at: Partial<ReadingName>): void {
  session.setState((before) => looking(before, { ...before.reading, ...at }))
}

/** Compares what is on screen with another reading; null, or the same reading, stops comparing. */
export function compareWith(other: ReadingName | null): void {
  session.setState(({ reading, overlay }) => (other && !isSameReading(other, reading) ? { compared: other } : { compared: null, overlay: overlay === 'towards' ? null : overlay }))
}
