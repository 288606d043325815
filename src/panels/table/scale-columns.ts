import { judge } from '../../edits/judge.ts'
import { fieldIn, JUDGEMENT_FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Perspective } from '../../model/records.ts'
import { judgementOf, sharedOf, type MapContent, type SystemMap } from '../../model/system-map.ts'
import { resolve } from '../../reading/resolve.ts'
import { inSentence, ratingDigits } from '../../words/ratings.ts'
import { choicesOf, isNotUnderstood, valueOf } from './cell-text.ts'
import type { Column, ColumnsAsked } from './column.ts'

/** Whose answers have a column each: the shared picture's, every voice's, and of the one on screen. Where names are off, the first alone. */
export function whoseOf(moment: MapContent, { voices, unattributed, perspective }: ColumnsAsked): readonly Perspective[] {
  const shared = sharedOf(moment)
  if (unattributed) return [shared]
  const onScreen = moment.perspectives.get(perspective)
  return [...new Set([shared, ...voices, ...(onScreen ? [onScreen] : [])])]
}

/** What one perspective says of elements on one scale: a digit rates and moves down. */
export function scaleColumn(map: SystemMap, moment: MapContent, whose: Perspective, rating: 'influence' | 'interest' | 'progress'): Column {
  const field = fieldIn(JUDGEMENT_FIELDS, rating) as Field
  const reading = resolve(moment, whose.id)
  const organisation = moment.organisations.get(whose.organisation ?? '')
  const choices = choicesOf(field, map)
  const title = whose.type === 'shared' ? 'Shared' : (organisation?.code ?? whose.name)
  return {
    id: `${rating} ${whose.id}`,
    title: `${title}: ${inSentence(field.title)}`,
    ...(organisation ? { slot: organisation.slot } : {}),
    width: 148,
    read: (row) => {
      const { state, derived, [rating]: value } = reading.of(row)
      return value === undefined ? (state === 'no' ? 'no' : '–') : `${derived?.has(rating) ? '~' : ''}${ratingDigits(value)}`
    },
    sort: (row) => reading.of(row)[rating] ?? -1,
    digit: (now, row, digit) => judge(now, whose.id, row, rating, digit === 0 || digit === 'yes' ? null : digit),
    edit: {
      ...(choices ? { choices } : {}),
      start: (row: Id) => String(judgementOf(moment, whose.id, row)?.[rating] ?? ''),
      write: (now, row, text) => {
        const value = valueOf(field, text)
        return isNotUnderstood(value) ? value : judge(now, whose.id, row, rating, value)
      },
    },
  }
}

/** Influence, then interest, as the shared picture and each voice have them. The one on screen has columns of its own. */
export function standingColumns(map: SystemMap, moment: MapContent, asked: ColumnsAsked): readonly Column[] {
  const others = whoseOf(moment, asked).filter(({ id }) => id !== asked.perspective)
  return (['influence', 'interest'] as const).flatMap((rating) => others.map((whose) => scaleColumn(map, moment, whose, rating)))
}
