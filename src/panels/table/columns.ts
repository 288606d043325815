import { judge, rate } from '../../edits/judge.ts'
import type { MapChange } from '../../model/change.ts'
import { FIELDS, JUDGEMENT_FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Slot } from '../../model/kinds.ts'
import type { Judgement, Perspective, Presence } from '../../model/records.ts'
import { listed, sharedOf, type MapContent, type SystemMap } from '../../model/system-map.ts'
import type { Answer } from '../../reading/answer.ts'
import { pool } from '../../reading/pool.ts'
import { resolve } from '../../reading/resolve.ts'
import { voicesOf } from '../../reading/voices.ts'
import type { TableTab } from '../../session/session.ts'
import { ratingDigits, signed } from '../../words/ratings.ts'
import { nameOf } from '../../words/tie-sentence.ts'
import { cellChange, choicesOf, editTextOf, isNotUnderstood, textOf, valueOf, type CellChoice, type NotUnderstood } from './cell-text.ts'

/** One column of a table: how a cell reads, sorts and is written. */
export interface Column {
  readonly id: string
  readonly title: string
  readonly slot?: Slot
  readonly width: number
  read(row: Id): string
  /** For a rating: the answer, so that the line it makes can be drawn beside the digits. */
  answer?(row: Id): Answer
  /** What rows are sorted by; text by its letters. */
  sort?(row: Id): number | string
  edit?: {
    readonly choices?: readonly CellChoice[]
    start(row: Id): string
    write(map: SystemMap, row: Id, text: string): MapChange | NotUnderstood
  }
  /** A digit typed on the cell: rates, and moves down. */
  digit?(map: SystemMap, row: Id, digit: Presence): MapChange
}

export interface TableShape {
  readonly rows: readonly Id[]
  readonly columns: readonly Column[]
  /** How one row is called: "tie", "element". */
  readonly noun: string
}

type ListedTable = 'elements' | 'relationships' | 'actions' | 'reflections'

interface TabShape {
  readonly value: TableTab
  readonly title: string
  readonly table: ListedTable
  readonly noun: string
}

/** The tabs of the table, each over one list of records. */
export const TABS: readonly TabShape[] = [
  { value: 'elements', title: 'Elements', table: 'elements', noun: 'element' },
  { value: 'ties', title: 'Ties', table: 'relationships', noun: 'tie' },
  { value: 'actions', title: 'Actions', table: 'actions', noun: 'action' },
  { value: 'reflections', title: 'Reflections', table: 'reflections', noun: 'reflection' },
]

const WIDTHS: Readonly<Record<string, number>> = { name: 260, title: 320, words: 360, description: 260, facts: 220, label: 200, touches: 300, about: 300, organisation: 200, from: 220, to: 220, firstStep: 240, kind: 160 }

/** Rows and columns of a tab at a moment; `perspective` is the one whose words the last columns hold. */
export function tableShape(map: SystemMap, moment: MapContent, tab: TableTab, perspective: Id): TableShape {
  const shape = TABS.find(({ value }) => value === tab) ?? (TABS[0] as TabShape)
  const { table, noun } = shape
  if (table === 'elements') {
    const rows = [...moment.elements.values()].map(({ id }) => id)
    return { rows, noun, columns: [...fieldColumns(map, moment, table), ...judgementColumns(map, moment, perspective, 'element')] }
  }
  if (table === 'relationships') {
    const rows = [...pool(moment).ties.keys()]
    const fields = fieldColumns(map, moment, table)
    const after = fields.findIndex(({ id }) => id === 'label') + 1
    return { rows, noun, columns: [...fields.slice(0, after), ...ratingColumns(moment), ...judgementColumns(map, moment, perspective, 'tie'), ...fields.slice(after)] }
  }
  const rows = table === 'actions' ? map.actions : map.reflections
  return { rows: listed<{ readonly id: Id }>(rows).map(({ id }) => id), noun, columns: fieldColumns(map, map, table) }
}

function fieldColumns(map: SystemMap, moment: MapContent, table: ListedTable): readonly Column[] {
  const records = (table in moment ? moment[table as 'elements'] : map[table]) as ReadonlyMap<Id, object>
  const valueIn = (row: Id, field: Field) => (records.get(row) as Record<string, unknown> | undefined)?.[field.name]
  return (FIELDS[table] as readonly Field[])
    .filter((field) => !field.hidden)
    .map((field) => {
      const choices = choicesOf(field, map)
      return {
        id: field.name,
        title: field.title,
        width: WIDTHS[field.name] ?? (field.type.is === 'flag' ? 104 : 132),
        read: (row) => textOf(field, valueIn(row, field), map),
        ...(field.type.is === 'number' ? { sort: (row: Id) => Number(valueIn(row, field) ?? Number.NEGATIVE_INFINITY) } : {}),
        edit: {
          ...(choices ? { choices } : {}),
          start: (row) => editTextOf(field, valueIn(row, field), map),
          write: (now, row, text) => cellChange(now, table, row, field, text),
        },
      } satisfies Column
    })
}

