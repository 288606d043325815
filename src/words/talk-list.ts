import type { Id } from '../model/ids.ts'
import type { Perspective, Relationship } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { extremesOf, furthestIn } from '../reading/extremes.ts'
import { pool } from '../reading/pool.ts'
import type { Question } from '../reading/question.ts'
import { resolve } from '../reading/resolve.ts'
import { spreadOf, talkFirst, type SpreadWord } from '../reading/spread.ts'
import { twoEndsOf, twoViews } from '../reading/two-ends.ts'
import { unseenBy, type Unseen } from '../reading/unseen.ts'
import { someOf } from './counts.ts'
import { shortAnswer } from './ratings.ts'
import { NO_LONGER_HERE } from './tie-sentence.ts'

/** How a row is marked: a word, and the mark that stands for it on the map. */
export type TalkMark = Exclude<SpreadWord, 'Same'> | 'Own end' | 'Others see it' | 'Not named' | 'Only one sees it' | 'Two views'

export interface TalkRow {
  readonly id: Id
  /** "Locality manager – Nursing teams". */
  readonly title: string
  readonly mark: TalkMark
  /** Who says what. */
  readonly words: string
}

export type TalkQuestion = Extract<Question, { is: 'differences' | 'blind' | 'ends' }>

/** What a question finds, the most telling first: what to talk about, tie by tie or element by element. */
export function talkList(moment: MapContent, question: TalkQuestion, of: 'ties' | 'elements'): readonly Id[] {
  const within = of === 'ties' ? pool(moment).ties : pool(moment).elements
  switch (question.is) {
    case 'differences': return talkFirst(spreadOf(moment, question.voices), within.keys())
    case 'blind': return unseenBy(moment, question.voices, question.asked).map(({ id }) => id).filter((id) => within.has(id))
    case 'ends': return of === 'ties' ? twoViews(moment) : []
  }
}

export function talkTitle(question: TalkQuestion): string {
  return { differences: 'Talk about these first', blind: 'Blind spots', ends: 'Two ends, two views' }[question.is]
}

/** One row of it, in words. */
export function talkRow(moment: MapContent, question: TalkQuestion, id: Id): TalkRow {
  const tie = moment.relationships.get(id)
  const title = tie ? `${elementName(moment, tie.from)} ${tie.mutual ? '–' : '→'} ${elementName(moment, tie.to)}` : elementName(moment, id)
  switch (question.is) {
    case 'differences': {
      const apart = spreadOf(moment, question.voices).of(id)
      const word = apart?.word === undefined || apart.word === 'Same' ? 'Close' : apart.word
      return { id, title, mark: word, words: question.unattributed ? withoutNames(moment, question.voices, id, tie) : whoSaysWhat(moment, question.voices, id, tie) }
    }
    case 'blind': {
      const unseen = unseenBy(moment, question.voices, question.asked).find((each) => each.id === id)
      return { id, title, mark: unseen ? markOf(unseen) : 'Others see it', words: unseen ? seenWords(moment, question, unseen) : '' }
    }
    case 'ends': return { id, title, mark: 'Two views', words: tie ? endsWords(moment, tie, question.unattributed) : '' }
  }
}

const elementName = (moment: MapContent, id: Id): string => moment.elements.get(id)?.name ?? NO_LONGER_HERE
const markOf = ({ is, isOwnEnd }: Unseen): TalkMark => (isOwnEnd ? 'Own end' : is === 'blind' ? 'Others see it' : is === 'unnamed' ? 'Not named' : 'Only one sees it')
const says = (names: readonly string[]): string => `${someOf(names)} ${names.length === 1 ? 'says' : 'say'}`

/** More answers than this are not told one by one: the two ends of them are. */
const MOST_ANSWERS = 4

interface Said {
  readonly words: string
  readonly who: readonly string[]
}

/** The same answers told once, in the order of the voices. */
function answersOf(moment: MapContent, voices: readonly Perspective[], id: Id, tie: Relationship | undefined): readonly Said[] {
  const said = new Map<string, string[]>()
  for (const voice of voices) {
    const words = shortAnswer(resolve(moment, voice.id).of(id), tie?.kind)
    if (words === undefined) continue
    const known = said.get(words)
    if (known) known.push(voice.name)
    else said.set(words, [voice.name])
  }
  return [...said].map(([words, who]) => ({ words, who }))
}

function whoSaysWhat(moment: MapContent, voices: readonly Perspective[], id: Id, tie: Relationship | undefined): string {
  const said = answersOf(moment, voices, id, tie)
  if (said.length <= MOST_ANSWERS) return `${said.map(({ words, who }) => `${says(who)} ${words}`).join('; ')}.`
  const apart = spreadOf(moment, voices).of(id)
  const of = apart && furthestIn(apart)
  if (!apart || !of) return ''
  const { lowest, highest } = extremesOf(moment, voices, id, of)
  const edge = (who: readonly Perspective[]) => {
    const [first] = who
    const words = first && shortAnswer(resolve(moment, first.id).of(id), tie?.kind)
    return `${says(who.map(({ name }) => name))} ${words ?? ''}`
  }
  return `${edge(lowest)}; ${edge(highest)}. ${apart.n} answered.`
}

/** From the lowest answer to the highest, and not whose they are. */
function withoutNames(moment: MapContent, voices: readonly Perspective[], id: Id, tie: Relationship | undefined): string {
  const apart = spreadOf(moment, voices).of(id)
  const of = apart && furthestIn(apart)
  if (!apart || !of) return ''
  const { lowest, highest } = extremesOf(moment, voices, id, of)
  const word = ([first]: readonly Perspective[]) => (first && shortAnswer(resolve(moment, first.id).of(id), tie?.kind)) ?? ''
  return `From ${word(lowest)} to ${word(highest)}. ${apart.n} answered.`
}

function seenWords(moment: MapContent, { voices, unattributed }: Extract<Question, { is: 'blind' }>, { id, is, who }: Unseen): string {
  const yes = voices.filter((voice) => resolve(moment, voice.id).of(id).state === 'yes')
  const no = voices.filter((voice) => resolve(moment, voice.id).of(id).state === 'no')
  if (unattributed) return `${yes.length} of ${voices.length} see it, ${no.length} ${no.length === 1 ? 'says' : 'say'} no.`
  const names = (list: readonly Perspective[]) => list.map(({ name }) => name)
  if (is === 'only we') return `${someOf(names(who))} sees it; ${says(names(no))} no.`
  const see = `${someOf(names(yes))} ${yes.length === 1 ? 'sees' : 'see'} it`
  return is === 'unnamed' ? `${see}; ${someOf(names(who))} did not name it.` : `${see}; ${says(names(who))} no.`
}

function endsWords(moment: MapContent, tie: Relationship, unattributed: boolean): string {
  const ends = twoEndsOf(moment, tie)
  if (!ends) return ''
  const said = ends.answers.map((answer) => shortAnswer(answer, tie.kind) ?? 'nothing')
  if (unattributed) return `The two ends say ${[...said].sort().join(' and ')}.`
  const name = (id: Id) => moment.organisations.get(id)?.name ?? ''
  return `${name(ends.from)} says ${said[0]}; ${name(ends.to)} says ${said[1]}.`
}

/** Everything a row says, for the live region. */
export function talkSaid({ title, mark, words }: TalkRow): string {
  return `${title}. ${mark}. ${words}`
}
