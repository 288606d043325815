import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import type { Answer } from '../reading/answer.ts'
import type { Axis } from '../reading/axis.ts'
import type { Question } from '../reading/question.ts'
import { resolve } from '../reading/resolve.ts'
import { spreadOf } from '../reading/spread.ts'
import { towards } from '../reading/towards.ts'
import { twoEndsOf } from '../reading/two-ends.ts'
import { unseenBy } from '../reading/unseen.ts'
import { classTitle } from './change-words.ts'
import { shortAnswer } from './ratings.ts'
import { spokenElement, spokenTie } from './spoken.ts'
import { talkRow } from './talk-list.ts'
import { tieSentence } from './tie-sentence.ts'

/** What there is on screen and what is asked of it, as names need it. */
interface Shown {
  readonly moment: MapContent
  readonly question: Question
}

/** An element's name for those who hear the map, with what the question on screen marks it for. */
export function spokenElementAsked({ moment, question }: Shown, id: Id): string {
  const more = markedFor(moment, question, id)
  return more ? `${spokenElement(moment, id)}. ${more}` : spokenElement(moment, id)
}

/** A tie's name for those who hear the map: who, what, whom; then what is asked of it, or where nothing is, what the reading says. */
export function spokenTieAsked({ moment, question }: Shown, id: Id, perspective: Id | '*'): string {
  const tie = moment.relationships.get(id)
  const more = tie && (question.is === 'blind' ? markedFor(moment, question, id) : answered(moment, question, id))
  return tie && more ? `${tieSentence(moment, tie)}${tie.label === '' ? '' : `, ${tie.label}`}. ${more}` : spokenTie(moment, id, perspective)
}

function answered(moment: MapContent, question: Question, id: Id): string {
  const tie = moment.relationships.get(id)
  switch (question.is) {
    case 'differences': {
      const word = spreadOf(moment, question.voices).of(id)?.word
      if (word === undefined) return 'Not rated by two.'
      const row = talkRow(moment, question, id)
      return `${word}. ${row.words}`
    }
    case 'ends': {
      const ends = tie && twoEndsOf(moment, tie)
      if (!ends) return 'Not said by both ends.'
      return `${ends.isTwoViews ? 'Two views' : 'The ends agree within one'}. ${talkRow(moment, question, id).words}`
    }
    case 'comparison':
      return changed(question, id, moment.relationships.get(id)?.kind)
    default:
      return ''
  }
}

/** What an element wears a sign for; nothing where it wears none. */
function markedFor(moment: MapContent, question: Question, id: Id): string {
  switch (question.is) {
    case 'differences': {
      const isNo = question.voices.some((voice) => resolve(moment, voice.id).of(id).state === 'no')
      return isNo ? talkRow(moment, question, id).words : ''
    }
    case 'blind': {
      if (!unseenBy(moment, question.voices, question.asked).some((unseen) => unseen.id === id)) return ''
      const { mark, words } = talkRow(moment, question, id)
      return `${mark}. ${words}`
    }
    case 'comparison': {
      const { class: is } = question.comparison.of(id)
      return is === 'same' || is === 'unsaid' ? '' : changed(question, id, undefined)
    }
    default:
      return ''
  }
}

const BETWEEN: Readonly<Record<Axis, (a: string, b: string) => string>> = {
  time: (a, b) => `from ${a} to ${b}`,
  perspective: (a, b) => `we say ${a}, they say ${b}`,
  vision: (a, b) => `today ${a}, in the vision ${b}`,
}

function changed({ axis, comparison, way }: Extract<Question, { is: 'comparison' }>, id: Id, kind: Parameters<typeof shortAnswer>[1]): string {
  const { class: is, a, b } = comparison.of(id)
  const say = (answer: Answer) => shortAnswer(answer, kind) ?? 'not said'
  const by = way ? towards(way.before, way.now, way.vision, id) : undefined
  const direction = by === undefined ? '' : by > 0 ? ' Towards the vision.' : by < 0 ? ' Away from the vision.' : ' No nearer to the vision and no further.'
  const words = is === 'same' || is === 'unsaid' ? classTitle(axis, is) : `${classTitle(axis, is)}, ${BETWEEN[axis](say(a), say(b))}`
  return `${words}.${direction}`
}
