import type { Json } from '../model/json.ts'
import { detect } from './detect.ts'
import type { Source } from './format.ts'
import { FORMATS } from './formats.ts'
import { decode } from './found/decode.ts'
import { Refusal } from './found/finder.ts'
import type { FindResult } from './found/found.ts'
import { LIMITS } from './native/limits.ts'
import { scanJson } from './native/scan-json.ts'

/** Bytes at the end of a zip that are looked at for its list of files. */
const LIST = 256 * 1024
/** Letters looked at to tell what a text is. */
const FIRST = 4096

/**
 * Reads a file of another tool by what is in it: what was found, or why it was refused and where; null where it is of no kind that is known.
 * `progress` is told from 0 to 1, and paces nothing. Rejects only where a reader broke down.
 */
export async function findFile(bytes: Uint8Array, progress: (share: number) => void): Promise<FindResult | null> {
  try {
    const source = look(bytes)
    // Nearly any text may be a table, so the list is asked from its end, where the formats stand that are told for sure.
    const format = FORMATS.findLast(({ isOne }) => isOne?.(source))
    const reading = (await format?.load())?.find?.(source)
    if (!reading) return null
    let step = reading.next()
    while (!step.done) {
      progress(step.value)
      step = reading.next()
    }
    if (step.value.maps.every(({ elements, ties, notes }) => elements.length + ties.length + notes.length === 0)) throw new Refusal('The file', `it is ${step.value.format}, and there is nothing in it: no element and no tie`)
    return step.value
  } catch (problem) {
    if (problem instanceof Refusal) return problem.refused
    throw problem
  }
}

function look(bytes: Uint8Array): Source {
  const content = detect(bytes)
  if (content !== 'zip' && bytes.length > LIMITS.bytes) throw new Refusal('The file', `it is ${Math.ceil(bytes.length / 1024 / 1024)} MB, and Sightlines opens files up to 64 MB`)
  if (content === 'empty') throw new Refusal('The file', 'it is empty')
  const start = startOf(bytes)
  if (content === 'zip') return { bytes, start: '', json: undefined, packed: namesIn(bytes) }
  if (content !== 'json') return { bytes, start, json: undefined, packed: [] }
  const { text } = decode(bytes, 'refuse')
  const plain = text.replace(/^\ufeff/, '')
  const { fault } = scanJson(plain)
  if (fault) throw new Refusal(`Line ${fault.line}, column ${fault.column}`, fault.reason)
  return { bytes, start, json: JSON.parse(plain) as Json, packed: [] }
}

/** Names as the zip's own list at its end has them; one that lies is found out when it is unpacked. */
function namesIn(bytes: Uint8Array): readonly string[] {
  const names: string[] = []
  const from = Math.max(0, bytes.length - LIST)
  for (let at = bytes.indexOf(0x50, from); at >= 0 && at + 46 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] !== 0x4b || bytes[at + 2] !== 0x01 || bytes[at + 3] !== 0x02) continue
    const length = (bytes[at + 28] ?? 0) | ((bytes[at + 29] ?? 0) << 8)
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)))
  }
  return names
}

function startOf(bytes: Uint8Array): string {
  const first = bytes.subarray(0, FIRST)
  const label = first[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(label).decode(first).trimStart()
}
