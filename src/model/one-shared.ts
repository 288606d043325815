import { byId, type Id } from './ids.ts'
import { recordFrom } from './project.ts'
import type { Perspective } from './records.ts'
import type { Records } from './system-map.ts'

export const SHARED_ID = 'shared'

/** Rule 6: a map has exactly one shared perspective. Of several the one called `shared`, else the least id, keeps the type; the others read as *outside*. Of none, one is made. */
export function onlyOneShared(perspectives: Records<Perspective>): Records<Perspective> {
  const shared = [...perspectives.values()].filter((p) => p.type === 'shared').map((p) => p.id)
  if (shared.length === 1) return perspectives
  const next = new Map<Id, Perspective>(perspectives)
  if (shared.length === 0) {
    let id = SHARED_ID
    while (next.has(id)) id += '-1'
    return next.set(id, recordFrom('perspectives', id, { name: 'Shared picture', type: 'shared' }))
  }
  const kept = shared.includes(SHARED_ID) ? SHARED_ID : shared.sort(byId)[0]
  for (const id of shared) {
    const perspective = next.get(id)
    if (perspective && id !== kept) next.set(id, { ...perspective, type: 'outside' })
  }
  return next
}
