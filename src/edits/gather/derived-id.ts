import type { Id } from '../../model/ids.ts'

/**
 * An id made of words alone, so that gathering the same thing again gives the same id, on any laptop and in any order of files. 62 bits, two runs of
 * FNV-1a with an avalanche at the end; it tells things apart, and is no defence against somebody who wants two to look alike.
 */
export function derivedId(...words: readonly string[]): Id {
  const text = JSON.stringify(words)
  return `${half(text, 0x811c9dc5)}${half(text, 0x9747b28c)}`
}

function half(text: string, seed: number): string {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0).toString(36).padStart(7, '0')
}
