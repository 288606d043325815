const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const CODES = new TextEncoder().encode(LETTERS)
const VALUES = new Int8Array(128).fill(-1)
CODES.forEach((code, value) => (VALUES[code] = value))
const PADDING = 0x3d

/** Bytes as base64 (RFC 4648), by way of bytes again: a file is too long to be joined from pieces of text. */
export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING)
  for (let i = 0, at = 0; i < bytes.length; i += 3, at += 4) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]]
    const word = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    text[at] = CODES[word >> 18] ?? 0
    text[at + 1] = CODES[(word >> 12) & 63] ?? 0
    if (b !== undefined) text[at + 2] = CODES[(word >> 6) & 63] ?? 0
    if (c !== undefined) text[at + 3] = CODES[word & 63] ?? 0
  }
  return new TextDecoder().decode(text)
}

/** Null where the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null
  const length = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let [held, bits, at] = [0, 0, 0]
  for (let i = 0; i < length; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? -1
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 0xff
  }
  return bytes
}
