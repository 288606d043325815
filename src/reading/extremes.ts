import { RATINGS, type Rating } from './answer.ts'
import { FULL_RANGE } from './compare.ts'
import type { SubjectSpread } from './spread.ts'

/** In what the voices lie furthest apart: a rating, or whether it is there at all where no rating tells how far. Null where nothing can be held against anything. */
export function furthestIn({ range, divergence }: SubjectSpread): Rating | 'presence' | null {
  if (divergence === undefined) return null
  return RATINGS.find((rating) => range[rating] !== undefined && (range[rating] as number) / FULL_RANGE[rating] === divergence) ?? 'presence'
}
