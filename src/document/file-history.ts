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

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]]
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    parts.push((DIGITS[word >> 18] ?? '') + (DIGITS[(word >> 12) & 63] ?? '') + (b === undefined ? '=' : (DIGITS[(word >> 6) & 63] ?? '')) + (c === undefined ? '=' : (DIGITS[word & 63] ?? '')))
  }
  return parts.join('')
}

/** Null where the text is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  const bytes = new Uint8Array((text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0))
  for (let i = 0, at = 0; i < text.length; i += 4) {
    let word = 0
    for (let j = 0; j < 4; j++) word = (word << 6) | Math.max(0, DIGITS.indexOf(text[i + j] ?? 'A'))
    for (const shift of [16, 8, 0]) if (at < bytes.length) bytes[at++] = (word >> shift) & 255
  }
  return bytes
}
