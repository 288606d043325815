import { strFromU8, strToU8, Unzip, UnzipInflate, zipSync, type UnzipFile, type Zippable } from 'fflate'
import { detect } from './detect.ts'
import type { Refused } from './repair.ts'
import { LIMITS } from './native/limits.ts'

export interface TextFile {
  readonly name: string
  readonly text: string
}

interface Unzipped {
  readonly ok: true
  readonly files: readonly TextFile[]
}

interface UnzippedFiles {
  readonly ok: true
  readonly files: readonly { readonly name: string; readonly content: Uint8Array }[]
}

/** Bytes of everything in a zip, unpacked; 256 MB. */
const UNPACKED = 256 * 1024 * 1024
/** How many times its own size a zip may unpack to. */
const RATIO = 200
/** Bytes unpacked at a time: a byte of deflate holds at most 1,032, so a bomb is noticed within 16 MB. */
const STEP = 16 * 1024
/** A zip knows no date before this; it stands for none. */
const NO_DATE = new Date(1980, 0, 1, 12)

/** Texts as one zip, each under its own file name: a name that stands there already gets a number before its ending. */
export function zipTexts(files: readonly TextFile[], written: Date = NO_DATE): Uint8Array {
  const entries = new Map<string, Uint8Array>()
  for (const { name, text } of files) {
    let free = name
    for (let n = 2; entries.has(free); n++) free = name.replace(/((?:\.sightlines)?\.\w+)?$/, ` ${n}$1`)
    entries.set(free, strToU8(text))
  }
  return zipSync(Object.fromEntries(entries) as Zippable, { level: 6, mtime: written })
}

/** The Sightlines maps in a zip. What is no map is passed over. */
export function unzipMaps(bytes: Uint8Array): Unzipped | Refused {
  const unzipped = unzipFiles(bytes)
  if (!unzipped.ok) return unzipped
  const files = unzipped.files.filter(({ content }) => ['native', 'locked'].includes(detect(content)))
  if (files.length === 0) return { ok: false, place: 'The zip', reason: 'there is no Sightlines map in it' }
  return { ok: true, files: files.map(({ name, content }) => ({ name, text: strFromU8(content) })) }
}

/**
 * All files of a zip. What a zip says of its own sizes is not believed: everything is counted as it unpacks, and the zip is refused as soon as it is
 * more than 256 MB, more than 200 times the zip, or one file of more than 64 MB.
 */
export function unzipFiles(bytes: Uint8Array): UnzippedFiles | Refused {
  return new Unzipper(bytes).read()
}

class Unzipper {
  private readonly bytes: Uint8Array
  private readonly found: { readonly name: string; readonly parts: Uint8Array[]; isWhole: boolean }[] = []
  private total = 0
  private refused: Refused | null = null

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  read(): UnzippedFiles | Refused {
    const unzip = new Unzip((file) => this.open(file))
    unzip.register(UnzipInflate)
    try {
      for (let at = 0; at < this.bytes.length && !this.refused; at += STEP) unzip.push(this.bytes.subarray(at, at + STEP), at + STEP >= this.bytes.length)
    } catch {
      this.refuse('The zip', 'it is cut short or damaged')
    }
    if (this.refused) return this.refused
    const torn = this.found.find(({ isWhole }) => !isWhole)
    if (torn) return { ok: false, place: `“${torn.name}”`, reason: 'it is cut short or damaged' }
    return { ok: true, files: this.found.map(({ name, parts }) => ({ name, content: joined(parts) })) }
  }

  private open(file: UnzipFile): void {
    if (file.name.endsWith('/')) return
    const entry = { name: file.name, parts: [] as Uint8Array[], isWhole: false }
    this.found.push(entry)
    let size = 0
    file.ondata = (fault, part, isLast) => {
      if (fault) return this.refuse(`“${file.name}”`, 'it is packed in a way that Sightlines cannot unpack, or is damaged')
      size += part.length
      this.count(file.name, part.length, size)
      if (!this.refused) entry.parts.push(part)
      entry.isWhole = isLast
    }
    file.start()
  }

  private count(name: string, more: number, size: number): void {
    this.total += more
    if (this.total > UNPACKED) this.refuse('The zip', 'it unpacks to more than 256 MB')
    else if (this.total > RATIO * this.bytes.length) this.refuse('The zip', `it unpacks to more than ${RATIO} times its size`)
    else if (size > LIMITS.bytes) this.refuse(`“${name}”`, 'it is larger than 64 MB')
  }

  private refuse(place: string, reason: string): void {
    this.refused ??= { ok: false, place, reason }
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