/** One column each for the shared picture and every voice: a digit rates there and moves down. */
function ratingColumns(moment: MapContent): readonly Column[] {
  const said = [sharedOf(moment), ...voicesOf(moment)]
  return said.map((whose) => ratingColumn(moment, whose))
}

function ratingColumn(moment: MapContent, whose: Perspective): Column {
  const organisation = whose.organisation === null ? undefined : moment.organisations.get(whose.organisation)
  const reading = resolve(moment, whose.id)
  const strength = (row: Id) => {
    const answer = reading.of(row)
    return answer.state === 'no' ? 0 : answer.strength
  }
  return {
    id: `rating ${whose.id}`,
    title: whose.type === 'shared' ? 'Shared' : (organisation?.code ?? whose.name),
    ...(organisation ? { slot: organisation.slot } : {}),
    width: 96,
    answer: (row) => reading.of(row),
    read: (row) => {
      const answer = reading.of(row)
      if (answer.state === 'silent') return '–'
      if (answer.state === 'no') return 'no'
      const middle = answer.derived?.has('strength') ? '~' : ''
      const quality = answer.quality === undefined ? '' : ` ${signed(answer.quality)}`
      return answer.strength === undefined ? `yes${quality}` : `${middle}${ratingDigits(answer.strength)}${quality}`
    },
    sort: (row) => strength(row) ?? -1,
    digit: (map, row, digit) => rate(map, whose.id, row, digit),
    edit: {
      start: (row) => String(strength(row) ?? ''),
      write: (map, row, text) => {
        const given = text.trim().toLowerCase()
        if (given === '' || given === '-' || given === '–') return judge(map, whose.id, row, 'presence', null)
        if (given === 'no') return rate(map, whose.id, row, 0)
        if (given === 'yes') return rate(map, whose.id, row, 'yes')
        const digit = Number(given)
        return Number.isInteger(digit) && digit >= 0 && digit <= 5 ? rate(map, whose.id, row, digit as Presence) : { problem: `“${text.trim()}” is not on the scale: 0 to 5, yes, no, or nothing.` }
      },
    },
  }
}

type SaidField = Exclude<keyof Judgement, 'extra'>

/** What the perspective on screen says besides strength: quality, influence, words. */
function judgementColumns(map: SystemMap, moment: MapContent, perspective: Id, on: 'element' | 'tie'): readonly Column[] {
  const whose = moment.perspectives.get(perspective)
  if (!whose) return []
  const fields = JUDGEMENT_FIELDS.filter((field) => !field.hidden && (field.on === on || field.on === 'both' || (field.on === 'outcome' && on === 'element')) && !(on === 'tie' && field.name === 'presence'))
  const valueIn = (row: Id, field: Field) => moment.judgements.get(perspective)?.get(row)?.[field.name as SaidField]
  return fields.map((field) => {
    const isPresence = field.name === 'presence'
    const choices = isPresence ? [{ value: '', title: 'not said' }, { value: 'yes', title: 'in our picture' }, { value: '0', title: 'not in our picture' }] : choicesOf(field, map)
    return {
      id: `said ${field.name}`,
      title: isPresence ? 'In our picture' : field.title,
      width: field.type.is === 'text' ? 220 : 132,
      read: (row) => {
        const value = valueIn(row, field)
        if (isPresence) return value === undefined ? '' : value === 0 ? 'no' : 'yes'
        return choices && field.type.is === 'scale' ? (choices.find((choice) => choice.value === String(value))?.title ?? '') : textOf(field, value, map)
      },
      ...(field.type.is === 'scale' ? { sort: (row: Id) => Number(valueIn(row, field) ?? -9) } : {}),
      edit: {
        ...(choices ? { choices } : {}),
        start: (row) => {
          const value = valueIn(row, field)
          return isPresence ? (value === undefined ? '' : value === 0 ? '0' : 'yes') : editTextOf(field, value ?? null, map)
        },
        write: (now, row, text) => {
          if (isPresence) return judge(now, perspective, row, 'presence', text === '' ? null : text === '0' ? 0 : 'yes')
          const value = valueOf(field, text)
          return isNotUnderstood(value) ? value : judge(now, perspective, row, field.name as SaidField, value)
        },
      },
    } satisfies Column
  })
}

/** How a row is called when it is spoken of. */
export function rowName(map: SystemMap, moment: MapContent, tab: TableTab, row: Id): string {
  if (tab === 'actions') return map.actions.get(row)?.title ?? ''
  if (tab === 'reflections') return map.reflections.get(row)?.words ?? ''
  return nameOf(moment, row)
}
