import { make, NO_CHANGE, type New } from '../model/change.ts'
import type { Random } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { freshId, tidy, type Made } from './making.ts'

/** An agreed next step on what it touches. A title of nothing but spaces changes nothing. */
export function addAction(map: SystemMap, fields: New<'actions'>, random: Random): Made {
  const id = freshId(map, random)
  const title = tidy(fields.title ?? '')
  return { id, change: title === '' ? NO_CHANGE : { writes: [make('actions', id, { ...fields, title })] } }
}
