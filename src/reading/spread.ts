import type { Id } from '../model/ids.ts'
import type { MapElement, Perspective, Relationship } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { asked, median, sortOf, strengthWithZero, type Answer, type Rating, type Sort } from './answer.ts'
import { FULL_RANGE } from './compare.ts'
import { pool } from './pool.ts'
import { resolve } from './resolve.ts'

export type SpreadWord = 'Same' | 'Close' | 'Different' | 'Far apart'

/** How far apart the voices are about one subject. */
export interface SubjectSpread {
  /** How many answered yes or no, and how many of them yes. */
  readonly n: number
  readonly yes: number
  /** Of each field that two or more gave: highest less lowest, the lowest, and the middle. A no counts as strength 0. */
  readonly range: Readonly<Partial<Record<Rating, number>>>
  readonly lowest: Readonly<Partial<Record<Rating, number>>>
  readonly middle: Readonly<Partial<Record<Rating, number>>>
  /** The largest range as a share of its scale, 0 to 1; undefined where no two can be held against each other. */
  readonly divergence: number | undefined
  readonly word: SpreadWord | undefined
  /** The largest strength (of elements: influence) that anybody gave, of 5. */
  readonly weight: number
  /** In what order to talk: divergence × (½ + ½ weight). */
  readonly talk: number | undefined
}

export interface Spread {
  readonly voices: readonly Perspective[]
  /** Null where fewer than two answered. */
  of(subject: Id): SubjectSpread | null
}

/** Where some say yes and some no, and no strength tells how far apart they are, they are at least this far. */
const YES_AND_NO = 0.75
const MOST = 5

const spreads = new WeakMap<MapContent, WeakMap<readonly Perspective[], Spread>>()
/** The last spread derived from a first answer: an edit elsewhere in the map gives the same object again. */
const found = new WeakMap<Answer, { readonly sort: Sort; readonly answers: readonly Answer[]; readonly spread: SubjectSpread | null }>()

/** How far apart these voices are, subject by subject, when asked for. */
export function spreadOf(moment: MapContent, voices: readonly Perspective[]): Spread {
  let byVoices = spreads.get(moment)
  if (!byVoices) spreads.set(moment, (byVoices = new WeakMap()))
  let spread = byVoices.get(voices)
  if (!spread) byVoices.set(voices, (spread = readSpread(moment, voices)))
  return spread
}

function readSpread(moment: MapContent, voices: readonly Perspective[]): Spread {
  const { elements, ties } = pool(moment)
  const readings = voices.map(({ id }) => resolve(moment, id))
  const known = new Map<Id, SubjectSpread | null>()
  return {
    voices,
    of(subject) {
      let spread = known.get(subject)
      if (spread === undefined) {
        const record: MapElement | Relationship | undefined = elements.get(subject) ?? ties.get(subject)
        known.set(subject, (spread = record ? ofAnswers(readings.map((reading) => reading.of(subject)), sortOf(record)) : null))
      }
      return spread
    },
  }
}

function ofAnswers(answers: readonly Answer[], sort: Sort): SubjectSpread | null {
  const key = answers.find(({ state }) => state !== 'silent')
  if (!key) return null
  const last = found.get(key)
  if (last && last.sort === sort && last.answers.length === answers.length && last.answers.every((answer, i) => answer === answers[i])) return last.spread
  const spread = measured(answers.filter(({ state }) => state !== 'silent'), sort)
  found.set(key, { sort, answers, spread })
  return spread
}

function measured(answers: readonly Answer[], sort: Sort): SubjectSpread | null {
  if (answers.length < 2) return null
  const isTie = sort === 'tie' || sort === 'influence'
  const range: Partial<Record<Rating, number>> = {}
  const lowest: Partial<Record<Rating, number>> = {}
  const middle: Partial<Record<Rating, number>> = {}
  let divergence: number | undefined
  for (const rating of asked(sort)) {
    const values = answers.flatMap((answer) => (rating === 'strength' ? strengthWithZero(answer) : answer[rating]) ?? [])
    if (values.length < 2) continue
    const low = Math.min(...values)
    const wide = Math.max(...values) - low
    range[rating] = wide
    lowest[rating] = low
    middle[rating] = median(values)
    divergence = Math.max(divergence ?? 0, wide / FULL_RANGE[rating])
  }
  const yes = answers.filter(({ state }) => state === 'yes')
  const isMixed = yes.length > 0 && yes.length < answers.length && (!isTie || yes.some(({ strength }) => strength === undefined))
  if (isMixed) divergence = Math.max(divergence ?? 0, YES_AND_NO)
  const weight = Math.max(0, ...answers.map((answer) => (isTie ? strengthWithZero(answer) : answer.influence) ?? 0)) / MOST
  return {
    n: answers.length, yes: yes.length, range, lowest, middle, divergence, weight,
    word: divergence === undefined ? undefined : spreadWord(divergence),
    talk: divergence === undefined ? undefined : divergence * (0.5 + 0.5 * weight),
  }
}

/** How far apart in one word, of a share of the scale. */
export function spreadWord(divergence: number): SpreadWord {
  return divergence === 0 ? 'Same' : divergence <= 0.25 ? 'Close' : divergence <= 0.5 ? 'Different' : 'Far apart'
}

/** What to talk about first: those that differ, the largest talk first (to a billionth), then by id. */
export function talkFirst(spread: Spread, subjects: Iterable<Id>): readonly Id[] {
  const list: { readonly id: Id; readonly talk: number }[] = []
  for (const id of subjects) {
    const { divergence = 0, talk = 0 } = spread.of(id) ?? {}
    if (divergence > 0) list.push({ id, talk: Math.round(talk * 1e9) })
  }
  return list.sort((a, b) => b.talk - a.talk || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
}
