import type { Id } from '../model/ids.ts'
import type { Perspective } from '../model/records.ts'
import { listed, type MapContent } from '../model/system-map.ts'

const voicesFound = new WeakMap<object, WeakMap<object, readonly Perspective[]>>()

const picked = new WeakMap<object, WeakMap<readonly Id[], readonly Perspective[]>>()

/** The perspectives that a person picked as voices, those of them that may be one, in the map's order; where none were picked, those of `voicesOf`. */
export function voicesIn(moment: MapContent, ids: readonly Id[] | null): readonly Perspective[] {
  if (ids === null) return voicesOf(moment)
  let byPick = picked.get(moment.perspectives)
  if (!byPick) picked.set(moment.perspectives, (byPick = new WeakMap()))
  let voices = byPick.get(ids)
  if (!voices) byPick.set(ids, (voices = listed(moment.perspectives).filter((p) => mayBeVoice(p) && ids.includes(p.id))))
  return voices
}

/** Never the shared picture, a vision or a private view. */
export function mayBeVoice({ type, private: isPrivate }: Pick<Perspective, 'type' | 'private'>): boolean {
  return type !== 'shared' && type !== 'vision' && !isPrivate
}

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
