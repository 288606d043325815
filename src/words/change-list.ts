import type { Id } from '../model/ids.ts'
import type { Relationship, ReadingName } from '../model/records.ts'
import type { MapContent, SystemMap } from '../model/system-map.ts'
import { RATINGS, type Answer, type Rating } from '../reading/answer.ts'
import type { Axis } from '../reading/axis.ts'
import { byClass, elementsOfBoth, tiesOfBoth, type ChangeClass, type Comparison } from '../reading/compare.ts'
import type { Reading } from '../reading/resolve.ts'
import { towards } from '../reading/towards.ts'
import { classTitle } from './change-words.ts'
import { capitalised } from './compared-words.ts'
import { counted } from './counts.ts'
import { inSentence, ratingWord, scaleOf } from './ratings.ts'
import { momentName, viewName } from './reading-name.ts'
import { NO_LONGER_HERE, tieSentence } from './tie-sentence.ts'

/** What was compared, as the words need it. */
export interface ComparedWords {
  readonly axis: Axis
  readonly names: { readonly a: ReadingName; readonly b: ReadingName }
  readonly comparison: Comparison
}

export interface ChangeGroup {
  readonly id: string
  readonly title: string
  /** The largest change first. */
  readonly subjects: readonly Id[]
}

/** In the order in which they are told. What goes up is told with what gets warmer: for a room both are one kind of news. */
const TOLD: readonly (readonly ChangeClass[])[] = [['appeared'], ['gone'], ['up', 'warmer'], ['down', 'cooler'], ['same'], ['unsaid']]

/** Ties, or elements, by what became of them; groups of nothing are left out. */
export function changeGroups({ axis, comparison }: ComparedWords, of: 'ties' | 'elements'): readonly ChangeGroup[] {
  const found = byClass(comparison, of === 'ties' ? tiesOfBoth(comparison) : elementsOfBoth(comparison))
  const size = (id: Id) => comparison.of(id).size ?? -1
  return TOLD.flatMap((classes) => {
    const subjects = classes.flatMap((each) => found.get(each) ?? [])
    if (subjects.length === 0) return []
    if (classes.length > 1) subjects.sort((x, y) => size(y) - size(x) || (x < y ? -1 : 1))
    return [{ id: classes[0] ?? '', title: groupTitle(axis, classes), subjects }]
  })
}

function groupTitle(axis: Axis, [first = 'same', second]: readonly ChangeClass[]): string {
  return second === undefined ? classTitle(axis, first) : `${classTitle(axis, first)} or ${inSentence(classTitle(axis, second).replace(/^They /, '').replace(/^To /, ''))}`
}

/** What came nearer to a vision between the two sides, what went away from it, and what did neither; only what all three spoke of. */
export function towardsGroups(comparison: Comparison, vision: Reading, of: 'ties' | 'elements'): readonly ChangeGroup[] {
  const by = new Map<Id, number>()
  for (const id of of === 'ties' ? tiesOfBoth(comparison) : elementsOfBoth(comparison)) {
    const step = towards(comparison.a, comparison.b, vision, id)
    if (step !== undefined) by.set(id, step)
  }
  const group = (id: string, title: string, is: (step: number) => boolean): readonly ChangeGroup[] => {
    const subjects = [...by].filter(([, step]) => is(step)).sort((x, y) => Math.abs(y[1]) - Math.abs(x[1]) || (x[0] < y[0] ? -1 : 1)).map(([subject]) => subject)
    return subjects.length ? [{ id, title, subjects }] : []
  }
  return [...group('towards', 'Towards the vision', (step) => step > 0), ...group('away', 'Away from it', (step) => step < 0), ...group('level', 'No nearer and no further', (step) => step === 0)]
}

/** The sign that stands before a row, as on the map: ⊕, ×, ▲3, ▼1, +2, −1; nothing where nothing changed. */
export function changeSign(comparison: Comparison, subject: Id): string {
  const { class: is, delta } = comparison.of(subject)
  const by = whole(Math.abs(stepOf(delta)))
  switch (is) {
    case 'appeared': return '⊕'
    case 'gone': return '×'
    case 'up': return `▲${by}`
    case 'down': return `▼${by}`
    case 'warmer': return `+${whole(delta.quality ?? 0)}`
    case 'cooler': return `−${whole(-(delta.quality ?? 0))}`
    default: return ''
  }
}

const stepOf = (delta: Readonly<Partial<Record<Rating, number>>>) => delta.strength || delta.influence || delta.progress || delta.interest || 0
/** A half is said as one: a middle of two answers. */
const whole = (value: number) => String(value).replace('.5', '½').replace(/^0½/, '½')

/** An element's name; a tie by its two ends, "Locality manager – Nursing teams", or with an arrow where it runs one way. */
export function endsOf({ comparison }: Pick<ComparedWords, 'comparison'>, subject: Id): string {
  for (const { moment } of [comparison.b, comparison.a]) {
    const element = moment.elements.get(subject)
    if (element) return element.name
    const tie = moment.relationships.get(subject)
    if (tie) return `${moment.elements.get(tie.from)?.name ?? NO_LONGER_HERE} ${tie.mutual ? '–' : '→'} ${moment.elements.get(tie.to)?.name ?? NO_LONGER_HERE}`
  }
  return NO_LONGER_HERE
}

