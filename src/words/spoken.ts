import { ELEMENT_KINDS } from '../model/kinds.ts'
import type { Id } from '../model/ids.ts'
import { sharedOf, type MapContent } from '../model/system-map.ts'
import { tiesOf } from '../reading/pool.ts'
import { resolve } from '../reading/resolve.ts'
import { counted } from './counts.ts'
import { answerWords } from './ratings.ts'
import { NO_LONGER_HERE, tieSentence } from './tie-sentence.ts'

const kindTitles = new Map(ELEMENT_KINDS.map((kind) => [kind.value, kind.title]))

/** An element's name for those who hear the map: its own name first, then kind, organisation, number of ties. */
export function spokenElement(moment: MapContent, id: Id): string {
  const element = moment.elements.get(id)
  if (!element) return NO_LONGER_HERE
  const ties = tiesOf(moment, id).length
  return [element.name, kindTitles.get(element.kind) ?? element.kind, organisationName(moment, element.organisation), ties ? counted(ties, 'tie') : 'no ties'].join(', ')
}

/** A tie's name for those who hear the map: who, what, whom; its label; and what the reading on screen says of it. */
export function spokenTie(moment: MapContent, id: Id, perspective: Id | '*' = sharedOf(moment).id): string {
  const tie = moment.relationships.get(id)
  if (!tie) return NO_LONGER_HERE
  const label = tie.label === '' ? '' : `, ${tie.label}`
  return `${tieSentence(moment, tie)}${label}. ${answerWords(resolve(moment, perspective).of(id), tie.kind)}`
}

export function organisationName(moment: MapContent, organisation: Id | null): string {
  return (organisation !== null && moment.organisations.get(organisation)?.name) || 'no organisation'
}
