import { Inflate } from 'fflate'
import { fromBase64 } from '../../model/base64.ts'
import { Refusal } from '../found/finder.ts'
import { LIMITS } from '../native/limits.ts'

/** How many times its own size a page may unpack to, as for a zip. */
const RATIO = 200
/** Bytes unpacked at a time: a byte of deflate holds at most 1,032. */
const STEP = 16 * 1024

/** A page that is packed: base64 of a raw deflate of XML that is encoded as an address is. Counted as it unpacks. */
export function unpackPage(packed: string, place: string): string {
  const bytes = fromBase64(padded(packed))
  if (!bytes) throw new Refusal(place, 'it is neither a diagram nor a packed one; the file may be damaged')
  const parts: string[] = []
  const decoder = new TextDecoder()
  let size = 0
  const inflate = new Inflate((part, isLast) => {
    size += part.length
    if (size > LIMITS.bytes || size > RATIO * Math.max(bytes.length, STEP)) throw new Refusal(place, `it unpacks to more than ${size > LIMITS.bytes ? '64 MB' : `${RATIO} times its size`}`)
    parts.push(decoder.decode(part, { stream: !isLast }))
  })
  try {
    for (let at = 0; at < bytes.length; at += STEP) inflate.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
    return decodeURIComponent(parts.join(''))
  } catch (problem) {
    if (problem instanceof Refusal) throw problem
    throw new Refusal(place, 'it is packed in a way that cannot be unpacked; the file may be cut short or damaged')
  }
}

/** As draw.io writes it, with line breaks and without what fills up the end. */
function padded(text: string): string {
  const plain = text.replace(/\s+/g, '').replace(/=+$/, '')
  return plain.padEnd(Math.ceil(plain.length / 4) * 4, '=')
}
