/** What says nothing about which team it is: "the", and the word team itself. */
const PASSED_OVER = new Set(['the', 'team', 'teams'])
/** A shorter word keeps its s: "bus", "GPs" and "ICS" would lose what they are. */
const SHORTEST_PLURAL = 4

/**
 * A name as gathering compares it: without capitals, accents, punctuation, "the", "team" and a plural s. A name made of nothing else is compared
 * as it was typed.
 */
export function plainName(name: string): string {
  const typed = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = typed.replace(/['’]/gu, '').match(/[\p{L}\p{N}]+/gu) ?? []
  const plain = words.filter((word) => !PASSED_OVER.has(word)).map(singular).join(' ')
  return plain || typed.replace(/\s+/gu, ' ').trim()
}

function singular(word: string): string {
  return word.length >= SHORTEST_PLURAL && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** Each run of three letters of a plain name, its ends counted as spaces, with how often it occurs. */
export function trigrams(plain: string): ReadonlyMap<string, number> {
  const letters = [...`  ${plain} `]
  const counts = new Map<string, number>()
  for (let i = 0; i + 2 < letters.length; i++) {
    const three = `${letters[i]}${letters[i + 1]}${letters[i + 2]}`
    counts.set(three, (counts.get(three) ?? 0) + 1)
  }
  return counts
}

export function sizeOf(grams: ReadonlyMap<string, number>): number {
  let size = 0
  for (const count of grams.values()) size += count
  return size
}

/** Dice's coefficient over trigrams, 0 to 1: twice what two names have in common, by what they have together. */
export function likeness(shared: number, sizeA: number, sizeB: number): number {
  return sizeA + sizeB === 0 ? 0 : (2 * shared) / (sizeA + sizeB)
}
