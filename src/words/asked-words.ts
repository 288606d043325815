import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { pool } from '../reading/pool.ts'
import type { Question } from '../reading/question.ts'
import { spreadOf, talkFirst, type SpreadWord } from '../reading/spread.ts'
import { counted } from './counts.ts'
import { tieSentence } from './tie-sentence.ts'

/** What a question finds on the whole map, for the live region and for a picture: "Differences. 23 ties are far apart …". Empty where nothing is asked. */
export function askedWords(moment: MapContent, question: Question): string {
  switch (question.is) {
    case 'differences':
      return differencesWords(moment, question)
    default:
      return ''
  }
}

const are = (count: number, noun: string): string => `${counted(count, noun)} ${count === 1 ? 'is' : 'are'}`

function differencesWords(moment: MapContent, { voices }: Extract<Question, { is: 'differences' }>): string {
  const { ties } = pool(moment)
  const spread = spreadOf(moment, voices)
  if (voices.length < 2) return 'Differences. There are not yet two voices to hold against each other.'
  const words = [...ties.keys()].map((id) => spread.of(id)?.word)
  const rated = words.filter((word) => word !== undefined).length
  if (rated === 0) return 'Differences. No tie has been rated by two yet.'
  const of = (word: SpreadWord) => words.filter((each) => each === word).length
  const first = firstWords(moment, talkFirst(spread, ties.keys()))
  return `Differences. ${are(of('Far apart'), 'tie')} far apart, ${of('Different')} different, ${of('Close')} close, ${of('Same')} the same.${first}`
}

/** What to talk about first. */
function firstWords(moment: MapContent, list: readonly Id[]): string {
  const tie = moment.relationships.get(list[0] ?? '')
  return tie ? ` First: ${tieSentence(moment, tie)}.` : ''
}
