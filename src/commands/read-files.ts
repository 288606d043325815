import type { ReadResult } from '../formats/format.ts'
import type { FindResult } from '../formats/found/found.ts'
import type { MetFile, OpenedHere } from '../session/session.ts'
import type { FileIn } from './ports.ts'
import { unlocker, type Unlocked } from './unlock-files.ts'

export type Refusal = { readonly file: string; readonly place: string; readonly reason: string }
export type Found = OpenedHere & { readonly ok: true }

type NativeResult = ReadResult & { readonly savedAt?: string; readonly document?: string }
/** What reads the bytes of a map file. A zip's maps are read where it is unpacked. */
type Reader = (bytes: Uint8Array) => Promise<NativeResult>
/** What reads the bytes of another tool's file; null where it is of no kind that is known. */
type Find = (bytes: Uint8Array) => Promise<FindResult | null>
/** What gets at the bytes of a locked file. */
type Unlock = (file: string, bytes: Uint8Array) => Promise<Unlocked>
interface ReadFiles {
  readonly found: readonly Found[]
  readonly met: readonly MetFile[]
  readonly refused: readonly Refusal[]
}
type Result = Found | MetFile | Refusal

/** No file past this is even read: a zip is the largest thing that can be opened. */
const MOST_BYTES = 256 * 1024 * 1024

/** Reads a map file on this thread. */
export async function readHere(bytes: Uint8Array): Promise<NativeResult> {
  const { FORMATS } = await import('../formats/formats.ts')
  const [native] = FORMATS
  return (await (await native?.load())?.read?.(bytes)) ?? { ok: false, place: 'The file', reason: 'no reader for it is here' }
}

/**
 * Every map of these files, every file of another tool, and every file that was refused, each in their order. What is in one of them touches no other.
 * A locked one asks for its passphrase; one that the person lets be is none of them. Rejects only where a reader was stopped.
 */
export async function readFiles(files: readonly FileIn[], find: Find, read: Reader): Promise<ReadFiles> {
  const unlock = unlocker()
  const results = (await Promise.all(files.map((file) => readFile(file, find, read, unlock)))).flat()
  return {
    found: results.filter((result): result is Found => 'ok' in result),
    met: results.filter((result): result is MetFile => 'found' in result),
    refused: results.filter((result): result is Refusal => 'reason' in result),
  }
}

async function readFile(file: FileIn, find: Find, read: Reader, unlock: Unlock): Promise<readonly Result[]> {
  const refuse = (place: string, reason: string): readonly Refusal[] => [{ file: file.name, place, reason }]
  if (file.size > MOST_BYTES) return refuse('The file', `it is ${Math.ceil(file.size / 1024 / 1024)} MB, and Sightlines opens maps up to 64 MB`)
  try {
    const bytes = await file.bytes()
    const { detect, describe } = await import('../formats/detect.ts')
    const content = detect(bytes)
    if (content === 'empty') return refuse('The file', 'it is empty')
    if (content === 'locked') return await readLocked(file.name, bytes, read, unlock)
    const met = content === 'native' ? null : await find(bytes)
    if (met) return [met.ok ? { file: file.name, found: met } : { file: file.name, place: met.place, reason: met.reason }]
    if (content === 'zip') return await readZip(file.name, bytes)
    if (content !== 'native' && content !== 'json' && content !== 'text') return refuse('The file', `it is ${describe(content)}, and there is no map in it that Sightlines can open`)
    if (content === 'text') return refuse('The file', 'it is plain text, and neither a map nor a table that Sightlines knows')
    return [outcome(file.name, await read(bytes))]
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason
    return refuse('The file', 'the browser could not read it from the disk')
  }
}

async function readLocked(file: string, bytes: Uint8Array, read: Reader, unlock: Unlock): Promise<readonly (Found | Refusal)[]> {
  const inside = await unlock(file, bytes)
  if (inside === null) return []
  return ['bytes' in inside ? outcome(file, await read(inside.bytes)) : { file, place: inside.place, reason: inside.reason }]
}

async function readZip(name: string, bytes: Uint8Array): Promise<readonly (Found | Refusal)[]> {
  const [{ unzipMaps }, { readNative }] = await Promise.all([import('../formats/zip.ts'), import('../formats/native/read-native.ts')])
  const unzipped = unzipMaps(bytes)
  if (!unzipped.ok) return [{ file: name, place: unzipped.place, reason: unzipped.reason }]
  return unzipped.files.map((file) => outcome(file.name, readNative(file.text)))
}

function outcome(file: string, result: NativeResult): Found | Refusal {
  return result.ok ? { ok: true, file, whole: result.whole, repairs: result.repairs, savedAt: result.savedAt ?? '', ...(result.document === undefined ? {} : { history: result.document }) } : { file, place: result.place, reason: result.reason }
}
