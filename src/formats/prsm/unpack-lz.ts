/** Bits of each UTF-16 unit that carry something, and what is added to keep the unit printable. */
const BITS = 15
const ADDED = 32
/** How many times its own length a text may unpack to, above the least below: each step can add a word as long as all before it. */
const RATIO = 200
const LEAST = 1_000_000
/** Bytes that tell whether a text is packed: the first letters of JSON take fewer. */
const FIRST = 60

/** What came of unpacking: the text; that it is no packed text; or that it grows past all bounds. */
export type Unpacked = { readonly is: 'text'; readonly text: string } | { readonly is: 'damaged' } | { readonly is: 'too much' }

/**
 * Text as lz-string's `compressToUTF16` packs it (pieroxy.net/blog/pages/lz-string, MIT): an LZ78 whose numbers stand in 15 bits of each unit, the least
 * bit first. `most` ends it early with what there is by then. Counted as it unpacks.
 */
export function unpackLz(packed: string, most = Infinity): Unpacked {
  const bits = new Bits(packed)
  const words: string[] = ['', '', '']
  const parts: string[] = []
  let [size, width, room] = [0, 2, 0]
  let before = ''
  const bound = Math.max(LEAST, packed.length * RATIO)
  for (;;) {
    if (bits.isOver) return { is: 'damaged' }
    let code = bits.read(width)
    if (code === 2) return { is: 'text', text: parts.join('') }
    if (code < 2) {
      words.push(String.fromCharCode(bits.read(code === 0 ? 8 : 16)))
      code = words.length - 1
      room--
    }
    if (parts.length === 0) [width, room] = [3, 4]
    else if (room === 0) room = 2 ** width++
    const word = words[code] ?? (code === words.length ? before + before.charAt(0) : null)
    if (word === null || word === '') return { is: 'damaged' }
    size += word.length
    if (size > bound) return { is: 'too much' }
    parts.push(word)
    if (size >= most) return { is: 'text', text: parts.join('') }
    if (before !== '') {
      words.push(before + word.charAt(0))
      room--
      if (room === 0) room = 2 ** width++
    }
    before = word
  }
}

class Bits {
  private readonly text: string
  private at = 0
  private mask = 2 ** (BITS - 1)

  constructor(text: string) {
    this.text = text
  }

  get isOver(): boolean {
    return this.at > this.text.length
  }

  read(count: number): number {
    let value = 0
    for (let i = 0; i < count; i++) {
      if (((this.text.charCodeAt(this.at) - ADDED) & this.mask) > 0) value |= 2 ** i
      this.mask >>= 1
      if (this.mask > 0) continue
      this.mask = 2 ** (BITS - 1)
      this.at++
    }
    return value
  }
}

/** Whether bytes begin as a packed object of JSON does. */
export function startsPacked(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, FIRST))
  if (text.length > 50 || text.startsWith('{')) return false
  const unpacked = unpackLz(text, 2)
  return unpacked.is === 'text' && /^\{["\s}]/.test(unpacked.text)
}
