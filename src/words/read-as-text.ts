import { ELEMENT_KINDS, OUTCOME_FOR, ACTION_STATUSES, CHANGE_ROUTES } from '../model/kinds.ts'
import type { Id } from '../model/ids.ts'
import type { MapElement, Relationship } from '../model/records.ts'
import { listed, namesOf, sharedOf, type MapContent, type SystemMap } from '../model/system-map.ts'
import { elementsIn } from '../reading/elements-in.ts'
import { pool, tiesOf } from '../reading/pool.ts'
import { resolve } from '../reading/resolve.ts'
import { voicesOf } from '../reading/voices.ts'
import { besideInOrder } from './beside.ts'
import { counted, together } from './counts.ts'
import { spokenDate } from './dates.ts'
import { nameOfMap } from './map-name.ts'
import { shortAnswer } from './ratings.ts'
import { readingName } from './reading-name.ts'
import { organisationName } from './spoken.ts'
import { nameOf, NO_LONGER_HERE, tieSentence, tieVerb } from './tie-sentence.ts'

/** A heading and what stands under it, each a paragraph. Read from top to bottom it needs no picture. */
export interface TextSection {
  readonly heading: string
  readonly paragraphs: readonly string[]
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const

/** "Seven ties"; figures past twelve. */
function spelt(count: number, noun: string): string {
  const word = NUMBERS[count]
  return word === undefined ? counted(count, noun) : counted(count, noun).replace(/^\d+/, word)
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const sentence = (text: string) => (text === '' || /[.?!]$/.test(text) ? text : `${text}.`)

/** What the shared picture and every voice say of a subject. */
function saidOf(moment: MapContent, subject: Id, kind?: Relationship['kind']): string {
  const shared = sharedOf(moment)
  const answer = resolve(moment, shared.id).of(subject)
  const own = shortAnswer(answer, kind)
  const voices = voicesOf(moment).flatMap((voice) => {
    const words = shortAnswer(resolve(moment, voice.id).of(subject), kind)
    return words === undefined ? [] : [`${voice.name} says ${words}`]
  })
  return [own === undefined ? '' : `${answer.derived?.size ? 'The middle of what was said' : 'Shared'}: ${own}.`, voices.length ? `${voices.join('; ')}.` : ''].filter(Boolean).join(' ')
}

/** One of an element's ties, from where it stands: "with Care brokerage, daily call. Shared: in touch…" */
function tieOf(moment: MapContent, tie: Relationship, element: Id): string {
  const isSelf = tie.from === tie.to
  const other = isSelf ? 'itself' : (moment.elements.get(tie.from === element ? tie.to : tie.from)?.name ?? NO_LONGER_HERE)
  const lead = tie.kind === 'works' && tie.mutual ? `with ${other}` : tie.from === element || tie.mutual ? `${tieVerb(tie)} ${other}` : `${other} ${tieVerb(tie)} it`
  return [sentence(`${lead}${tie.label === '' ? '' : `, ${tie.label}`}`), saidOf(moment, tie.id, tie.kind), tie.description === '' ? '' : sentence(tie.description), factsOf(tie)].filter(Boolean).join(' ')
}

function factsOf({ facts }: Pick<MapElement, 'facts'>): string {
  return facts.size ? sentence(together([...facts].map(([name, value]) => `${name}: ${value}`))) : ''
}

/** What voices say in words under one field, each in quotation marks. */
function wordsOf(moment: MapContent, subject: Id, field: 'matters' | 'brings' | 'value' | 'note', title: string): string {
  const said = listed(moment.perspectives).flatMap(({ id, name, type, private: isPrivate }) => {
    const words = isPrivate ? undefined : moment.judgements.get(id)?.get(subject)?.[field]
    return words ? [`${type === 'shared' ? 'the shared picture' : name} says “${words}”`] : []
  })
  return said.length ? `${title}: ${said.join('; ')}.` : ''
}

/** An element as text: what it is, what each says of it, its ties one by one. */
export function elementAsText(map: SystemMap, moment: MapContent, id: Id): TextSection {
  const element = moment.elements.get(id)
  if (!element) return { heading: NO_LONGER_HERE, paragraphs: [] }
  const kind = ELEMENT_KINDS.find(({ value }) => value === element.kind)?.title ?? element.kind
  const about = [
    `${capital(kind)}, ${organisationName(moment, element.organisation)}.`,
    element.aliases.size ? `Also called ${together(namesOf(element.aliases))}.` : '',
    element.tags.size ? `Tagged ${together(namesOf(element.tags))}.` : '',
    sentence(element.description), factsOf(element), saidOf(moment, id),
  ].filter(Boolean).join(' ')
  const words = [wordsOf(moment, id, 'matters', 'What matters to them'), wordsOf(moment, id, 'brings', 'What they bring'), wordsOf(moment, id, 'note', 'Notes')].filter(Boolean)
  const ties = tiesOf(moment, id)
  const list = ties.map((tie, i) => `${capital(NUMBERS[i + 1] ?? String(i + 1))}: ${tieOf(moment, tie, id)}`)
  const actions = listed(map.actions).filter(({ touches, aims }) => touches.includes(id) || aims.includes(id) || ties.some((tie) => touches.includes(tie.id)))
  return {
    heading: element.name,
    paragraphs: [
      about, ...words, ...(element.kind === 'outcome' ? [outcomeOf(moment, element)] : []),
      `${capital(spelt(ties.length, 'tie'))}.`, ...list,
      ...(actions.length ? [`${capital(spelt(actions.length, 'action'))}: ${actions.map(({ title }) => title).join('; ')}.`] : []),
    ],
  }
}

function outcomeOf(moment: MapContent, { id, outcomeFor, measure, unit, better, target }: MapElement): string {
  const readings = listed(moment.outcomeReadings).filter((reading) => reading.element === id).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.order - b.order))
  const values = readings.map(({ date, value, source }) => `${spokenDate(date)}: ${value ?? 'no value'}${unit ? ` ${unit}` : ''}${source ? ` (${source})` : ''}`)
  return [
    `For ${OUTCOME_FOR.find(({ value }) => value === outcomeFor)?.title ?? outcomeFor}.`,
    measure === '' ? '' : `Measured by ${measure}; ${better === 'up' ? 'higher' : 'lower'} is better${target === null ? '' : `, target ${target}${unit ? ` ${unit}` : ''}`}.`,
    values.length ? `Read ${values.join('; ')}.` : 'Not read yet.',
  ].filter(Boolean).join(' ')
}

