import type { Id } from '../model/ids.ts'
import type { Judgement, MapElement, Perspective, Relationship } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { answerOf, asked, median, ratingIn, SILENT, sortOf, stateIn, type Answer, type Rating, type Sort } from './answer.ts'
import { pool } from './pool.ts'
import { voicesOf } from './voices.ts'

/** A moment seen by a perspective: what it says of each subject. Derived, never stored. */
export interface Reading {
  readonly perspective: Id | '*'
  /** Silent for anything outside the moment's pool. The same object as long as what it was derived from is the same. */
  of(subject: Id): Answer
}

const readings = new WeakMap<MapContent, Map<string, Reading>>()

const read = new WeakMap<MapContent, WeakMap<readonly Perspective[], Reading>>()

/** A moment read by these voices together. */
export function resolveTogether(moment: MapContent, voices: readonly Perspective[]): Reading {
  let known = read.get(moment)
  if (!known) read.set(moment, (known = new WeakMap()))
  let reading = known.get(voices)
  if (!reading) known.set(voices, (reading = together(moment, voices)))
  return reading
}

/**
 * A moment read by one perspective, or by the voices of `voicesOf` together (`*`). The shared perspective falls back to the middle of
 * what the others said. Lazy: a subject costs one look at each perspective, when asked for and once. A perspective that is
 * not in the moment says nothing.
 */
export function resolve(moment: MapContent, perspective: Id | '*'): Reading {
  let known = readings.get(moment)
  if (!known) readings.set(moment, (known = new Map()))
  let reading = known.get(perspective)
  if (!reading) known.set(perspective, (reading = readBy(moment, perspective)))
  return reading
}

function readBy(moment: MapContent, perspective: Id | '*'): Reading {
  if (perspective === '*') return resolveTogether(moment, voicesOf(moment))
  const isShared = moment.perspectives.get(perspective)?.type === 'shared'
  if (!isShared) return reading(moment, perspective, (subject, sort) => answerOf(moment.judgements.get(perspective)?.get(subject), sort))
  const others = heard(moment, [...moment.perspectives.values()].filter((p) => p.type !== 'shared' && p.type !== 'vision' && !p.private))
  const own = moment.judgements.get(perspective)
  return reading(moment, perspective, (subject, sort) => withMiddle(own?.get(subject), others(subject), sort))
}

/** What the members of one voice say together: the middle of those who answered, be it one alone. */
export function readMembers(moment: MapContent, members: readonly Perspective[]): Reading {
  const said = heard(moment, members)
  return reading(moment, '*', (subject, sort) => withMiddle(undefined, said(subject), sort, 1))
}

/** What these perspectives say together: yes when at least half of those who answered say yes, and the middle of each rating. */
function together(moment: MapContent, voices: readonly Perspective[]): Reading {
  const said = heard(moment, voices)
  return reading(moment, '*', (subject, sort) => withMiddle(undefined, said(subject), sort))
}

function reading(moment: MapContent, perspective: Id | '*', answer: (subject: Id, sort: Sort) => Answer): Reading {
  const { elements, ties } = pool(moment)
  const found = new Map<Id, Answer>()
  return {
    perspective,
    of(subject) {
      let known = found.get(subject)
      if (!known) {
        const record: MapElement | Relationship | undefined = elements.get(subject) ?? ties.get(subject)
        found.set(subject, (known = record ? answer(subject, sortOf(record)) : SILENT))
      }
      return known
    },
  }
}

function heard(moment: MapContent, perspectives: readonly Perspective[]): (subject: Id) => readonly Judgement[] {
  const said = perspectives.flatMap((p) => moment.judgements.get(p.id) ?? [])
  return (subject) => {
    const found: Judgement[] = []
    for (const judgements of said) {
      const judgement = judgements.get(subject)
      if (judgement) found.push(judgement)
    }
    return found
  }
}

interface Middle {
  readonly own: Judgement | undefined
  readonly others: readonly Judgement[]
  readonly sort: Sort
  /** How many have to have said something for it to have a middle. */
  readonly least: number
  readonly answer: Answer
}
/** The last middle derived from a first judgement: an edit elsewhere in the map gives the same answer object again. */
const middles = new WeakMap<Judgement, Middle>()

function withMiddle(own: Judgement | undefined, others: readonly Judgement[], sort: Sort, least = 2): Answer {
  const key = own ?? others[0]
  if (!key) return SILENT
  const last = middles.get(key)
  if (last && last.sort === sort && last.least === least && last.own === own && last.others.length === others.length && last.others.every((j, i) => j === others[i])) return last.answer
  const answer = fallenBack(answerOf(own, sort), others, sort, least)
  middles.set(key, { own, others, sort, least, answer })
  return answer
}

function fallenBack(own: Answer, others: readonly Judgement[], sort: Sort, least: number): Answer {
  if (own.state === 'no') return own
  const derived = new Set<Rating | 'state'>()
  const state = own.state === 'silent' ? majority(others, sort, least) : own.state
  if (state === 'silent') return SILENT
  if (own.state === 'silent') derived.add('state')
  if (state === 'no') return { state, derived }
  const answer: { -readonly [K in Rating]?: Answer[K] } = {}
  for (const rating of asked(sort)) {
    const value = own[rating] ?? middleOf(others, rating, least)
    if (value === undefined) continue
    answer[rating] = value
    if (own[rating] === undefined) derived.add(rating)
  }
  return derived.size ? { ...answer, state, derived } : own
}

function majority(judgements: readonly Judgement[], sort: Sort, least: number): Answer['state'] {
  let yes = 0
  let no = 0
  for (const judgement of judgements) {
    const state = stateIn(judgement, sort)
    if (state === 'yes') yes++
    else if (state === 'no') no++
  }
  if (yes + no < least) return 'silent'
  return yes >= no ? 'yes' : 'no'
}

function middleOf(judgements: readonly Judgement[], rating: Rating, least: number): number | undefined {
  const values: number[] = []
  for (const judgement of judgements) {
    // Who says there is no tie says a strength of 0; of anything else who says no says nothing.
    const value = judgement.presence !== 0 ? ratingIn(judgement, rating) : rating === 'strength' ? 0 : undefined
    if (value !== undefined) values.push(value)
  }
  if (values.length < least) return undefined
  const middle = median(values)
  return rating === 'strength' && middle === 0 ? undefined : middle
}
