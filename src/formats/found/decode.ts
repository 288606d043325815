import type { Repair } from '../repair.ts'
import { LIMITS } from '../native/limits.ts'
import { Refusal } from './finder.ts'

export interface Decoded {
  readonly text: string
  readonly repairs: readonly Repair[]
}

/** How a text may be read that is not UTF-8 and does not say what it is. */
type Otherwise = 'refuse' | 'western'

/**
 * Bytes as text: by their byte order mark, else UTF-8, else as the file says of itself, else (where `otherwise` allows it) as Windows writes
 * Western letters, which is said. Throws a refusal with the line of the first byte that is no letter.
 */
export function decode(bytes: Uint8Array, otherwise: Otherwise, declared?: string): Decoded {
  if (bytes.length > LIMITS.bytes) throw new Refusal('The file', `it is ${Math.ceil(bytes.length / 1024 / 1024)} MB, and Sightlines opens files up to 64 MB`)
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (mark) return { text: whole(bytes, mark) ?? refuse(bytes, mark), repairs: [] }
  const plain = whole(bytes, 'utf-8')
  if (plain !== null && (declared === undefined || /^(?:utf-?8|us-ascii|ascii)$/i.test(declared))) return { text: plain, repairs: [] }
  const said = declared === undefined || /^utf-?16/i.test(declared) ? null : whole(bytes, declared)
  if (said !== null) return { text: said, repairs: [] }
  if (plain !== null) return { text: plain, repairs: declared === undefined ? [] : [{ place: 'Line 1', words: `the file says that its letters are “${declared}”; they are UTF-8, and were read as that` }] }
  const western = otherwise === 'western' ? whole(bytes, 'windows-1252') : null
  if (western === null) return { text: refuse(bytes, 'utf-8'), repairs: [] }
  return { text: western, repairs: [{ place: `Line ${lineOfFault(bytes)}`, words: 'the letters are not UTF-8; they were read as Western European (Windows-1252). Look at names with accents' }] }
}

function whole(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function refuse(bytes: Uint8Array, label: string): never {
  throw new Refusal(label === 'utf-8' ? `Line ${lineOfFault(bytes)}` : 'The file', `its letters are not ${label.toUpperCase()}; save it as UTF-8 and open it again`)
}

/** The line of the first byte that is not UTF-8. Lines are decoded one by one, so this costs one pass. */
function lineOfFault(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const found = bytes.indexOf(0x0a, from)
    const end = found < 0 ? bytes.length : found + 1
    if (whole(bytes.subarray(from, end), 'utf-8') === null) return line
    from = end
  }
  return line
}
