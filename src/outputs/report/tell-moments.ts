import { ACTION_STATUSES, CHANGE_ROUTES, OUTCOME_FOR } from '../../model/kinds.ts'
import { listed, sharedOf } from '../../model/system-map.ts'
import { inTime } from '../../reading/axis.ts'
import { compare } from '../../reading/compare.ts'
import { resolve } from '../../reading/resolve.ts'
import { visionOf } from '../../reading/vision.ts'
import { askedWords } from '../../words/asked-words.ts'
import { changeGroups, changeSign, changeWords, comparedTitle, endsOf, type ComparedWords } from '../../words/change-list.ts'
import { counted, someOf, together } from '../../words/counts.ts'
import { spokenDate } from '../../words/dates.ts'
import { PROGRESS } from '../../model/scales.ts'
import { ratingWord } from '../../words/ratings.ts'
import { organisationName } from '../../words/spoken.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import { NOTHING, table, words, type Block, type ReportInput } from './report.ts'

/** What became of the ties between the first version and now, as the shared picture has them. */
export function moved({ map, contents }: ReportInput): readonly Block[] {
  const version = inTime(map).find((id) => contents.has(map.versions.get(id)?.content ?? ''))
  const then = contents.get(map.versions.get(version ?? '')?.content ?? '')
  if (version === undefined || !then) return []
  const [before, after] = [{ moment: then, reading: resolve(then, sharedOf(then).id) }, { moment: map, reading: resolve(map, sharedOf(map).id) }]
  const compared: ComparedWords = { axis: 'time', names: { a: { version, perspective: sharedOf(map).id }, b: { version: null, perspective: sharedOf(map).id } }, comparison: compare(before, after) }
  const vision = visionOf(map, null)
  const way = vision && { before, now: after, vision: resolve(map, vision.id) }
  const groups = changeGroups(compared, 'ties')
  return [
    words(`${comparedTitle(map, compared)}. ${askedWords(map, { is: 'comparison', axis: 'time', comparison: compared.comparison, way: null })}`),
    ...(way ? [words(`Held against ${vision.name}: ${askedWords(map, { is: 'comparison', axis: 'time', comparison: compared.comparison, way })}`)] : []),
    ...groups.filter(({ id }) => id !== 'same' && id !== 'unsaid').flatMap(({ title, subjects }) =>
      table(`${title}: ${counted(subjects.length, 'tie')}`, ['Tie', 'Mark', 'From what to what'], subjects.map((id) => [endsOf(compared, id), changeSign(compared.comparison, id), changeWords(map, compared, id)]), 6)),
  ]
}

/** Each outcome with what was read of it, and how true the shared picture says it is. */
export function outcomes({ map }: ReportInput): readonly Block[] {
  const shared = resolve(map, sharedOf(map).id)
  const list = listed(map.elements).filter(({ kind }) => kind === 'outcome')
  const rows = list.map(({ id, name, outcomeFor, measure, unit, target, better }) => {
    const readings = listed(map.outcomeReadings).filter(({ element }) => element === id).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.order - b.order))
    const value = (number: number | null) => (number === null ? 'no value' : `${number}${unit ? ` ${unit}` : ''}`)
    const { progress } = shared.of(id)
    return [
      name, OUTCOME_FOR.find((one) => one.value === outcomeFor)?.title ?? outcomeFor, measure || NOTHING,
      readings.map((reading) => `${spokenDate(reading.date)}: ${value(reading.value)}`).join('; ') || 'not read yet',
      target === null ? NOTHING : `${value(target)} (${better === 'up' ? 'higher' : 'lower'} is better)`,
      progress === undefined ? NOTHING : ratingWord(PROGRESS, progress),
    ]
  })
  return table('Outcomes and what was read of them', ['Outcome', 'For', 'Measured by', 'Read', 'Target', 'How true today'], rows, 40)
}

/** Every action that was not stopped, by how far it is. */
export function actions({ map }: ReportInput): readonly Block[] {
  const list = listed(map.actions)
  const order = ACTION_STATUSES.map(({ value }) => value)
  const going = list.filter(({ status }) => status !== 'stopped').sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))
  if (list.length === 0) return []
  const said = ACTION_STATUSES.flatMap(({ value, title }) => {
    const count = list.filter(({ status }) => status === value).length
    return count ? [`${count} ${title}`] : []
  })
  const routes = CHANGE_ROUTES.map(({ value, title }) => `${going.filter(({ change }) => change === value).length} ${title}`)
  return [
    words(`${counted(list.length, 'action')}: ${together(said)}. By kind of change: ${together(routes)}.`),
    ...table('Actions', ['Action', 'Owner', 'Touches', 'First step', 'By', 'Status'], going.map(({ title, owner, organisations, touches, firstStep, due, status }) => [
      title || NOTHING, [owner, organisations.length ? `with ${together(organisations.map((id) => organisationName(map, id)))}` : ''].filter(Boolean).join(', ') || NOTHING,
      someOf(touches.map((id) => nameOf(map, id)), 1) || NOTHING, firstStep || NOTHING, due ? spokenDate(due) : NOTHING, ACTION_STATUSES.find(({ value }) => value === status)?.title ?? status,
    ]), 40),
  ]
}
