import { judgementId, make, place, type New, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import { SHARED_ID } from '../model/one-shared.ts'
import type { StartingOrganisation } from './template.ts'

/** The four organisations of a place, their partners, the people they are there for, and what they share. */
export const USUAL_ORGANISATIONS: readonly StartingOrganisation[] = [
  { code: 'CO', name: 'Commissioning', slot: 1 },
  { code: 'CH', name: 'Community healthcare', slot: 2 },
  { code: 'AC', name: 'Acute care', slot: 3 },
  { code: 'SC', name: 'Adult social care', slot: 4 },
  { code: 'PA', name: 'Partners', slot: 'partner' },
  { code: 'RE', name: 'Residents and carers', slot: 'people' },
  { code: 'AL', name: 'Shared by all', slot: 'shared' },
]

/** An organisation's id is its code, so that two tables that begin alike mean the same one; a code twice or of other letters gets a number. */
function idsOf(organisations: readonly StartingOrganisation[]): readonly Id[] {
  const ids = new Set<Id>()
  return organisations.map(({ code }, i) => {
    const id = /^[A-Za-z0-9_-]{1,8}$/.test(code) && code !== SHARED_ID && !ids.has(code) ? code : `organisation-${i + 1}`
    ids.add(id)
    return id
  })
}

export interface Organised {
  readonly writes: readonly Write[]
  readonly idOf: (slot: StartingOrganisation['slot']) => Id | null
}

/** The organisations, and a perspective for each that has a colour of its own: the room rates as one of them. */
export function organised(organisations: readonly StartingOrganisation[]): Organised {
  const ids = idsOf(organisations)
  const writes: Write[] = []
  for (const [i, { name, code, slot }] of organisations.entries()) writes.push(make('organisations', ids[i] ?? '', { name, code, slot, order: i + 1 }))
  for (const [i, { name, slot }] of organisations.entries()) {
    const id = ids[i] ?? ''
    if (typeof slot === 'number') writes.push(make('perspectives', id, { name, type: 'organisation', organisation: id, order: i + 2 }))
  }
  return { writes, idOf: (slot) => ids[organisations.findIndex((one) => one.slot === slot)] ?? null }
}

/** An element in its place, named in the shared picture. */
export function element(id: Id, fields: New<'elements'>, x: number, y: number): Write[] {
  return [make('elements', id, fields), place(id, x, y), inShared(id)]
}

/** Says yes in the shared picture. */
export function inShared(subject: Id): Write {
  return { at: 'judgements', id: judgementId(SHARED_ID, subject), field: 'presence', to: 'yes' }
}
