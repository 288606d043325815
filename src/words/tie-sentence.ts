import { tieKind, type ElementKind } from '../model/kinds.ts'
import type { Id } from '../model/ids.ts'
import type { Relationship } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'

/** A removed thing that something still points at. */
export const NO_LONGER_HERE = 'no longer on the map'

/** The name of an element or, for a tie, its sentence; of what was removed, that it is no longer on the map. */
export function nameOf(moment: MapContent, subject: Id): string {
  const element = moment.elements.get(subject)
  if (element) return element.name
  const tie = moment.relationships.get(subject)
  return tie ? tieSentence(moment, tie) : NO_LONGER_HERE
}

/** What stands between the two names: "hands people over to", "makes more of". */
export function tieVerb(tie: Pick<Relationship, 'kind' | 'polarity' | 'mutual'>): string {
  if (tie.kind !== 'influences') return tieKind(tie.kind).title
  return tie.polarity === '+' ? 'makes more of' : tie.polarity === '-' ? 'makes less of' : 'changes'
}

/** Whether a signed influence is said of more of its source: of what can go up and down, not of a team. */
export function isMoreOf(tie: Pick<Relationship, 'kind' | 'polarity'>, source: ElementKind): boolean {
  return tie.kind === 'influences' && (tie.polarity === '+' || tie.polarity === '-') && (source === 'factor' || source === 'outcome')
}

/** "Hospital discharge team hands people over to Care brokerage": who, what, whom. Without its label. */
export function tieSentence(moment: MapContent, tie: Pick<Relationship, 'from' | 'to' | 'kind' | 'polarity' | 'mutual' | 'delay'>): string {
  const source = moment.elements.get(tie.from)
  const from = source?.name ?? NO_LONGER_HERE
  const to = source && tie.from === tie.to ? 'itself' : (moment.elements.get(tie.to)?.name ?? NO_LONGER_HERE)
  const bothWays = tie.mutual && !tieKind(tie.kind).mutual ? ', and the other way' : ''
  const later = tie.kind === 'influences' && tie.delay ? ', after a while' : ''
  const oneWay = !tie.mutual && tieKind(tie.kind).mutual ? ', one way' : ''
  return `${source && isMoreOf(tie, source.kind) ? 'More of ' : ''}${from} ${tieVerb(tie)} ${to}${bothWays}${oneWay}${later}`
}
