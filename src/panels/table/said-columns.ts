import { judge, rate } from '../../edits/judge.ts'
import { JUDGEMENT_FIELDS } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Judgement, Perspective, Presence } from '../../model/records.ts'
import { sharedOf, type MapContent, type SystemMap } from '../../model/system-map.ts'
import type { Field } from '../../model/fields.ts'
import { resolve } from '../../reading/resolve.ts'
import { ratingDigits, signed } from '../../words/ratings.ts'
import { choicesOf, editTextOf, isNotUnderstood, textOf, valueOf } from './cell-text.ts'
import type { Column, ColumnsAsked } from './column.ts'
import { scaleColumn } from './scale-columns.ts'

/** One column each for the shared picture and every voice: a digit rates there and moves down. */
export function ratingColumns(moment: MapContent, { voices, unattributed }: ColumnsAsked): readonly Column[] {
  const said = unattributed ? [sharedOf(moment)] : [sharedOf(moment), ...voices]
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
    width: 88,
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

/** The same as another's on that scale, in words where there is room for them. */
function ownScale(column: Column, { name, title }: Field): Column {
  const words = (read: string) => column.edit?.choices?.find(({ value }) => value !== '' && value === read.replace('~', ''))?.title
  return {
    ...column,
    id: `said ${name}`,
    title,
    read(row) {
      const read = column.read(row)
      const found = words(read)
      return found === undefined ? (read === '–' ? '' : read) : `${read.startsWith('~') ? '~' : ''}${found}`
    },
  }
}

type SaidField = Exclude<keyof Judgement, 'extra'>

/** What the perspective on screen says besides strength: quality, influence, words. */
export function judgementColumns(map: SystemMap, moment: MapContent, perspective: Id, on: 'element' | 'tie'): readonly Column[] {
  const whose = moment.perspectives.get(perspective)
  if (!whose) return []
  const fields = JUDGEMENT_FIELDS.filter((field) => !field.hidden && (field.on === on || field.on === 'both' || (field.on === 'outcome' && on === 'element')) && !(on === 'tie' && field.name === 'presence'))
  const valueIn = (row: Id, field: Field) => moment.judgements.get(perspective)?.get(row)?.[field.name as SaidField]
  return fields.map((field) => {
    if (field.name === 'influence' || field.name === 'interest' || field.name === 'progress') return ownScale(scaleColumn(map, moment, whose, field.name), field)
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
