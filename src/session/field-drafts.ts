import { createStore } from 'zustand/vanilla'
import { session } from './session.ts'

/** Text under the cursor of a form's fields that is not a change yet, by the field's key. `app/wiring` keeps it on the disk and puts it back. */
export const fieldDrafts = createStore<ReadonlyMap<string, string>>()(() => new Map())

/** The label of a note that is not on the map yet. */
export const NEW_NOTE = 'New note'

/** Names a field of the details panel: whose, in which view, and its label. */
export function fieldKey(label: string, subject = session.getState().selection.at(-1) ?? ''): string {
  return JSON.stringify([subject, session.getState().reading.perspective, label])
}

/** Of which subject, view and label a key is; null where it is none of ours. */
export function fieldOf(key: string): readonly [subject: string, perspective: string, label: string] | null {
  try {
    const parts: unknown = JSON.parse(key)
    return Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string') ? (parts as unknown as readonly [string, string, string]) : null
  } catch {
    return null
  }
}

/** Notes what a field holds while it is being typed; null once it has become a change or was given up. */
export function keepFieldDraft(key: string, text: string | null): void {
  const before = fieldDrafts.getState()
  if (text === null ? !before.has(key) : before.get(key) === text) return
  const next = new Map(before)
  if (text === null) next.delete(key)
  else next.set(key, text)
  fieldDrafts.setState(next, true)
}
