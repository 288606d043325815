import type { TieKind } from '../model/kinds.ts'
import { HOW_MUCH, INFLUENCE, INTEREST, PROGRESS, QUALITY, stepOf, STRENGTH, type Scale } from '../model/scales.ts'
import { RATINGS, type Answer, type Rating } from '../reading/answer.ts'

const SCALE_OF: Readonly<Record<Rating, Scale>> = { strength: STRENGTH, quality: QUALITY, influence: INFLUENCE, interest: INTEREST, progress: PROGRESS }

/** The scale that a rating is said on. An influence's strength asks how much it matters. */
export function scaleOf(rating: Rating, kind?: TieKind): Scale {
  return rating === 'strength' && kind === 'influences' ? HOW_MUCH : SCALE_OF[rating]
}

/** The short word of a step; of a half (a middle), both sides of it: "Coordinated to joined". */
export function ratingWord(scale: Scale, value: number): string {
  const [low, high] = around(value)
  const first = stepOf(scale, low)?.short ?? String(low)
  if (low === high) return first
  const second = stepOf(scale, high)?.short ?? String(high)
  return `${first} to ${inSentence(second)}`
}

/** The digits: "3", or of a half "3–4". A minus sign is a real one. */
export function ratingDigits(value: number): string {
  const [low, high] = around(value)
  const digits = (n: number) => (n < 0 ? `−${-n}` : String(n))
  return low === high ? digits(low) : high <= 0 || low < 0 ? `${digits(low)} to ${digits(high)}` : `${digits(low)}–${digits(high)}`
}

/** Quality with its sign: "+1", "−1", "0". */
export function signed(value: number): string {
  return value > 0 ? `+${ratingDigits(value)}` : ratingDigits(value)
}

/** An answer as sentences: "Strength: in touch. Quality: strained." Nothing said is said as that. */
export function answerWords(answer: Answer, kind?: TieKind): string {
  if (answer.state === 'silent') return 'Not said.'
  if (answer.state === 'no') return kind === undefined ? 'Not in the picture.' : 'No tie.'
  const parts: string[] = []
  for (const rating of RATINGS) {
    const value = answer[rating]
    if (value === undefined) continue
    const scale = scaleOf(rating, kind)
    parts.push(`${scale.title}: ${inSentence(ratingWord(scale, value))}${answer.derived?.has(rating) ? ', the middle of what was said' : ''}.`)
  }
  return parts.length ? parts.join(' ') : 'Not rated.'
}

/** An answer in its short words: "in touch, strained", "no tie"; undefined where nothing was said. */
export function shortAnswer(answer: Answer, kind?: TieKind): string | undefined {
  if (answer.state === 'silent') return undefined
  if (answer.state === 'no') return kind === undefined ? 'not in our picture' : 'no tie'
  const words = RATINGS.flatMap((rating) => {
    const value = answer[rating]
    if (value === undefined) return []
    const word = inSentence(ratingWord(scaleOf(rating, kind), value))
    // Of a tie the words say which scale they are of; of an element they do not.
    return [kind === undefined ? `${inSentence(scaleOf(rating).title)} ${word}` : word]
  })
  return words.length ? words.join(', ') : kind === undefined ? 'in our picture' : 'there, not rated'
}

/** A half’s two whole neighbours; a quarter as the half below. */
function around(value: number): readonly [low: number, high: number] {
  const half = Math.floor(value * 2) / 2
  return [Math.floor(half), Math.ceil(half)]
}

/** A scale's word within a sentence: its first letter small. */
export function inSentence(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}
