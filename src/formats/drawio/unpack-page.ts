import { Inflate } from 'fflate'
import { Refusal } from '../found/finder.ts'
import { LIMITS } from '../native/limits.ts'

/** How many times its own size a page may unpack to, as for a zip. */
const RATIO = 200
/** Bytes unpacked at a time: a byte of deflate holds at most 1,032. */
const STEP = 16 * 1024
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** A page that is packed: base64 of a raw deflate of XML that is encoded as an address is. Counted as it unpacks. */
export function unpackPage(packed: string, place: string): string {
  const bytes = fromBase64(packed)
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

function fromBase64(text: string): Uint8Array | null {
  const plain = text.replace(/\s+/g, '').replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4))
  let [held, bits, at] = [0, 0, 0]
  for (const letter of plain) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 0xff
  }
  return bytes
}
