import type { Id } from '../../model/ids.ts'
import { listed, type MapContent, type SystemMap } from '../../model/system-map.ts'
import { pool } from '../../reading/pool.ts'
import type { TableTab } from '../../session/session.ts'
import { besideInOrder, nameOnMap } from '../../words/beside.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import { areaColumns, noteColumns } from './beside-columns.ts'
import { apartColumn, comparedColumns, gapColumn, rangeColumn } from './apart-columns.ts'
import type { Column, ColumnsAsked } from './column.ts'
import { fieldColumns } from './field-columns.ts'
import { outcomeColumns } from './outcome-columns.ts'
import { judgementColumns, ratingColumns } from './said-columns.ts'
import { standingColumns } from './scale-columns.ts'
import { actionColumn, endsColumn } from './tie-columns.ts'

export interface TabShape {
  readonly value: TableTab
  readonly title: string
  /** How one row is called: "tie", "element". */
  readonly noun: string
  /** The rows of the tab, in their order. */
  rows(map: SystemMap, moment: MapContent): readonly Id[]
  columns(map: SystemMap, moment: MapContent, asked: ColumnsAsked): readonly Column[]
  /** What adds a row, in its panel or in the line below the table; not where rows come about on the map alone. */
  readonly adds?: string
  /** The command that begins one with all its fields in sight. */
  readonly addsBy?: string
  /** Said where there is no row. */
  readonly empty: string
  /** It is shown only where the map has such rows: most have none. */
  readonly isSeldom?: true
}

const these = (columns: readonly Column[], ids: readonly string[]) => ids.flatMap((id) => columns.find((column) => column.id === id) ?? [])
const others = (columns: readonly Column[], ids: readonly string[]) => columns.filter(({ id }) => !ids.includes(id))

/** What a room asks of an element comes first; what belongs to outcomes comes last, which have a tab of their own. */
const WHO = ['name', 'organisation', 'kind']
const STANDING = ['said influence', 'said interest']
const KNOWN = ['tags', 'facts', 'description', 'aliases', 'pinned']
const WHAT = ['kind', 'label']

/** The tabs of the table, each over one list of records. */
export const TABS: readonly TabShape[] = [
  {
    value: 'elements', title: 'Elements', noun: 'element', adds: 'Add an element',
    rows: (_, moment) => [...moment.elements.keys()],
    columns(map, moment, asked) {
      const fields = fieldColumns(map, moment, 'elements')
      const said = judgementColumns(map, moment, asked.perspective, 'element')
      return [
        ...these(fields, WHO), ...these(said, STANDING), apartColumn(moment, asked), ...comparedColumns(asked), ...these(fields, KNOWN),
        ...others(said, STANDING), ...standingColumns(map, moment, asked), ...others(fields, [...WHO, ...KNOWN]),
      ]
    },
    empty: 'No element yet. Type a name in the line below and press Enter.',
  },
  {
    value: 'ties', title: 'Ties', noun: 'tie', adds: 'Add a tie',
    rows: (_, moment) => [...pool(moment).ties.keys()],
    columns(map, moment, asked) {
      const fields = fieldColumns(map, moment, 'relationships')
      const said = [...ratingColumns(moment, asked), ...(asked.unattributed ? [rangeColumn(moment, asked)] : [gapColumn(moment)]), apartColumn(moment, asked), ...comparedColumns(asked)]
      return [endsColumn(moment), ...these(fields, WHAT), ...said, actionColumn(map), ...judgementColumns(map, moment, asked.perspective, 'tie'), ...others(fields, WHAT)]
    },
    empty: 'No tie yet. Type “Ward -> Care brokerage” in the line below and press Enter.',
  },
  {
    value: 'outcomes', title: 'Outcomes', noun: 'outcome', adds: 'Add an outcome',
    rows: (_, moment) => [...moment.elements.values()].flatMap(({ id, kind }) => (kind === 'outcome' ? [id] : [])),
    columns: (map, moment, asked) => [...outcomeColumns(map, moment, asked), apartColumn(moment, asked), ...comparedColumns(asked)],
    empty: 'No outcome yet. Type “People tell their story once #outcome” in the line below and press Enter.',
  },
  {
    value: 'actions', title: 'Actions', noun: 'action', adds: 'Add an action', addsBy: 'new-action',
    rows: (map) => listed(map.actions).map(({ id }) => id),
    columns: (map) => fieldColumns(map, map, 'actions'),
    empty: 'No action yet. Begin a line below with “!”.',
  },
  {
    value: 'reflections', title: 'Reflections', noun: 'reflection', adds: 'Add a reflection', addsBy: 'new-reflection',
    rows: (map) => listed(map.reflections).map(({ id }) => id),
    columns: (map) => fieldColumns(map, map, 'reflections'),
    empty: 'No reflection yet. Begin a line below with “?”.',
  },
  {
    value: 'notes', title: 'Notes', noun: 'note', isSeldom: true,
    // What a version does not freeze is not listed beside it.
    rows: (map, moment) => (moment === map ? besideInOrder(map).filter((id) => map.notes.has(id)) : []),
    columns: noteColumns,
    empty: 'No note here. New note, among the commands, writes one on the map.',
  },
  {
    value: 'areas', title: 'Areas', noun: 'area', isSeldom: true,
    rows: (map, moment) => (moment === map ? besideInOrder(map).filter((id) => map.areas.has(id)) : []),
    columns: areaColumns,
    empty: 'No area here. New area, among the commands, lays one on the map.',
  },
]

export function tabOf(tab: TableTab): TabShape {
  return TABS.find(({ value }) => value === tab) ?? (TABS[0] as TabShape)
}

/** How a row is called when it is spoken of. */
export function rowName(map: SystemMap, moment: MapContent, row: Id): string {
  return map.actions.get(row)?.title ?? map.reflections.get(row)?.words ?? (map.notes.has(row) || map.areas.has(row) ? nameOnMap(map, row) : nameOf(moment, row))
}
