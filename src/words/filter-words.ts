import { ELEMENT_KINDS, TIE_KINDS, type Choice } from '../model/kinds.ts'
import type { Id } from '../model/ids.ts'
import { QUALITY, STRENGTH, stepOf } from '../model/scales.ts'
import type { MapContent } from '../model/system-map.ts'
import type { Clause, Filter, Shown } from '../reading/filter.ts'
import { pool } from '../reading/pool.ts'
import { counted, either, grouped, plural, someOf } from './counts.ts'
import { inSentence, ratingDigits, signed } from './ratings.ts'
import { organisationName } from './spoken.ts'
import { nameOf } from './tie-sentence.ts'

const titles = <T extends string>(list: readonly Choice<T>[], of: readonly T[]) => list.filter(({ value }) => of.includes(value)).map(({ title }) => title)
const ALWAYS_MANY = new Set(['people'])

/** One condition of a filter, short enough for a chip: "teams or groups", "strength 3–5", "Ward sister and 2 steps round it". */
export function clauseWords(moment: MapContent, clause: Clause): string {
  switch (clause.is) {
    case 'kind':
      return either(titles(ELEMENT_KINDS, clause.of).map((title) => (ALWAYS_MANY.has(title) ? title : plural(title))))
    case 'organisation':
      return either(clause.of.map((id) => organisationName(moment, id)))
    case 'tag':
      return `tagged ${either(clause.of)}`
    case 'fact':
      return clause.value === null ? `with “${clause.name}”` : `${clause.name}: ${clause.value}`
    case 'tie kind':
      return `ties where one ${either(titles(TIE_KINDS, clause.of))} another`
    case 'strength':
      return clause.from === clause.to ? `strength ${clause.from}: ${inSentence(stepOf(STRENGTH, clause.from)?.short ?? '')}` : `strength ${ratingDigits(clause.from)} to ${ratingDigits(clause.to)}`
    case 'quality':
      return clause.from === clause.to ? `quality ${signed(clause.from)}: ${inSentence(stepOf(QUALITY, clause.from)?.short ?? '')}` : `quality ${signed(clause.from)} to ${signed(clause.to)}`
    case 'star':
      return 'ties that matter most'
    case 'unrated':
      return 'ties not rated'
    case 'no action':
      return 'ties no action touches'
    case 'far apart':
      return 'where answers are far apart'
    case 'blind':
      return `what ${moment.perspectives.get(clause.to)?.name ?? 'a view no longer kept'} does not see`
    case 'new':
      return `new since ${clause.named}`
    case 'near':
      return nearWords(moment, clause)
    case 'paths':
      return `the shortest ways between ${nameOf(moment, clause.from)} and ${nameOf(moment, clause.to)}`
  }
}

function nearWords(moment: MapContent, { of, steps, way }: Extract<Clause, { readonly is: 'near' }>): string {
  const names = someOf(of.map((id: Id) => nameOf(moment, id)), 2)
  if (way === 'out') return `what ${names} ${of.length === 1 ? 'leads' : 'lead'} to`
  if (way === 'in') return `what leads to ${names}`
  return steps === 1 ? `${names} and neighbours` : `${names} and ${steps} steps round`
}

/** How much of the map a filter shows: "12 of 46 elements, 18 of 94 ties". */
export function shownCounts(moment: MapContent, { elements, ties }: Shown): string {
  const all = pool(moment)
  return `${grouped(elements.size)} of ${counted(all.elements.size, 'element')}, ${grouped(ties.size)} of ${counted(all.ties.size, 'tie')}`
}

/** A filter as a sentence, for the live region, for pictures and for the report. */
export function filterWords(moment: MapContent, filter: Filter, shown: Shown): string {
  return `Only ${filter.map((clause) => clauseWords(moment, clause)).join('; ')}: ${shownCounts(moment, shown)}.`
}
