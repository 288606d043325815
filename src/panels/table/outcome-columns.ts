import type { Id } from '../../model/ids.ts'
import type { OutcomeReading } from '../../model/records.ts'
import { listed, type MapContent, type SystemMap } from '../../model/system-map.ts'
import { spokenDate } from '../../words/dates.ts'
import type { Column, ColumnsAsked } from './column.ts'
import { fieldColumns } from './field-columns.ts'
import { scaleColumn, whoseOf } from './scale-columns.ts'

const OWN = ['name', 'organisation', 'outcomeFor', 'measure', 'unit', 'better', 'target'] as const

/** What is known of an outcome: its measure, the first and the last value that was read, and how true each says it is. */
export function outcomeColumns(map: SystemMap, moment: MapContent, asked: ColumnsAsked): readonly Column[] {
  const fields = new Map(fieldColumns(map, moment, 'elements').map((column) => [column.id, column]))
  const own = OWN.flatMap((id) => fields.get(id) ?? [])
  const readings = new Map<Id, OutcomeReading[]>()
  for (const reading of listed(moment.outcomeReadings)) readings.set(reading.element, [...(readings.get(reading.element) ?? []), reading])
  for (const list of readings.values()) list.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.order - b.order))
  const said = (reading: OutcomeReading | undefined) => (reading?.value == null ? '' : `${reading.value}, ${spokenDate(reading.date)}`)
  const value = (reading: OutcomeReading | undefined) => reading?.value ?? Number.NEGATIVE_INFINITY
  return [
    ...own,
    { id: 'first value', title: 'First read', width: 160, read: (row) => said(readings.get(row)?.[0]), sort: (row) => value(readings.get(row)?.[0]) },
    { id: 'last value', title: 'Last read', width: 160, read: (row) => said(readings.get(row)?.at(-1)), sort: (row) => value(readings.get(row)?.at(-1)) },
    { id: 'readings', title: 'Times read', width: 104, read: (row) => String(readings.get(row)?.length ?? 0), sort: (row) => readings.get(row)?.length ?? 0 },
    ...whoseOf(moment, asked).map((whose) => scaleColumn(map, moment, whose, 'progress')),
  ]
}