/** The whole map as text, for those who hear it, for an appendix, for a letter. Nothing private is in it. */
export function mapAsText(map: SystemMap, moment: MapContent, reading: { readonly version: Id | null; readonly perspective: Id }): readonly TextSection[] {
  const { meta } = moment
  const { elements, ties } = pool(moment)
  const organisations = listed(moment.organisations)
  const of = (organisation: Id | null) => [...elements.values()].filter((element) => (organisation === null ? element.organisation === null || !moment.organisations.has(element.organisation) : element.organisation === organisation)).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const homes = [...organisations.map(({ id, name }) => ({ id, name })), { id: null, name: 'No organisation' }].filter(({ id }) => of(id).length > 0)
  const versions = listed(map.versions)
  const actions = listed(map.actions)
  const reflections = listed(map.reflections).filter((reflection) => !reflection.private)
  const sections: TextSection[] = [
    {
      heading: nameOfMap(meta),
      paragraphs: [
        meta.title !== '' && meta.question !== '' ? meta.question : '', meta.place, `${readingName(map, reading)}. ${capital(spelt(elements.size, 'element'))}, ${spelt(ties.size, 'tie')}.`,
        `What is said is said by ${together(voicesOf(moment).map(({ name }) => name)) || 'nobody yet'}.`,
      ].filter(Boolean),
    },
    ...homes.map(({ id, name }) => ({ heading: name, paragraphs: of(id).map((element) => `${element.name}. ${elementAsText(map, moment, element.id).paragraphs[0] ?? ''}`) })),
    { heading: 'Ties', paragraphs: [...ties.values()].map((tie) => [sentence(`${tieSentence(moment, tie)}${tie.label === '' ? '' : `, ${tie.label}`}`), saidOf(moment, tie.id, tie.kind)].filter(Boolean).join(' ')) },
    {
      heading: 'Actions',
      paragraphs: actions.map(({ title, owner, organisations: with_, touches, change, firstStep, due, status }) =>
        [
          sentence(title), owner && `Owner: ${owner}.`, with_.length ? `With ${together(with_.map((id) => organisationName(moment, id)))}.` : '', touches.length ? `It touches ${together(touches.map((id) => nameOf(moment, id)))}.` : '',
          change === null ? '' : `A ${CHANGE_ROUTES.find(({ value }) => value === change)?.title ?? change} change.`, firstStep && `First step: ${sentence(firstStep)}`, due === null || due === '' ? '' : `By ${spokenDate(due)}.`, `${capital(ACTION_STATUSES.find(({ value }) => value === status)?.title ?? status)}.`,
        ].filter(Boolean).join(' ')),
    },
    { heading: 'Reflections', paragraphs: reflections.map(({ date, prompt, words }) => [date && `${spokenDate(date)}.`, sentence(prompt), sentence(words)].filter(Boolean).join(' ')) },
    ...(moment === map ? besideAsText(map) : []),
    { heading: 'Versions', paragraphs: versions.map(({ name, date, room, absent }) => [sentence(`${name}, ${spokenDate(date)}`), room && `In the room: ${sentence(room)}`, absent && `Not in the room: ${sentence(absent)}`].filter(Boolean).join(' ')) },
  ]
  return sections.filter(({ paragraphs }) => paragraphs.length > 0)
}

/** The words that stand on the map, and what lies in each of its areas. */
function besideAsText(map: SystemMap): readonly TextSection[] {
  const order = besideInOrder(map)
  return [
    { heading: 'Notes on the map', paragraphs: order.flatMap((id) => map.notes.get(id)?.text.trim() || []) },
    {
      heading: 'Areas',
      paragraphs: order.flatMap((id) => {
        const area = map.areas.get(id)
        if (!area) return []
        const names = elementsIn(map, area).map((element) => nameOf(map, element))
        return [`${area.title || 'Without a title'}: ${names.length ? together(names) : 'no element lies in it'}.`]
      }),
    },
  ]
}

/** Sections as plain text, a heading underlined, paragraphs apart. */
export function plainText(sections: readonly TextSection[]): string {
  return `${sections.map(({ heading, paragraphs }) => [heading, '='.repeat(Math.min(72, [...heading].length)), '', ...paragraphs.flatMap((paragraph) => [paragraph, ''])].join('\n')).join('\n')}`
}
