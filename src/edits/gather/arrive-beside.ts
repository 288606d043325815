import type { Write } from '../../model/change.ts'
import type { Id } from '../../model/ids.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'
import { baseOf } from '../record-base.ts'
import { derivedId } from './derived-id.ts'
import type { KeyedFile } from './gather-file.ts'
import type { Turned } from './arrive-views.ts'

/** Actions and the room's reflections that a file has and the map has not, with what they are about turned into things of the map. Private ones stay. */
export function arriveBeside(receiver: SystemMap, files: readonly KeyedFile[], turned: Turned): readonly Write[] {
  const writes: Write[] = []
  const seen = new Set<Id>()
  const isNew = (id: Id) => !receiver.actions.has(id) && !receiver.reflections.has(id) && !seen.has(id) && seen.add(id)
  for (const file of files) {
    const idOf = (id: Id) => (file.map.meta.lineage === receiver.meta.lineage ? id : derivedId('beside', file.map.meta.lineage, id))
    const subjects = (ids: readonly Id[]) => [...new Set(ids.flatMap((id) => turned.subject(file, id) ?? []))]
    for (const action of listed(file.map.actions)) {
      const id = idOf(action.id)
      const organisations = action.organisations.flatMap((one) => turned.organisation(file, one) ?? [])
      if (isNew(id)) writes.push({ at: 'actions', id, make: { ...baseOf('actions', action), touches: subjects(action.touches), aims: subjects(action.aims), organisations } })
    }
    for (const reflection of listed(file.map.reflections)) {
      const id = idOf(reflection.id)
      if (!reflection.private && isNew(id)) writes.push({ at: 'reflections', id, make: { ...baseOf('reflections', reflection), about: subjects(reflection.about) } })
    }
  }
  return writes
}
