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

const answers = new WeakMap<Judgement, Map<Sort, Answer>>()

/** One judgement as an answer. A rating without presence means yes; beside *no* no rating is read; words alone are silence. */
export function answerOf(judgement: Judgement | undefined, sort: Sort): Answer {
  if (!judgement) return SILENT
  let bySort = answers.get(judgement)
  if (!bySort) answers.set(judgement, (bySort = new Map()))
  let answer = bySort.get(sort)
  if (!answer) bySort.set(sort, (answer = read(judgement, sort)))
  return answer
}

function read(judgement: Judgement, sort: Sort): Answer {
  const { presence } = judgement
  if (presence === 0) return { state: 'no' }
  const answer: { -readonly [K in Rating | 'state']?: Answer[K] } = {}
  for (const rating of ASKED[sort]) {
    const value = rating === 'strength' ? (typeof presence === 'number' ? presence : undefined) : judgement[rating]
    if (value !== undefined) answer[rating] = value
  }
  const said = presence !== undefined || Object.keys(answer).length > 0
  return said ? { ...answer, state: 'yes' } : SILENT
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
