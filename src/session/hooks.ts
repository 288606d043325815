import { useStore } from 'zustand'
import { live, type LiveState } from './live.ts'
import { preferences, type Preferences } from './preferences.ts'
import { session, type SessionState } from './session.ts'

/** Draws again when what `pick` gives is another object or value: pick the least that is drawn. */
export function useSession<T>(pick: (state: SessionState) => T): T {
  return useStore(session, pick)
}

export function useLive<T>(pick: (state: LiveState) => T): T {
  return useStore(live, pick)
}

export function usePreferences<T>(pick: (state: Preferences) => T): T {
  return useStore(preferences, pick)
}
