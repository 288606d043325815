import type { Id } from '../model/ids.ts'
import type { MapContent } from '../model/system-map.ts'
import { pool } from '../reading/pool.ts'
import type { Question } from '../reading/question.ts'
import { byClass, tiesOfBoth, type ChangeClass } from '../reading/compare.ts'
import { towards } from '../reading/towards.ts'
import { twoEndsOf, twoViews } from '../reading/two-ends.ts'
import { unseenBy, type Unseen } from '../reading/unseen.ts'
import { spreadOf, talkFirst, type SpreadWord } from '../reading/spread.ts'
import { classTitle } from './change-words.ts'
import { counted } from './counts.ts'
import { tieSentence } from './tie-sentence.ts'

/** What a question finds on the whole map, for the live region and for a picture: "Differences. 23 ties are far apart …". Empty where nothing is asked. */
export function askedWords(moment: MapContent, question: Question): string {
  switch (question.is) {
    case 'differences':
      return differencesWords(moment, question)
    case 'blind':
      return blindWords(moment, question)
    case 'ends':
      return endsWords(moment)
    case 'comparison':
      return comparisonWords(question)
    default:
      return ''
  }
}

/** How many ties there are of each, what there is none of left out: "1 tie is far apart", "2 ties are different, 3 close". */
function shares(verb: readonly [one: string, more: string], parts: readonly (readonly [count: number, words: string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words], i) => `${i === 0 ? `${counted(count, 'tie')}${count === 1 ? verb[0] : verb[1]}` : count} ${words}`)
    .join(', ')
}

function differencesWords(moment: MapContent, { voices }: Extract<Question, { is: 'differences' }>): string {
  const { ties } = pool(moment)
  const spread = spreadOf(moment, voices)
  if (voices.length < 2) return 'Differences. There are not yet two voices to hold against each other.'
  const words = [...ties.keys()].map((id) => spread.of(id)?.word)
  const rated = words.filter((word) => word !== undefined).length
  if (rated === 0) return 'Differences. No tie has been rated by two yet.'
  const of = (word: SpreadWord) => words.filter((each) => each === word).length
  const first = firstWords(moment, talkFirst(spread, ties.keys()))
  return `Differences. ${shares([' is', ' are'], [[of('Far apart'), 'far apart'], [of('Different'), 'different'], [of('Close'), 'close'], [of('Same'), 'the same']])}.${first}`
}

/** "No one has 17 of the 23 ties that are far apart." */
export function nobodyHasWords(left: number, apart: number): string {
  return left === apart ? `No one has the ${apart === 1 ? 'one tie that is' : `${apart} ties that are`} far apart.` : `No one has ${left} of the ${apart} ties that are far apart.`
}

/** What to talk about first. */
function firstWords(moment: MapContent, list: readonly Id[]): string {
  const tie = moment.relationships.get(list[0] ?? '')
  return tie ? ` First: ${tieSentence(moment, tie)}.` : ''
}

function blindWords(moment: MapContent, { voices, asked }: Extract<Question, { is: 'blind' }>): string {
  const list = unseenBy(moment, voices, asked)
  const who = asked === null ? null : (moment.perspectives.get(asked)?.name ?? null)
  if (list.length === 0) return who ? `Blind spots. There is nothing that others see and ${who} does not.` : 'Blind spots. There is nothing that some see and others do not.'
  const of = (is: Unseen['is']) => list.filter((unseen) => unseen.is === is).length
  const own = list.filter(({ isOwnEnd }) => isOwnEnd).length
  const parts = [
    of('blind') ? `Others see ${counted(of('blind'), 'thing')} that ${who ? `${who} says no to` : 'somebody says no to'}${own ? `, ${own === 1 ? 'one of them a tie that ends' : `${own} of them ties that end`} at home` : ''}.` : '',
    of('unnamed') ? `${counted(of('unnamed'), 'thing')} ${of('unnamed') === 1 ? 'was' : 'were'} not named by ${who ?? 'somebody'} who looked at everything.` : '',
    of('only we') ? `${counted(of('only we'), 'thing')} only ${who ?? 'one voice'} sees.` : '',
  ]
  return `Blind spots. ${parts.filter(Boolean).join(' ')}`
}

function endsWords(moment: MapContent): string {
  const list = twoViews(moment)
  const both = [...pool(moment).ties.values()].filter((tie) => twoEndsOf(moment, tie)).length
  if (both === 0) return 'Two ends. No tie has been rated by the organisations at both its ends yet.'
  if (list.length === 0) return `Two ends. Of ${counted(both, 'tie')} that both ends rated, none differs by two or more.`
  return `Two ends. Of ${counted(both, 'tie')} that both ends rated, ${list.length} ${list.length === 1 ? 'has' : 'have'} two views.${firstWords(moment, list)}`
}

/** What changed, by number: the list says each. */
function comparisonWords({ axis, comparison, way }: Extract<Question, { is: 'comparison' }>): string {
  const ties = [...tiesOfBoth(comparison)]
  if (way) {
    const by = ties.flatMap((id) => towards(way.before, way.now, way.vision, id) ?? [])
    const of = (is: (each: number) => boolean) => by.filter(is).length
    if (by.length === 0) return 'No tie can be held against the vision yet.'
    return `${shares(['', ''], [[of((each) => each > 0), 'towards the vision'], [of((each) => each < 0), 'away from it'], [of((each) => each === 0), 'no nearer and no further']])}.`
  }
  const found = byClass(comparison, ties)
  const told = (Object.keys(CLASSES) as ChangeClass[]).flatMap((is) => (found.get(is)?.length ? [`${classTitle(axis, is)}: ${found.get(is)?.length}`] : []))
  return told.length ? `Ties. ${told.join('. ')}.` : 'There is nothing to compare.'
}

/** In the order in which they are told. */
const CLASSES: Readonly<Record<ChangeClass, true>> = { appeared: true, gone: true, up: true, down: true, warmer: true, cooler: true, same: true, unsaid: true }
