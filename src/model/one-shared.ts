import { byId, type Id } from './ids.ts'
import { recordFrom } from './project.ts'
import type { Perspective } from './records.ts'
import type { Records } from './system-map.ts'

export const SHARED_ID = 'shared'

/**
 * Rule 6: a map has exactly one shared perspective, and it is not private. Of several the one called `shared`, else the least id, keeps the
 * type; the others, and any private one, read as *outside*. Of none, one is made.
 */
export function onlyOneShared(perspectives: Records<Perspective>): Records<Perspective> {
  const claims = [...perspectives.values()].filter((p) => p.type === 'shared')
  const open = claims.filter((p) => !p.private).map((p) => p.id)
  if (claims.length === 1 && open.length === 1) return perspectives
  const kept = open.includes(SHARED_ID) ? SHARED_ID : open.sort(byId)[0]
  const next = new Map<Id, Perspective>(perspectives)
  for (const perspective of claims) if (perspective.id !== kept) next.set(perspective.id, { ...perspective, type: 'outside' })
  if (kept !== undefined) return next
  let id = SHARED_ID
  while (next.has(id)) id += '-1'
  return next.set(id, recordFrom('perspectives', id, { name: 'Shared picture', type: 'shared' }))
}
