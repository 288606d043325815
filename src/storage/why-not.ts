import { NewerDatabase } from './disk.ts'

export const GONE = 'This map was deleted in another tab.'

/** Why a write did not reach the disk, as a short sentence. A full disk often shows as an aborted transaction, so the words do not guess too far. */
export function whyNot(reason: unknown): string {
  if (reason instanceof NewerDatabase) return 'A newer version of Sightlines is open in another tab.'
  const name = innermost(reason)
  if (name === 'QuotaExceededError') return 'The browser’s storage is full.'
  if (name === 'DatabaseClosedError' || name === 'InvalidStateError') return 'The browser closed its storage.'
  return 'The browser could not write to its storage. The disk may be full.'
}

function innermost(reason: unknown): string {
  if (typeof reason !== 'object' || reason === null) return ''
  const { name, inner } = reason as { readonly name?: unknown; readonly inner?: unknown }
  return inner && inner !== reason ? innermost(inner) || String(name) : String(name)
}
