import type { Id } from '../../model/ids.ts'
import type { MapContent } from '../../model/system-map.ts'
import { strengthWithZero } from '../../reading/answer.ts'
import { RATINGS } from '../../reading/answer.ts'
import { resolve } from '../../reading/resolve.ts'
import { spreadOf } from '../../reading/spread.ts'
import { twoEndsOf } from '../../reading/two-ends.ts'
import { classTitle } from '../../words/change-words.ts'
import { ratingDigits } from '../../words/ratings.ts'
import type { Column, ColumnsAsked } from './column.ts'

/** Fewer voices than this would give away who said what. */
const LEAST_UNNAMED = 3

/** How far apart the voices are about a row: the word, and the share of the scale it stands for. */
export function apartColumn(moment: MapContent, { voices }: ColumnsAsked): Column {
  const spread = spreadOf(moment, voices)
  return {
    id: 'apart',
    title: 'Apart',
    width: 120,
    read(row) {
      const { word, divergence } = spread.of(row) ?? {}
      return word === undefined || divergence === undefined ? '–' : `${word} ${divergence.toFixed(2).replace(/0$/, '')}`
    },
    sort: (row) => spread.of(row)?.divergence ?? -1,
  }
}

/** How far apart the two ends of a tie are about its strength. */
export function gapColumn(moment: MapContent): Column {
  const gap = (row: Id) => {
    const tie = moment.relationships.get(row)
    return tie && twoEndsOf(moment, tie)?.strengthGap
  }
  return {
    id: 'gap',
    title: 'Gap',
    width: 72,
    read: (row) => {
      const between = gap(row)
      return between === undefined ? '–' : ratingDigits(Math.abs(between))
    },
    sort: (row) => Math.abs(gap(row) ?? -1),
  }
}

/** From the lowest to the highest that was said, and by how many, without who it was. */
export function rangeColumn(moment: MapContent, { voices }: ColumnsAsked): Column {
  const readings = voices.map(({ id }) => resolve(moment, id))
  const said = (row: Id) => readings.map((reading) => reading.of(row)).filter(({ state }) => state !== 'silent')
  return {
    id: 'range',
    title: 'From, to',
    width: 132,
    read(row) {
      const answers = said(row)
      if (answers.length < LEAST_UNNAMED) return answers.length === 0 ? '–' : `${answers.length} of ${voices.length}`
      const values = answers.flatMap((answer) => strengthWithZero(answer) ?? [])
      const range = values.length < LEAST_UNNAMED ? '' : `${ratingDigits(Math.min(...values))} to ${ratingDigits(Math.max(...values))}, `
      return `${range}${answers.length} of ${voices.length}`
    },
    sort: (row) => said(row).length,
  }
}

/** What became of a row between the two readings that are compared; none while nothing is. */
export function comparedColumns({ compared }: ColumnsAsked): readonly Column[] {
  if (!compared) return []
  const { axis, comparison } = compared
  return [
    {
      id: 'compared',
      title: 'Difference',
      width: 176,
      read(row) {
        const { class: of, delta } = comparison.of(row)
        const by = RATINGS.map((rating) => delta[rating] ?? 0).find((value) => value !== 0)
        return `${classTitle(axis, of)}${by === undefined || of === 'appeared' || of === 'gone' ? '' : ` ${by > 0 ? '+' : '−'}${ratingDigits(Math.abs(by))}`}`
      },
      sort: (row) => comparison.of(row).size ?? -1,
    },
  ]
}
