import { make, NO_CHANGE, remove, set, type MapChange, type Write } from '../model/change.ts'
import type { Id, Random } from '../model/ids.ts'
import type { Slot } from '../model/kinds.ts'
import type { Organisation } from '../model/records.ts'
import { listed, nextOrder, type SystemMap } from '../model/system-map.ts'
import { freshId, tidy, type Made } from './making.ts'

export interface NewOrganisation {
  readonly name: string
  readonly code?: string
  readonly slot?: Slot
}

/** A new organisation, last in order; one with a colour of its own has a perspective from the first. A name of nothing but spaces changes nothing. */
export function addOrganisation(map: SystemMap, given: NewOrganisation, random: Random): Made {
  const id = freshId(map, random)
  const name = tidy(given.name)
  if (name === '') return { id, change: NO_CHANGE }
  const slot = given.slot ?? freeSlot([...map.organisations.values()].map((o) => o.slot))
  const code = tidy(given.code ?? '') || codeFor(name, [...map.organisations.values()].map((o) => o.code))
  return { id, change: { writes: organisationWrites(map, id, { name, code, slot, order: nextOrder(map.organisations) }, freshId(map, random, new Set([id]))) } }
}

export function organisationWrites(map: SystemMap, id: Id, fields: Omit<Organisation, 'id' | 'extra'>, perspective: Id, after = 0): readonly Write[] {
  const writes = [make('organisations', id, fields)]
  return typeof fields.slot === 'number' ? [...writes, perspectiveFor(map, id, fields.name, perspective, after)] : writes
}

function perspectiveFor(map: SystemMap, organisation: Id, name: string, id: Id, after = 0): Write {
  return make('perspectives', id, { name, type: 'organisation', organisation, order: nextOrder(map.perspectives) + after })
}

/**
 * Name, code or slot of an organisation. A slot that another one has is exchanged with it. Its perspective is renamed with
 * it as long as the two names are the same; one is made when the organisation takes a colour of its own and nobody speaks for it.
 */
export function changeOrganisation(map: SystemMap, id: Id, to: Partial<NewOrganisation>, random: Random): MapChange {
  const before = map.organisations.get(id)
  if (!before) return NO_CHANGE
  const writes: Write[] = []
  const name = tidy(to.name ?? before.name) || before.name
  const code = tidy(to.code ?? before.code)
  const own = [...map.perspectives.values()].filter((p) => p.type === 'organisation' && p.organisation === id && !p.private)
  if (name !== before.name) {
    writes.push(set('organisations', id, 'name', name))
    for (const perspective of own) if (perspective.name === before.name) writes.push(set('perspectives', perspective.id, 'name', name))
  }
  if (code !== before.code) writes.push(set('organisations', id, 'code', code))
  if (to.slot !== undefined && to.slot !== before.slot) {
    writes.push(set('organisations', id, 'slot', to.slot))
    if (typeof to.slot === 'number') {
      for (const other of map.organisations.values()) if (other.slot === to.slot) writes.push(set('organisations', other.id, 'slot', before.slot))
      if (own.length === 0) writes.push(perspectiveFor(map, id, name, freshId(map, random)))
    }
  }
  return { writes }
}

/** Puts the organisations in this order; those not named follow in the order they have. Their perspectives keep theirs. */
export function orderOrganisations(map: SystemMap, ids: readonly Id[]): MapChange {
  const first = [...new Set(ids)].flatMap((id) => map.organisations.get(id) ?? [])
  const rest = listed(map.organisations).filter((organisation) => !first.includes(organisation))
  return { writes: [...first, ...rest].flatMap((organisation, i) => (organisation.order === i + 1 ? [] : [set('organisations', organisation.id, 'order', i + 1)])) }
}

/** Its elements become *no organisation*; its perspective, with all that it said, stays. */
export function removeOrganisation(map: SystemMap, id: Id): MapChange {
  if (!map.organisations.has(id)) return NO_CHANGE
  const writes: Write[] = [remove('organisations', id)]
  for (const element of map.elements.values()) if (element.organisation === id) writes.push(set('elements', element.id, 'organisation', null))
  return { writes }
}

/** The first colour that no organisation has, and *partner* once all eight are taken. */
export function freeSlot(taken: readonly Slot[]): Slot {
  return ([1, 2, 3, 4, 5, 6, 7, 8] as const).find((slot) => !taken.includes(slot)) ?? 'partner'
}

/** Two letters that no other organisation has: the initials of the first two words, else letters of the name, else a letter and a digit. */
export function codeFor(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((code) => code.toUpperCase()))
  const words = name.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? ['O']
  const letters = [...words.join('')]
  const first = letters[0] ?? 'O'
  const initials = words.length > 1 ? [first + ([...(words[1] ?? '')][0] ?? '')] : []
  const candidates = [...initials, ...letters.slice(1).map((letter) => first + letter), ...[...'123456789'].map((digit) => first + digit)]
  return candidates.find((code) => !used.has(code)) ?? first
}
