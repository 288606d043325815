import type { Id } from '../model/ids.ts'
import type { MapElement, Perspective, Relationship } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { RATINGS, strengthWithZero, type Rating } from './answer.ts'
import { FULL_RANGE } from './compare.ts'
import { pool } from './pool.ts'
import { resolve } from './resolve.ts'
import type { SubjectSpread } from './spread.ts'

/** In what the voices lie furthest apart: a rating, or whether it is there at all where no rating tells how far. Null where nothing can be held against anything. */
export function furthestIn({ range, divergence }: SubjectSpread): Rating | 'presence' | null {
  if (divergence === undefined) return null
  return RATINGS.find((rating) => range[rating] !== undefined && (range[rating] as number) / FULL_RANGE[rating] === divergence) ?? 'presence'
}

/** The voices at either end of a spread. */
export interface Extremes {
  readonly lowest: readonly Perspective[]
  readonly highest: readonly Perspective[]
}

/** Who says least and who says most of a subject. A no is strength 0 on a tie; of presence, those who say no are lowest. */
export function extremesOf(moment: MapContent, voices: readonly Perspective[], subject: Id, of: Rating | 'presence'): Extremes {
  const { elements, ties } = pool(moment)
  const record: MapElement | Relationship | undefined = elements.get(subject) ?? ties.get(subject)
  const isTie = record !== undefined && 'from' in record
  const said: { readonly voice: Perspective; readonly value: number }[] = []
  for (const voice of voices) {
    const answer = resolve(moment, voice.id).of(subject)
    const value = of === 'presence' ? { yes: 1, no: 0, silent: undefined }[answer.state] : of === 'strength' && isTie ? strengthWithZero(answer) : answer[of]
    if (value !== undefined) said.push({ voice, value })
  }
  const values = said.map(({ value }) => value)
  const at = (edge: number) => said.flatMap(({ voice, value }) => (value === edge ? [voice] : []))
  return { lowest: at(Math.min(...values)), highest: at(Math.max(...values)) }
}
