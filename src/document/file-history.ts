import type { SystemMap } from '../model/system-map.ts'
import { fold } from './encoding.ts'
import { MapDocument } from './map-document.ts'
import { MAIN } from './privacy.ts'

/**
 * A map's merge history for its file: the state of a throw-away document loaded from the stored one, because merged updates keep deleted
 * words for good. Private documents are no part of it. Null while an update is missing.
 */
export function fileHistory(stored: readonly Uint8Array[]): Uint8Array | null {
  return fold(stored)
}

/**
 * The document of a file's history, where what it projects is exactly what the file says: `isSame` compares, because only the format
 * knows what of a map is in its file. Null otherwise, or where the bytes are no document.
 */
export function documentOf(history: Uint8Array, isSame: (map: SystemMap) => boolean): MapDocument | null {
  try {
    const document = MapDocument.load([{ name: MAIN, updates: [history] }])
    return document.isComplete && isSame(document.map) ? document : null
  } catch {
    return null
  }
}
