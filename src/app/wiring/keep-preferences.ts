import { preferences, type Preferences } from '../../session/preferences.ts'
import type { Library } from '../../storage/library.ts'

const KEY = 'preferences'

/** Of what was kept, the parts that are of the same type as the preferences have now: another version may have kept it. */
function fitting(kept: unknown): Partial<Preferences> {
  if (typeof kept !== 'object' || kept === null) return {}
  const now = preferences.getState() as unknown as Record<string, unknown>
  return Object.fromEntries(Object.entries(kept).filter(([name, value]) => Object.hasOwn(now, name) && typeof value === typeof now[name] && Array.isArray(value) === Array.isArray(now[name])))
}

/** Puts this device's preferences back, then keeps every change of them. */
export async function wirePreferences(ready: Promise<Library>): Promise<void> {
  const library = await ready
  preferences.setState(fitting(await library.preference(KEY).catch(() => null)))
  preferences.subscribe((now) => void library.keepPreference(KEY, { ...now }).catch(() => undefined))
}
