import type { Id } from '../model/ids.ts'
import type { MapElement, Organisation, Relationship } from '../model/records.ts'
import type { MapContent, Records } from '../model/system-map.ts'
import { strengthWithZero, type Answer } from './answer.ts'
import { pool } from './pool.ts'
import { speakerOf } from './speakers.ts'

/** What the organisation at either end of a tie says of it. */
export interface TwoEnds {
  readonly from: Id
  readonly to: Id
  readonly answers: readonly [from: Answer, to: Answer]
  /** What the from end says less what the to end says; undefined where either did not rate it. */
  readonly strengthGap: number | undefined
  readonly qualityGap: number | undefined
  /** A gap of two or more: two ends, two views. */
  readonly isTwoViews: boolean
}

const ends = new WeakMap<MapContent, Map<Id, TwoEnds | null>>()
const TWO_VIEWS = 2

/** The organisation of an element, if ties to it are between organisations: not where it is nobody's, nor shared by all. */
export function homeOf(moment: { readonly elements: Records<MapElement>; readonly organisations: Records<Organisation> }, element: Id): Organisation | null {
  const id = moment.elements.get(element)?.organisation ?? null
  const organisation = id === null ? undefined : moment.organisations.get(id)
  return organisation && organisation.slot !== 'shared' ? organisation : null
}

/** Null where the ends are not of two organisations with a numbered slot, or one of them has not answered. */
export function twoEndsOf(moment: MapContent, tie: Relationship): TwoEnds | null {
  let known = ends.get(moment)
  if (!known) ends.set(moment, (known = new Map()))
  let found = known.get(tie.id)
  if (found === undefined) known.set(tie.id, (found = look(moment, tie)))
  return found
}

function look(moment: MapContent, tie: Relationship): TwoEnds | null {
  const [from, to] = [homeOf(moment, tie.from), homeOf(moment, tie.to)]
  if (!from || !to || from === to || typeof from.slot !== 'number' || typeof to.slot !== 'number' || tie.kind === 'influences') return null
  const a = speakerOf(moment, from.id)?.reading.of(tie.id)
  const b = speakerOf(moment, to.id)?.reading.of(tie.id)
  if (!a || !b || a.state === 'silent' || b.state === 'silent') return null
  const strengthGap = less(strengthWithZero(a), strengthWithZero(b))
  const qualityGap = less(a.quality, b.quality)
  return { from: from.id, to: to.id, answers: [a, b], strengthGap, qualityGap, isTwoViews: Math.abs(strengthGap ?? 0) >= TWO_VIEWS || Math.abs(qualityGap ?? 0) >= TWO_VIEWS }
}

const less = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b === undefined ? undefined : a - b)

/** Ties whose two ends have two views, the largest gap first, then by id. */
export function twoViews(moment: MapContent): readonly Id[] {
  const found = [...pool(moment).ties.values()].flatMap((tie) => {
    const both = twoEndsOf(moment, tie)
    return both?.isTwoViews ? [{ id: tie.id, gap: Math.max(Math.abs(both.strengthGap ?? 0), Math.abs(both.qualityGap ?? 0)) }] : []
  })
  return found.sort((a, b) => b.gap - a.gap || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
}
