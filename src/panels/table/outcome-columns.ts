import type { Id } from '../../model/ids.ts'
import type { OutcomeReading } from '../../model/records.ts'
import { listed, sharedOf, type MapContent, type SystemMap } from '../../model/system-map.ts'
import { judge } from '../../edits/judge.ts'
import { fieldIn, JUDGEMENT_FIELDS, type Field } from '../../model/fields.ts'
import { resolve } from '../../reading/resolve.ts'
import { voicesOf } from '../../reading/voices.ts'
import { ratingDigits } from '../../words/ratings.ts'
import { spokenDate } from '../../words/dates.ts'
import { choicesOf, isNotUnderstood, valueOf } from './cell-text.ts'
import type { Column } from './column.ts'
import { fieldColumns } from './field-columns.ts'

const OWN = ['name', 'organisation', 'outcomeFor', 'measure', 'unit', 'better', 'target'] as const

/** What is known of an outcome: its measure, the first and the last value that was read, and how true each says it is. */
export function outcomeColumns(map: SystemMap, moment: MapContent, perspective: Id): readonly Column[] {
  const fields = new Map(fieldColumns(map, moment, 'elements').map((column) => [column.id, column]))
  const own = OWN.flatMap((id) => fields.get(id) ?? [])
  const readings = new Map<Id, OutcomeReading[]>()
  for (const reading of listed(moment.outcomeReadings)) readings.set(reading.element, [...(readings.get(reading.element) ?? []), reading])
  for (const list of readings.values()) list.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.order - b.order))
  const said = (reading: OutcomeReading | undefined) => (reading?.value == null ? '' : `${reading.value}, ${spokenDate(reading.date)}`)
  const value = (reading: OutcomeReading | undefined) => reading?.value ?? Number.NEGATIVE_INFINITY
  const shared = sharedOf(moment)
  const asked = [shared, ...voicesOf(moment)]
  const whose = asked.some(({ id }) => id === perspective) ? asked : [...asked, ...(moment.perspectives.get(perspective) ? [moment.perspectives.get(perspective) as (typeof asked)[number]] : [])]
  return [
    ...own,
    { id: 'first value', title: 'First read', width: 160, read: (row) => said(readings.get(row)?.[0]), sort: (row) => value(readings.get(row)?.[0]) },
    { id: 'last value', title: 'Last read', width: 160, read: (row) => said(readings.get(row)?.at(-1)), sort: (row) => value(readings.get(row)?.at(-1)) },
    { id: 'readings', title: 'Times read', width: 104, read: (row) => String(readings.get(row)?.length ?? 0), sort: (row) => readings.get(row)?.length ?? 0 },
    ...whose.map((one) => progressColumn(map, moment, one.id, one.type === 'shared' ? 'Shared' : (moment.organisations.get(one.organisation ?? '')?.code ?? one.name))),
  ]
}

const PROGRESS = fieldIn(JUDGEMENT_FIELDS, 'progress') as Field

function progressColumn(map: SystemMap, moment: MapContent, perspective: Id, title: string): Column {
  const reading = resolve(moment, perspective)
  const organisation = moment.perspectives.get(perspective)?.organisation
  const slot = organisation == null ? undefined : moment.organisations.get(organisation)?.slot
  const choices = choicesOf(PROGRESS, map)
  const given = (row: Id) => reading.of(row).progress
  return {
    id: `progress ${perspective}`,
    title: `${title}: progress`,
    ...(slot === undefined ? {} : { slot }),
    width: 148,
    read: (row) => {
      const { state, derived } = reading.of(row)
      const progress = given(row)
      return progress === undefined ? (state === 'no' ? 'no' : '–') : `${derived?.has('progress') ? '~' : ''}${ratingDigits(progress)}`
    },
    sort: (row) => given(row) ?? -1,
    digit: (now, row, digit) => judge(now, perspective, row, 'progress', digit === 0 || digit === 'yes' ? null : digit),
    edit: {
      ...(choices ? { choices } : {}),
      start: (row) => String(moment.judgements.get(perspective)?.get(row)?.progress ?? ''),
      write: (now, row, text) => {
        const value = valueOf(PROGRESS, text)
        return isNotUnderstood(value) ? value : judge(now, perspective, row, 'progress', value)
      },
    },
  }
}
