import * as Y from 'yjs'

/** How states and updates are encoded. The first encoding looks alike, so a stored row says which it is. */
export const ENCODING = 'yjs-v2'

/** One state out of a document's state and updates, without what was deleted; null while an update is missing that others build on. Throws where bytes are not a document's. */
export function fold(updates: readonly Uint8Array[]): Uint8Array | null {
  const doc = new Y.Doc()
  doc.transact(() => updates.forEach((update) => Y.applyUpdateV2(doc, update)))
  const isComplete = doc.store.pendingStructs === null && doc.store.pendingDs === null
  const state = isComplete ? Y.encodeStateAsUpdateV2(doc) : null
  doc.destroy()
  return state
}

/** Several updates as one, history and all. */
export function joinedUpdate(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates
  return updates.length === 1 && only ? only : Y.mergeUpdatesV2([...updates])
}

/** How much of every hand's work some updates hold, up to the first gap. */
export function stateVector(updates: readonly Uint8Array[]): Uint8Array {
  return updates.length === 0 ? Y.encodeStateVector(new Y.Doc()) : Y.encodeStateVectorFromUpdateV2(joinedUpdate(updates))
}

/** Whether the second holds work that the first does not. Deletions alone do not show. */
export function isBehind(updates: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  const has = Y.decodeStateVector(stateVector(updates))
  return [...Y.decodeStateVector(stateVector(other))].some(([hand, clock]) => clock > (has.get(hand) ?? 0))
}

/** The updates that can be read at all: a damaged row must not hide the sound ones. */
export function readable(updates: readonly Uint8Array[]): Uint8Array[] {
  return updates.filter((update) => {
    try {
      Y.decodeUpdateV2(update)
      return true
    } catch {
      return false
    }
  })
}
