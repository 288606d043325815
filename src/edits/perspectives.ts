import { judgementId, make, NO_CHANGE, remove, set, type MapChange, type Write } from '../model/change.ts'
import type { Id, Random } from '../model/ids.ts'
import type { PerspectiveType } from '../model/kinds.ts'
import type { Perspective } from '../model/records.ts'
import { listed, nextOrder, sharedOf, type SystemMap } from '../model/system-map.ts'
import { freshId, moment, tidy, type Made } from './making.ts'

export interface NewPerspective {
  readonly name: string
  /** There is one shared picture and it is there already. */
  readonly type: Exclude<PerspectiveType, 'shared'>
  readonly organisation?: Id | null
  /** Where nothing is said: a person's is, and no other. */
  readonly private?: boolean
}

const OWN_VIEW = 'My own view'

/** A new perspective, last in order. A private one stands in a document of its own from the first (rule 12). A name of nothing but spaces changes nothing. */
export function addPerspective(map: SystemMap, given: NewPerspective, random: Random): Made {
  const id = freshId(map, random)
  const name = tidy(given.name)
  if (name === '') return { id, change: NO_CHANGE }
  const organisation = given.organisation ?? (given.type === 'organisation' ? organisationCalled(map, name) : null)
  const isPrivate = given.private ?? given.type === 'person'
  return { id, change: { writes: [make('perspectives', id, { name, type: given.type, organisation, private: isPrivate, order: nextOrder(map.perspectives) })] } }
}

/** The private view of whoever sits at this laptop: the one that is there, else a new one. */
export function ownView(map: SystemMap, random: Random): Made {
  const own = listed(map.perspectives).find((perspective) => perspective.type === 'person' && perspective.private)
  return own ? { id: own.id, change: NO_CHANGE } : addPerspective(map, { name: OWN_VIEW, type: 'person' }, random)
}

/** Name, type or organisation. The shared picture keeps all three, and no other becomes it. */
export function changePerspective(map: SystemMap, id: Id, to: Partial<Omit<NewPerspective, 'private'>>): MapChange {
  const before = own(map, id)
  if (!before) return NO_CHANGE
  const name = tidy(to.name ?? before.name) || before.name
  const writes: Write[] = []
  if (name !== before.name) writes.push(set('perspectives', id, 'name', name))
  if (to.type !== undefined && to.type !== before.type) writes.push(set('perspectives', id, 'type', to.type))
  if (to.organisation !== undefined && to.organisation !== before.organisation) writes.push(set('perspectives', id, 'organisation', to.organisation))
  return { writes }
}

/**
 * Keeps a view apart from the map, or shares it with everyone who gets the map. Only one that has said nothing yet can be put apart: what
 * was said in the map's own document stays in its history.
 */
export function keepPrivate(map: SystemMap, id: Id, isPrivate: boolean): MapChange {
  const before = own(map, id)
  if (!before || before.private === isPrivate || (isPrivate && map.judgements.has(id))) return NO_CHANGE
  return { writes: [set('perspectives', id, 'private', isPrivate)] }
}

/** *We looked at everything*: what it is silent about, of what is on the map by now, it did not name. */
export function lookedAtEverything(map: SystemMap, id: Id, didLook: boolean, now: Date): MapChange {
  const before = own(map, id)
  if (!before || before.type === 'vision' || (before.coverage === 'complete') === didLook) return NO_CHANGE
  return { writes: [set('perspectives', id, 'coverage', didLook ? 'complete' : 'open'), set('perspectives', id, 'coverageAt', didLook ? moment(now) : null)] }
}

/** Puts the perspectives in this order; those not named follow in the order they have. The shared picture is before them all and has no place among them. */
export function orderPerspectives(map: SystemMap, ids: readonly Id[]): MapChange {
  const first = [...new Set(ids)].flatMap((id) => own(map, id) ?? [])
  const shared = sharedOf(map)
  const rest = listed(map.perspectives).filter((perspective) => perspective !== shared && !first.includes(perspective))
  return { writes: [...first, ...rest].flatMap((perspective, i) => (perspective.order === i + 1 ? [] : [set('perspectives', perspective.id, 'order', i + 1)])) }
}

/** Takes a perspective away with all that it said; versions keep what they froze. The shared picture stays. */
export function removePerspective(map: SystemMap, id: Id): MapChange {
  if (!own(map, id)) return NO_CHANGE
  const writes: Write[] = [...(map.judgements.get(id) ?? [])].flatMap(([subject, judgement]) =>
    Object.keys(judgement).map((field) => ({ at: 'judgements' as const, id: judgementId(id, subject), field, to: null })),
  )
  return { writes: [...writes, remove('perspectives', id)] }
}

/** A perspective that can be altered: any but the shared picture. */
function own(map: SystemMap, id: Id): Perspective | undefined {
  const found = map.perspectives.get(id)
  return found && found.type !== 'shared' ? found : undefined
}

function organisationCalled(map: SystemMap, name: string): Id | null {
  return [...map.organisations.values()].find((organisation) => organisation.name.toLowerCase() === name.toLowerCase())?.id ?? null
}
