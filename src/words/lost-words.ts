import type { Id } from '../model/ids.ts'
import type { TieKind } from '../model/kinds.ts'
import type { Judgement } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { inSentence, ratingWord, scaleOf } from './ratings.ts'
import { viewName } from './reading-name.ts'
import { nameOf } from './tie-sentence.ts'

const WORDS = ['matters', 'brings', 'value', 'note'] as const

/** What a judgement says, in a row of a few words: "joined, strained, “beds”". */
function saidInShort({ presence, ...judgement }: Judgement, kind: TieKind | undefined): string {
  const parts: string[] = []
  if (presence === 0) parts.push(kind === undefined ? 'not in our picture' : 'no tie')
  else if (presence === 'yes') parts.push('yes')
  else if (presence !== undefined) parts.push(kind === undefined ? 'yes' : inSentence(ratingWord(scaleOf('strength', kind), presence)))
  if (judgement.quality !== undefined) parts.push(inSentence(ratingWord(scaleOf('quality'), judgement.quality)))
  for (const rating of ['influence', 'interest', 'progress'] as const) {
    const value = judgement[rating]
    if (value !== undefined) parts.push(`${inSentence(scaleOf(rating).title)} ${inSentence(ratingWord(scaleOf(rating), value))}`)
  }
  for (const field of WORDS) if (judgement[field] !== undefined) parts.push(`“${judgement[field]}”`)
  if (judgement.split) parts.push('we differ among ourselves')
  if (judgement.extra !== undefined) parts.push('something kept from a file')
  return parts.join(', ')
}

/** What a perspective had said of something that is part of another now: "Acute care had said joined, strained of Ward tells Brokerage." */
export function lostWords(map: SystemMap, { perspective, subject, judgement }: { readonly perspective: Id; readonly subject: Id; readonly judgement: Judgement }): string {
  const view = viewName(map, perspective)
  return `${view.charAt(0).toUpperCase()}${view.slice(1)} had said ${saidInShort(judgement, map.relationships.get(subject)?.kind)} of ${nameOf(map, subject)}.`
}
