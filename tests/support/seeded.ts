import type { Random } from '../../src/model/ids.ts'

/** Repeatable chance in [0, 1). Mulberry32, by Tommy Ettinger, public domain. */
export function seeded(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from `from` to `to`, both included. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1))
}

/** One of a list that is not empty. */
export function oneOf<T>(random: Random, list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)]
  if (list.length === 0) throw new Error('Nothing to choose from')
  return one as T
}

/** A few of a list, each at most once, in no order. */
export function someOf<T>(random: Random, list: readonly T[], most = 4): T[] {
  const left = [...list]
  const taken: T[] = []
  for (let i = between(random, 0, Math.min(most, left.length)); i > 0; i--) taken.push(...left.splice(Math.floor(random() * left.length), 1))
  return taken
}
