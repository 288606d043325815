import { make, NO_CHANGE, remove, type MapChange, type New, type Write } from '../model/change.ts'
import type { Id, Random } from '../model/ids.ts'
import { nextOrder, type SystemMap } from '../model/system-map.ts'
import { freshId, tidy, type Made } from './making.ts'
import { forgotten } from './remove.ts'

/** A new perspective, last in order. There is one shared picture already, so it cannot be another (rule 6). */
export function addPerspective(map: SystemMap, fields: New<'perspectives'>, random: Random): Made {
  const id = freshId(map, random)
  const name = tidy(fields.name ?? '')
  if (name === '' || fields.type === 'shared') return { id, change: NO_CHANGE }
  return { id, change: { writes: [make('perspectives', id, { order: nextOrder(map.perspectives), private: fields.type === 'person', ...fields, name })] } }
}

/** A perspective with all that it said. The shared picture stays. */
export function removePerspective(map: SystemMap, id: Id): MapChange {
  const perspective = map.perspectives.get(id)
  if (!perspective || perspective.type === 'shared') return NO_CHANGE
  const writes: Write[] = [remove('perspectives', id)]
  for (const [subject, judgement] of map.judgements.get(id) ?? []) writes.push(...forgotten(id, subject, judgement))
  return { writes }
}
