/**
 * The key of a frozen content: 128 bits of its canonical text, as 32 hexadecimal digits. Two runs of cyrb53 by bryc (public domain,
 * github.com/bryc/code, jshash/experimental/cyrb53.js) with its two halves kept whole. It tells contents apart; it is no defence
 * against somebody who wants two to look alike. Linear in the text.
 */
export function contentKey(canonicalText: string): string {
  return half(canonicalText, 0) + half(canonicalText, 0x5bd1e995)
}

function half(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return hex(b) + hex(a)
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
