import { fileKey, hereKey, rootOf, type Decisions, type Match, type NodeKey } from '../../edits/gather/match.ts'
import type { GatherPlan } from '../../edits/gather/plan.ts'
import type { Id } from '../../model/ids.ts'
import type { Slot } from '../../model/kinds.ts'
import type { MapElement } from '../../model/records.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { tiesOf } from '../../reading/pool.ts'
import type { OpenedHere } from '../../session/session.ts'

/** One of the two things of a match, as the review shows it. */
export interface Side {
  readonly name: string
  readonly slot: Slot
  readonly organisation: string
  /** Who has named it: tables, and the open map. */
  readonly from: readonly string[]
  readonly tiedTo: readonly string[]
}

export interface Review {
  readonly match: Match
  readonly one: Side
  readonly other: Side
}

/** Every match that is not by id, those that somebody has to look at first; in the order of the files within. */
export function reviewsOf(plan: GatherPlan, map: SystemMap, files: readonly OpenedHere[]): readonly Review[] {
  const maps = new Map(plan.files.flatMap(({ key, index, label }) => (files[index] ? [[key, { map: files[index].whole.map, label }] as const] : [])))
  const sources = namedBy(plan, maps)
  const side = (key: NodeKey, from: readonly string[]): Side => {
    const [of = '', id = ''] = key.split(' ')
    const there = of === 'here' ? map : maps.get(of)?.map
    const element = there?.elements.get(id)
    return there && element ? shown(there, element, from) : { name: '', slot: 'shared', organisation: '', from, tiedTo: [] }
  }
  const reviews = [...plan.links.values()].filter(({ reason }) => reason !== 'id').map((match): Review => {
    const root = rootOf(match.to, plan.links, SURE_ONLY)
    return { match, one: side(match.key, [maps.get(match.file)?.label ?? '']), other: side(root, [...(sources.get(root) ?? [])]) }
  })
  return [...reviews.filter(({ match }) => !match.isSure), ...reviews.filter(({ match }) => match.isSure)]
}

const SURE_ONLY: Decisions = new Map()

function namedBy(plan: GatherPlan, maps: ReadonlyMap<string, { readonly map: SystemMap; readonly label: string }>): ReadonlyMap<NodeKey, ReadonlySet<string>> {
  const sources = new Map<NodeKey, Set<string>>()
  for (const [file, { map, label }] of maps) {
    for (const id of map.elements.keys()) {
      const root = rootOf(fileKey(file, id), plan.links, SURE_ONLY)
      const known = sources.get(root) ?? new Set(root.startsWith(hereKey('')) ? ['your map'] : [])
      sources.set(root, known.add(label))
    }
  }
  return sources
}

function shown(map: SystemMap, element: MapElement, from: readonly string[]): Side {
  const organisation = element.organisation === null ? undefined : map.organisations.get(element.organisation)
  const others = new Set(tiesOf(map, element.id).map((tie): Id => (tie.from === element.id ? tie.to : tie.from)))
  return {
    name: element.name, slot: organisation?.slot ?? 'shared', organisation: organisation?.name ?? 'no organisation', from,
    tiedTo: [...others].flatMap((id) => map.elements.get(id)?.name ?? []),
  }
}
