import { INFLUENCE, INTEREST, type Scale } from '../model/scales.ts'
import type { MapContent } from '../model/system-map.ts'
import { isPlaced, type Between, type Standing } from '../reading/grid.ts'
import { inSentence, ratingDigits, ratingWord } from './ratings.ts'
import { organisationName } from './spoken.ts'

/** The four corners are instructions to those who have the say, never labels on people. */
function cornerOf({ influence, interest }: { readonly influence: number; readonly interest: number }): string {
  return influence > 3 ? (interest > 3 ? 'Work with' : 'Bring in') : interest > 3 ? 'Give weight to' : 'Keep open'
}

function said(scale: Scale, value: number | undefined, between: Between | null): string {
  const title = inSentence(scale.title)
  if (value === undefined) return `${title} not said`
  const apart = between && between[0] !== between[1] ? ` (from ${between[0]} to ${between[1]})` : ''
  return `${title} ${ratingDigits(value)}, ${inSentence(ratingWord(scale, value))}${apart}`
}

/** Where an element stands, as it is spoken: "Care brokerage, Adult social care. Influence 3, shapes (from 2 to 4); interest 4, priority." */
export function standingWords(moment: MapContent, standing: Standing): string {
  const element = moment.elements.get(standing.id)
  if (!element) return ''
  const influence = said(INFLUENCE, standing.influence, standing.influenceFrom)
  return `${element.name}, ${organisationName(moment, element.organisation)}. ${influence.charAt(0).toUpperCase()}${influence.slice(1)}; ${said(INTEREST, standing.interest, standing.interestFrom)}.`
}

const range = (between: Between | null) => (between ? (between[0] === between[1] ? String(between[0]) : `${between[0]} to ${between[1]}`) : '')

/** The grid as rows of cells, the heads first, to paste into a sheet. */
export function gridRows(moment: MapContent, standings: readonly Standing[]): readonly (readonly string[])[] {
  return [
    ['Element', 'Organisation', 'Influence', 'from, to', 'Interest', 'from, to', 'Where'],
    ...standings.map((standing) => {
      const element = moment.elements.get(standing.id)
      return [
        element?.name ?? '', organisationName(moment, element?.organisation ?? null),
        standing.influence === undefined ? '' : ratingDigits(standing.influence), range(standing.influenceFrom),
        standing.interest === undefined ? '' : ratingDigits(standing.interest), range(standing.interestFrom),
        isPlaced(standing) ? cornerOf(standing) : 'not placed yet',
      ]
    }),
  ]
}
