import type { Id } from '../../model/ids.ts'
import { sharedOf, type SystemMap } from '../../model/system-map.ts'
import { tiesToRate, TIE_CHOICES, type RatingContext } from '../../reading/ties-to-rate.ts'
import { session } from '../../session/session.ts'
import { shownOf } from '../../session/shown.ts'

/**
 * Which ties fingers are shown for, and where to begin: those that are chosen; else those that matter most, else those between
 * organisations, else all. Where one tie is chosen, the others follow it.
 */
export function tiesToShow(map: SystemMap): { readonly list: readonly Id[]; readonly start: number } {
  const { selection, reading, filter } = session.getState()
  const context: RatingContext = { map, perspective: sharedOf(map).id, selection, hidden: shownOf(map, map, reading.perspective, filter)?.hidden ?? new Set() }
  const chosen = selection.filter((id) => map.relationships.has(id))
  const near = tiesToRate(context, new Set(['chosen']))
  const [only] = chosen
  if (near.length > 0 && (chosen.length !== 1 || selection.length !== 1)) return { list: near, start: 0 }
  const sorts = TIE_CHOICES.filter(({ id }) => id === 'star' || id === 'between' || id === 'all').map(({ id }) => tiesToRate(context, new Set([id])))
  const list = sorts.find((ties) => ties.length > 0) ?? []
  if (only === undefined) return { list, start: 0 }
  return list.includes(only) ? { list, start: list.indexOf(only) } : { list: [only, ...list], start: 0 }
}
