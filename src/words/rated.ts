import type { Id } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { answerOf, sortOf } from '../reading/answer.ts'
import { inSentence, ratingWord, scaleOf } from './ratings.ts'

/** What a perspective says after a rating, for the live region: "Acute care says joined, strained." */
export function ratedWords(after: SystemMap, perspective: Id, subject: Id): string {
  const record = after.elements.get(subject) ?? after.relationships.get(subject)
  const whose = after.perspectives.get(perspective)
  if (!record || !whose) return ''
  const name = whose.type === 'shared' ? 'The shared picture' : whose.name
  const answer = answerOf(after.judgements.get(perspective)?.get(subject), sortOf(record))
  if (answer.state === 'silent') return `${name} has not said.`
  const kind = 'from' in record ? record.kind : undefined
  if (answer.state === 'no') return kind === undefined ? `${name} says: not in our picture.` : `${name} says no tie.`
  const said = (['strength', 'quality', 'influence', 'interest', 'progress'] as const).flatMap((rating) => {
    const value = answer[rating]
    return value === undefined ? [] : [inSentence(ratingWord(scaleOf(rating, kind), value))]
  })
  return said.length ? `${name} says ${said.join(', ')}.` : `${name} says yes.`
}

/** Whose view is being written: "Rating as Acute care". Always on screen while rating. */
export function ratingAs(map: SystemMap, perspective: Id): string {
  const whose = map.perspectives.get(perspective)
  return `Rating as ${!whose || whose.type === 'shared' ? 'the shared picture' : whose.name}`
}
