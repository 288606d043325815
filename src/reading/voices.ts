import type { Perspective } from '../model/records.ts'
import { listed, type MapContent } from '../model/system-map.ts'

const voicesFound = new WeakMap<object, WeakMap<object, readonly Perspective[]>>()

/**
 * The perspectives that the voices together, spread and pips run over: organisations with a numbered slot; where there
 * are fewer than two, tables; where fewer than two, all but shared, visions, outside and private ones. In the map's order.
 */
export function voicesOf(moment: MapContent): readonly Perspective[] {
  const { perspectives, organisations } = moment
  let byOrganisations = voicesFound.get(perspectives)
  if (!byOrganisations) voicesFound.set(perspectives, (byOrganisations = new WeakMap()))
  let voices = byOrganisations.get(organisations)
  if (!voices) byOrganisations.set(organisations, (voices = chosen(moment)))
  return voices
}

function chosen(moment: MapContent): readonly Perspective[] {
  const open = listed(moment.perspectives).filter((p) => !p.private)
  const organisations = open.filter((p) => p.type === 'organisation' && p.organisation !== null && typeof moment.organisations.get(p.organisation)?.slot === 'number')
  if (organisations.length >= 2) return organisations
  const tables = open.filter((p) => p.type === 'table')
  if (tables.length >= 2) return tables
  return open.filter((p) => p.type !== 'shared' && p.type !== 'vision' && p.type !== 'outside')
}
