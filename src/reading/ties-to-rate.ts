import { byId, type Id } from '../model/ids.ts'
import type { Relationship } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { actionsOn } from './actions-on.ts'
import { strengthWithZero } from './answer.ts'
import { pool } from './pool.ts'
import { resolve } from './resolve.ts'
import { homeOf } from './two-ends.ts'

/** What choosing ties to rate may look at. */
export interface RatingContext {
  readonly map: SystemMap
  /** Whose view is written. */
  readonly perspective: Id
  readonly selection: readonly Id[]
  /** What a filter leaves out. */
  readonly hidden: ReadonlySet<Id>
}

/** A sort of ties that people come to rate. */
export interface TieChoice {
  readonly id: 'chosen' | 'star' | 'between' | 'action' | 'unrated' | 'all'
  readonly title: string
  /** One of the three sorts that a room comes back to after half a year. */
  readonly matters?: true
  has(tie: Relationship, c: RatingContext, inHand: ReadonlyMap<Id, number>): boolean
}

export const TIE_CHOICES: readonly TieChoice[] = [
  { id: 'chosen', title: 'Of what is chosen', has: ({ id, from, to }, { selection }) => selection.includes(id) || selection.includes(from) || selection.includes(to) },
  { id: 'star', title: 'Matters most', matters: true, has: ({ star }) => star },
  {
    id: 'between', title: 'Between organisations', matters: true,
    has(tie, { map }) {
      const [from, to] = [homeOf(map, tie.from), homeOf(map, tie.to)]
      return tie.kind !== 'influences' && from !== null && to !== null && from !== to
    },
  },
  { id: 'action', title: 'In an action', matters: true, has: ({ id }, _, inHand) => inHand.has(id) },
  { id: 'unrated', title: 'Not rated yet', has: ({ id }, { map, perspective }) => strengthWithZero(ownAnswer(map, perspective, id)) === undefined },
  { id: 'all', title: 'All ties', has: () => true },
]

/** Only what the view itself said: of the shared picture not the middle of the others, which nobody has agreed. */
function ownAnswer(map: SystemMap, perspective: Id, tie: Id) {
  const answer = resolve(map, perspective).of(tie)
  return answer.derived?.has('strength') ? { state: 'silent' as const } : answer
}

/** The ties of any of these sorts, each once, in the order of the table: by the first end's organisation, then by the names of both. */
export function tiesToRate(c: RatingContext, choices: ReadonlySet<TieChoice['id']>): readonly Id[] {
  const { map } = c
  const inHand = actionsOn(map.actions)
  const wanted = TIE_CHOICES.filter(({ id }) => choices.has(id))
  const found = [...pool(map).ties.values()].filter((tie) => !c.hidden.has(tie.id) && wanted.some((choice) => choice.has(tie, c, inHand)))
  const rank = (element: Id) => map.organisations.get(map.elements.get(element)?.organisation ?? '')?.order ?? Infinity
  const name = (element: Id) => map.elements.get(element)?.name ?? ''
  const sorted = found.map((tie) => ({ tie, rank: rank(tie.from), from: name(tie.from), to: name(tie.to) }))
  sorted.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank) || byId(a.from, b.from) || byId(a.to, b.to) || byId(a.tie.id, b.tie.id))
  return sorted.map(({ tie }) => tie.id)
}

/** What is ticked to begin with: what is chosen; after a first version the ties that matter; before it what nobody has rated. */
export function usualChoices(c: RatingContext): ReadonlySet<TieChoice['id']> {
  const has = (id: TieChoice['id']) => tiesToRate(c, new Set([id])).length > 0
  if (c.selection.length > 0 && has('chosen')) return new Set(['chosen'])
  const matter = TIE_CHOICES.filter(({ id, matters }) => matters && has(id)).map(({ id }) => id)
  if (c.map.versions.size > 0 && matter.length > 0) return new Set(matter)
  return new Set([has('unrated') ? 'unrated' : 'all'])
}
