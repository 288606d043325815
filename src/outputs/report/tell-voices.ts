import type { Id } from '../../model/ids.ts'
import { FEWEST_COUNTED } from '../../formats/leaving/attribution.ts'
import { pool } from '../../reading/pool.ts'
import type { Question } from '../../reading/question.ts'
import { spreadOf } from '../../reading/spread.ts'
import { askedWords } from '../../words/asked-words.ts'
import { counted } from '../../words/counts.ts'
import { ratingWord, scaleOf } from '../../words/ratings.ts'
import { talkList, talkRow, type TalkQuestion } from '../../words/talk-list.ts'
import { tieSentence } from '../../words/tie-sentence.ts'
import { NOTHING, table, words, type Block, type ReportInput } from './report.ts'

/** The ties that two or more rated and hardly differ on, the strongest first. */
export function agreed(input: ReportInput): readonly Block[] {
  const { map, voices } = input
  if (voices.length < 2) return []
  const { ties } = pool(map)
  const spread = spreadOf(map, voices)
  const held = [...ties.values()].flatMap((tie) => {
    const apart = spread.of(tie.id)
    return apart?.word === undefined ? [] : [{ tie, apart, word: apart.word }]
  })
  const list = held.filter(({ apart, word }) => (word === 'Same' || word === 'Close') && apart.yes > 0 && mayTell(input, apart.n))
  list.sort((a, b) => (b.apart.middle.strength ?? 0) - (a.apart.middle.strength ?? 0) || (a.tie.id < b.tie.id ? -1 : 1))
  const close = held.filter(({ word }) => word === 'Same' || word === 'Close').length
  return [
    words(`Of ${counted(ties.size, 'tie')}, ${held.length} can be held against one another: two or more of ${voices.length} voices answered. On ${close} of them the answers are the same or close.`),
    ...table('Ties that are seen alike, the strongest first', ['Tie', 'Strength', 'Quality', 'Answered'], list.map(({ tie, apart }) => [
      tieSentence(map, tie),
      apart.middle.strength === undefined ? NOTHING : ratingWord(scaleOf('strength', tie.kind), apart.middle.strength),
      apart.middle.quality === undefined ? NOTHING : ratingWord(scaleOf('quality', tie.kind), apart.middle.quality),
      `${apart.n} of ${voices.length}`,
    ])),
  ]
}

/** Where answers are furthest apart, and the ties whose two ends see them differently. */
export function differed(input: ReportInput): readonly Block[] {
  const { voices } = input
  if (voices.length < 2) return []
  const question = { is: 'differences', voices, unattributed: input.attribution !== 'named' } as const
  const ends = { is: 'ends', unattributed: question.unattributed } as const
  const twoEnds = input.attribution === 'named' ? talked(input, ends, 'Ties with two views', ['Tie', 'Mark', 'What each end says']) : []
  return [
    words(found(input, question)),
    ...talked(input, question, 'What to talk about first', ['Tie', 'How far apart', input.attribution === 'named' ? 'Who says what' : 'What is said']),
    ...(twoEnds.length ? [{ is: 'heading', level: 3, text: 'Two ends, two views' } as const, words(found(input, ends)), ...twoEnds] : []),
  ]
}

/** What some see and others do not. */
export function unseen(input: ReportInput): readonly Block[] {
  const { voices } = input
  if (voices.length < 2) return []
  const question = { is: 'blind', asked: null, voices, unattributed: input.attribution !== 'named' } as const
  return [words(found(input, question)), ...talked(input, question, 'What some do not see', ['What', 'Mark', input.attribution === 'named' ? 'Who sees it' : 'How many see it'])]
}

function talked(input: ReportInput, question: TalkQuestion, caption: string, head: readonly string[]): readonly Block[] {
  const { map } = input
  const ids = (question.is === 'blind' ? (['ties', 'elements'] as const) : (['ties'] as const)).flatMap((of) => talkList(map, question, of))
  const spread = question.is === 'ends' ? null : spreadOf(map, question.voices)
  const told = ids.filter((id: Id) => mayTell(input, spread?.of(id)?.n ?? 0))
  return table(caption, head, told.map((id) => {
    const { title, mark, words: said } = talkRow(map, question, id)
    // Whose end it is would tell who said no.
    return [title, input.attribution !== 'named' && mark === 'Own end' ? 'Others see it' : mark, said]
  }))
}

/** What the map finds, as on screen, without the question's own name before it. */
function found({ map, attribution }: ReportInput, question: Question): string {
  const text = askedWords(map, question).replace(/^(?:Differences|Blind spots|Two ends)\. /, '')
  return attribution === 'named' ? text : text.replace(/, (?:one of them a tie that ends|\d+ of them ties that end) at home/, '')
}

/** Where voices are counted, nothing is told that fewer than three said. */
function mayTell({ attribution }: ReportInput, answered: number): boolean {
  return attribution === 'named' || answered >= FEWEST_COUNTED
}