/** The subject whole, as a sentence would name it. */
function subjectOf({ comparison }: Pick<ComparedWords, 'comparison'>, subject: Id): string {
  for (const { moment } of [comparison.b, comparison.a]) {
    const element = moment.elements.get(subject)
    if (element) return element.name
    const tie = moment.relationships.get(subject)
    if (tie) return tieSentence(moment as MapContent, tie)
  }
  return NO_LONGER_HERE
}

/** What each side said: "from aware to joined, from strained to good"; of two people, "Acute care says joined; Adult social care says aware". */
export function changeWords(map: SystemMap, { axis, names, comparison }: ComparedWords, subject: Id): string {
  const { a, b } = comparison.of(subject)
  const tie = tieOf(comparison, subject)
  if (axis === 'perspective') {
    const say = (answer: Answer, { perspective }: ReadingName) => `${capitalised(viewName(map, perspective))} ${answer.state === 'silent' ? 'has not said' : `says ${saidWords(answer, tie)}`}`
    return `${say(a, names.a)}; ${inMiddle(say(b, names.b))}`
  }
  const isWish = axis === 'vision'
  if (a.state === 'silent' && b.state === 'silent') return 'nobody has said'
  if (b.state === 'silent') return isWish ? `today ${saidWords(a, tie)}; the vision does not say` : `${saidWords(a, tie)} then; not said since`
  if (a.state === 'silent') return isWish ? `the vision says ${saidWords(b, tie)}; today nobody has said` : `${saidWords(b, tie)}; not said then`
  if (a.state === 'no' || b.state === 'no') return a.state === b.state ? saidWords(a, tie) : `from ${saidWords(a, tie)} to ${saidWords(b, tie)}`
  const steps = RATINGS.flatMap((rating) => {
    const [then, now] = [a[rating], b[rating]]
    if (then === undefined || now === undefined || then === now) return []
    return [`${tie ? '' : `${inSentence(scaleOf(rating).title)} `}from ${word(rating, then, tie)} to ${word(rating, now, tie)}`]
  })
  return steps.length ? steps.join(', ') : saidWords(b, tie)
}

function tieOf({ a, b }: Comparison, subject: Id): Relationship | undefined {
  return b.moment.relationships.get(subject) ?? a.moment.relationships.get(subject)
}

const word = (rating: Rating, value: number, tie: Relationship | undefined) => inSentence(ratingWord(scaleOf(rating, tie?.kind), value))
const inMiddle = (text: string) => text.replace(/^The /, 'the ')

function saidWords(answer: Answer, tie: Relationship | undefined): string {
  if (answer.state === 'no') return tie ? 'no tie' : 'not in the picture'
  const words = RATINGS.flatMap((rating) => {
    const value = answer[rating]
    return value === undefined ? [] : [`${tie ? '' : `${inSentence(scaleOf(rating).title)} `}${word(rating, value, tie)}`]
  })
  return words.length ? words.join(', ') : tie ? 'a tie, not rated' : 'in the picture'
}

/** "12 November 2015 and now, seen by the shared picture". */
export function comparedTitle(map: SystemMap, { axis, names: { a, b } }: ComparedWords): string {
  const moment = ({ version }: ReadingName) => inSentenceNow(momentName(map, version))
  if (axis === 'perspective') return `${capitalised(viewName(map, a.perspective))} and ${viewName(map, b.perspective)}, ${moment(a)}`
  if (axis === 'vision') return `${capitalised(moment(a))} and ${viewName(map, b.perspective)}, seen by ${viewName(map, a.perspective)}`
  return a.perspective === b.perspective
    ? `${capitalised(moment(a))} and ${moment(b)}, seen by ${viewName(map, a.perspective)}`
    : `${capitalised(moment(a))}, seen by ${viewName(map, a.perspective)}, and ${moment(b)}, seen by ${viewName(map, b.perspective)}`
}

const inSentenceNow = (name: string) => (name === 'Now' ? 'now' : name)

/** The whole list as text that can stand in a report: what changed one by one, what did not by number. */
export function changeListText(map: SystemMap, compared: ComparedWords, vision: Reading | null = null): string {
  const parts = [comparedTitle(map, compared)]
  for (const of of ['ties', 'elements'] as const) {
    const noun = of === 'ties' ? 'tie' : 'element'
    for (const { id, title, subjects } of vision ? towardsGroups(compared.comparison, vision, of) : changeGroups(compared, of)) {
      const head = `${title}: ${counted(subjects.length, noun)}`
      const isTold = id !== 'same' && id !== 'unsaid' && id !== 'level'
      parts.push(isTold ? [head, ...subjects.map((subject) => `• ${subjectOf(compared, subject)}: ${changeWords(map, compared, subject)}.`)].join('\n') : head)
    }
  }
  return `${parts.join('\n\n')}\n`
}
