import type { Id } from '../../model/ids.ts'
import { listed, type SystemMap } from '../../model/system-map.ts'
import { plainName } from './alike.ts'

/**
 * A file's organisations as those of the open map: by id within one lineage, else by name. One that the map has not is `+NAME`, the same for every
 * file that brings it.
 */
export function organisationsMet(map: SystemMap, receiver: SystemMap): ReadonlyMap<Id, string> {
  const isOurs = map.meta.lineage === receiver.meta.lineage
  const byName = new Map(listed(receiver.organisations).toReversed().map(({ id, name }) => [plainName(name), id]))
  return new Map([...map.organisations.values()].map(({ id, name }) => [id, isOurs && receiver.organisations.has(id) ? id : (byName.get(plainName(name)) ?? `+${plainName(name)}`)]))
}
