import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { detect } from './detect.ts'
import type { Refused } from './format.ts'
import { LIMITS } from './native/limits.ts'

export interface TextFile {
  readonly name: string
  readonly text: string
}

const UNPACKED = 256 * 1024 * 1024
const RATIO = 200

/** All maps as one zip. Two of one name get a number. */
export function zipMaps(files: readonly TextFile[]): Uint8Array {
  const entries = new Map<string, Uint8Array>()
  for (const { name, text } of files) {
    let unique = name
    for (let n = 2; entries.has(unique); n++) unique = name.replace(/(\.sightlines)?(\.\w+)?$/, ` ${n}$1$2`)
    entries.set(unique, strToU8(text))
  }
  return zipSync(Object.fromEntries(entries), { level: 6 })
}

interface Unzipped {
  readonly ok: true
  readonly files: readonly TextFile[]
}

/**
 * The maps in a zip. What an entry says of its size is checked before it is unpacked: 256 MB in all, 200 times its packed
 * size, and 64 MB each. Entries that are no maps (folders, a system's own notes) are passed over.
 */
export function unzipMaps(bytes: Uint8Array): Unzipped | Refused {
  const refuse = (place: string, reason: string): Refused => ({ ok: false, place, reason })
  let total = 0
  let fault: Refused | null = null
  try {
    const entries = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (fault || name.endsWith('/') || name.startsWith('__MACOSX/')) return false
        total += originalSize
        if (total > UNPACKED) fault = refuse(`“${name}”`, 'the zip unpacks to more than 256 MB')
        else if (originalSize > RATIO * Math.max(size, 1) && originalSize > 1024 * 1024) fault = refuse(`“${name}”`, 'it unpacks to more than 200 times its size')
        else if (originalSize > LIMITS.bytes) fault = refuse(`“${name}”`, 'it is larger than 64 MB')
        return fault === null
      },
    })
    if (fault) return fault
    const files = Object.entries(entries).filter(([, content]) => detect(content) === 'native').map(([name, content]) => ({ name, text: strFromU8(content) }))
    return files.length ? { ok: true, files } : refuse('The zip', 'there is no Sightlines map in it')
  } catch {
    return fault ?? refuse('The zip', 'it is cut short or damaged')
  }
}
