import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { RATINGS, SILENT, strengthWithZero, type Answer, type Rating } from './answer.ts'
import { pool } from './pool.ts'
import type { Reading } from './resolve.ts'

/** One side of a comparison: a moment, seen by somebody. */
export interface Side {
  readonly moment: Pick<MapContent, 'elements' | 'relationships'>
  readonly reading: Reading
}

/** What became of a subject from A to B; only the words for it follow the axis. */
export type ChangeClass = 'appeared' | 'gone' | 'up' | 'down' | 'warmer' | 'cooler' | 'same' | 'unsaid'

export interface Compared {
  readonly class: ChangeClass
  /** What is known of both sides, as the difference B − A; a no counts as strength 0. */
  readonly delta: Readonly<Partial<Record<Rating, number>>>
  /** The largest difference as a share of its scale, 0 to 1; undefined where no field is known of both and they are not the same. */
  readonly size: number | undefined
  readonly a: Answer
  readonly b: Answer
}

export interface Comparison {
  readonly a: Side
  readonly b: Side
  /** Of a subject in neither pool: unsaid. */
  of(subject: Id): Compared
}

/** How far apart two answers can be. */
export const FULL_RANGE: Readonly<Record<Rating, number>> = { strength: 5, quality: 4, influence: 4, interest: 4, progress: 4 }
/** Up or down is said by the first of these that both rated and that differs. */
const BY_STEP: readonly Rating[] = ['strength', 'influence', 'progress', 'interest']
const NO: Answer = { state: 'no' }

/** Of ties, and of elements: a no is strength 0 on a tie only. */
const compared = { tie: new WeakMap<Answer, WeakMap<Answer, Compared>>(), element: new WeakMap<Answer, WeakMap<Answer, Compared>>() }
const comparisons = new WeakMap<Reading, WeakMap<Reading, Comparison>>()

/**
 * Two readings side by side. Lazy: a subject costs one look at each side, when asked for; the same two answers give the same object,
 * so that one edit compares one subject anew.
 */
export function compare(a: Side, b: Side): Comparison {
  let byB = comparisons.get(a.reading)
  if (!byB) comparisons.set(a.reading, (byB = new WeakMap()))
  let found = byB.get(b.reading)
  if (!found) byB.set(b.reading, (found = { a, b, of: (subject) => ofSubject(a, b, subject) }))
  return found
}

function ofSubject(a: Side, b: Side, subject: Id): Compared {
  const [isInA, isInB] = [isIn(a, subject), isIn(b, subject)]
  const [saidA, saidB] = [isInA ? a.reading.of(subject) : SILENT, isInB ? b.reading.of(subject) : SILENT]
  // What one moment did not have, it said no to, if the other says yes; else there is nothing to compare.
  const sort = a.moment.elements.has(subject) || b.moment.elements.has(subject) ? 'element' : 'tie'
  return ofAnswers(isInA || saidB.state !== 'yes' ? saidA : NO, isInB || saidA.state !== 'yes' ? saidB : NO, sort)
}

function isIn({ moment }: Side, subject: Id): boolean {
  const { elements, ties } = pool(moment)
  return elements.has(subject) || ties.has(subject)
}

function ofAnswers(a: Answer, b: Answer, sort: keyof typeof compared): Compared {
  let byB = compared[sort].get(a)
  if (!byB) compared[sort].set(a, (byB = new WeakMap()))
  let found = byB.get(b)
  if (!found) byB.set(b, (found = difference(a, b, sort === 'tie')))
  return found
}

function difference(a: Answer, b: Answer, isTie: boolean): Compared {
  const rated = (answer: Answer, rating: Rating) => (rating === 'strength' && isTie ? strengthWithZero(answer) : answer[rating])
  const delta: Partial<Record<Rating, number>> = {}
  let size: number | undefined
  for (const rating of RATINGS) {
    const [before, after] = [rated(a, rating), rated(b, rating)]
    if (before === undefined || after === undefined) continue
    delta[rating] = after - before
    size = Math.max(size ?? 0, Math.abs(after - before) / FULL_RANGE[rating])
  }
  const is = classOf(a, b, delta)
  return { class: is, delta, size: is === 'same' ? (size ?? 0) : size, a, b }
}

function classOf(a: Answer, b: Answer, delta: Compared['delta']): ChangeClass {
  if (a.state === 'silent' || b.state === 'silent') return 'unsaid'
  if (a.state !== b.state) return b.state === 'yes' ? 'appeared' : 'gone'
  if (a.state === 'no') return 'same'
  const step = BY_STEP.map((rating) => delta[rating] ?? 0).find((by) => by !== 0)
  if (step !== undefined) return step > 0 ? 'up' : 'down'
  const quality = delta.quality ?? 0
  if (quality !== 0) return quality > 0 ? 'warmer' : 'cooler'
  const isRated = (answer: Answer) => RATINGS.some((rating) => answer[rating] !== undefined)
  return Object.keys(delta).length > 0 || (!isRated(a) && !isRated(b)) ? 'same' : 'unsaid'
}

/** Subjects of either pool by what became of them, the largest difference first, those of unknown size last, then by id. */
export function byClass(comparison: Comparison, subjects: Iterable<Id>): ReadonlyMap<ChangeClass, readonly Id[]> {
  const found = new Map<ChangeClass, Id[]>()
  for (const id of subjects) {
    const { class: of } = comparison.of(id)
    const list = found.get(of)
    if (list) list.push(id)
    else found.set(of, [id])
  }
  const size = (id: Id) => comparison.of(id).size ?? -1
  for (const list of found.values()) list.sort((x, y) => size(y) - size(x) || (x < y ? -1 : 1))
  return found
}

/** The ties of either pool. */
export function tiesOfBoth({ a, b }: Comparison): ReadonlySet<Id> {
  return new Set([...pool(a.moment).ties.keys(), ...pool(b.moment).ties.keys()])
}

/** The elements of either pool. */
export function elementsOfBoth({ a, b }: Comparison): ReadonlySet<Id> {
  return new Set([...pool(a.moment).elements.keys(), ...pool(b.moment).elements.keys()])
}
