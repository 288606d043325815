import type { Judgement, MapElement, Relationship } from '../model/records.ts'

/** The numbers that a reading gives; which of them, depends on the subject. */
export const RATINGS = ['strength', 'quality', 'influence', 'interest', 'progress'] as const
export type Rating = (typeof RATINGS)[number]

/** What a perspective, or several together, say of one subject. A median may be a half. Silence is never absence. */
export interface Answer {
  readonly state: 'yes' | 'no' | 'silent'
  readonly strength?: number
  readonly quality?: number
  readonly influence?: number
  readonly interest?: number
  readonly progress?: number
  /** What nobody wrote here and is the middle of what others said; absent where everything was said. */
  readonly derived?: ReadonlySet<Rating | 'state'>
}

export const SILENT: Answer = { state: 'silent' }

/** What may be asked of a subject. A field that belongs to another sort is kept and not read (rule 8). */
export type Sort = 'tie' | 'influence' | 'element' | 'outcome'

const ASKED: Readonly<Record<Sort, readonly Rating[]>> = {
  tie: ['strength', 'quality'],
  influence: ['strength'],
  element: ['influence', 'interest'],
  outcome: ['influence', 'interest', 'progress'],
}

export function sortOf(subject: MapElement | Relationship): Sort {
  if ('from' in subject) return subject.kind === 'influences' ? 'influence' : 'tie'
  return subject.kind === 'outcome' ? 'outcome' : 'element'
}

export function asked(sort: Sort): readonly Rating[] {
  return ASKED[sort]
}

interface Read {
  readonly sort: Sort
  readonly answer: Answer
}
/** Each judgement is asked as one sort, but for the moment in which a kind changes. */
const answers = new WeakMap<Judgement, Read>()

/** One judgement as an answer. A rating without presence means yes; beside *no* no rating is read; words alone are silence. */
export function answerOf(judgement: Judgement | undefined, sort: Sort): Answer {
  if (!judgement) return SILENT
  const known = answers.get(judgement)
  if (known?.sort === sort) return known.answer
  const answer = read(judgement, sort)
  answers.set(judgement, { sort, answer })
  return answer
}

function read(judgement: Judgement, sort: Sort): Answer {
  const state = stateIn(judgement, sort)
  if (state !== 'yes') return state === 'no' ? { state } : SILENT
  const answer: { -readonly [K in Rating | 'state']?: Answer[K] } = { state }
  for (const rating of ASKED[sort]) {
    const value = ratingIn(judgement, rating)
    if (value !== undefined) answer[rating] = value
  }
  return answer as Answer
}

/** The state of `answerOf`, without an answer being made: what many said is counted often. */
export function stateIn(judgement: Judgement, sort: Sort): Answer['state'] {
  const { presence } = judgement
  if (presence === 0) return 'no'
  return presence !== undefined || ASKED[sort].some((rating) => ratingIn(judgement, rating) !== undefined) ? 'yes' : 'silent'
}

/** One rating of a judgement that does not say no; of those that are asked of its subject. */
export function ratingIn(judgement: Judgement, rating: Rating): number | undefined {
  if (rating !== 'strength') return judgement[rating]
  const { presence } = judgement
  return typeof presence === 'number' ? presence : undefined
}

/** S: 0 if no; the strength if yes and rated; undefined otherwise. On ties only. */
export function strengthWithZero(answer: Answer): number | undefined {
  return answer.state === 'no' ? 0 : answer.strength
}

/** The middle of a list that is not empty; a half where the count is even and the two in the middle differ by an odd number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? NaN
  return sorted.length % 2 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2
}
