import type { Id } from '../../model/ids.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { pool } from '../../reading/pool.ts'
import { derivedId } from './derived-id.ts'
import { inGatherOrder, labelOf, viewId, viewIn, type GatherFile, type KeyedFile } from './gather-file.ts'
import { rootOf, type Decisions, type Match, type NodeKey } from './match.ts'
import { matchElements } from './match-elements.ts'

/**
 * What becomes of a file: its view is gathered; it is an older one of a table whose newer one stands, and is kept beside it; it is the same as one
 * before it; it was gathered before; it is from another map, and nobody has said that it may come.
 */
export type Standing = 'brings' | 'earlier' | 'twice' | 'here already' | 'other map'

export interface PlannedFile {
  readonly key: string
  /** Its place among the files as they came. */
  readonly index: number
  readonly label: string
  readonly savedAt: string
  readonly standing: Standing
  /** It began as another map than the open one. */
  readonly isOther: boolean
  /** The perspective it goes to in the open map. */
  readonly view: Id
  readonly elements: number
  readonly ties: number
  /** How many things its view says something of. */
  readonly said: number
  readonly isComplete: boolean
  readonly privateViews: number
}

/** Everything that gathering would do, before it does any of it. Pure data: it comes from the worker. */
export interface GatherPlan {
  readonly files: readonly PlannedFile[]
  readonly links: ReadonlyMap<NodeKey, Match>
}

/** Looks at files together with the open map. `included` are the keys of those from other maps that may come. */
export function planGather(receiver: SystemMap, given: readonly GatherFile[], included: ReadonlySet<string>): GatherPlan {
  const ordered = inGatherOrder(given)
  const seen = { digests: new Set<string>(), views: new Set<Id>() }
  const files = ordered.map((file): PlannedFile => {
    const view = viewId(file, receiver)
    const isOther = file.map.meta.lineage !== receiver.meta.lineage
    const standing = standingOf(file, view, isOther && !included.has(file.key), receiver, seen)
    if (standing !== 'other map') seen.digests.add(file.digest)
    if (standing === 'brings') seen.views.add(view)
    return {
      key: file.key, index: file.index, label: labelOf(file), savedAt: file.savedAt, standing, isOther, view,
      elements: file.map.elements.size,
      ties: pool(file.map).ties.size,
      said: file.map.judgements.get(viewIn(file.map).id)?.size ?? 0,
      isComplete: viewIn(file.map).coverage === 'complete',
      privateViews: [...file.map.perspectives.values()].filter((one) => one.private).length,
    }
  })
  return { files, links: matchElements(receiver, comes(files, ordered)) }
}

function standingOf(file: KeyedFile, view: Id, isLeft: boolean, receiver: SystemMap, seen: { readonly digests: ReadonlySet<string>; readonly views: ReadonlySet<Id> }): Standing {
  if (isLeft) return 'other map'
  if (seen.digests.has(file.digest)) return 'twice'
  const here = receiver.perspectives.get(view)
  if (here && file.savedAt !== '' && (here.handedIn === file.savedAt || receiver.perspectives.has(earlierId(view, file.savedAt)))) return 'here already'
  return seen.views.has(view) || (here && here.handedIn > file.savedAt) ? 'earlier' : 'brings'
}

/** Where an older view is kept: by the view and when it was written, so that it is known when it comes again. */
export function earlierId(view: Id, stamp: string): Id {
  return derivedId('earlier', view, stamp)
}

/** The files that bring something, in their order. */
export function comes<F extends { readonly key: string; readonly index: number }>(planned: readonly PlannedFile[], files: readonly F[]): readonly F[] {
  const byIndex = new Map(files.map((file) => [file.index, file]))
  return planned.flatMap(({ index, standing }) => (standing === 'brings' || standing === 'earlier' ? (byIndex.get(index) ?? []) : []))
}

/** What gathering finds, counted: things of the map or of a first file that others have by id; names that are matched, and to be looked at; things new here. */
export interface GatherCounts {
  readonly same: number
  readonly byName: number
  readonly toCheck: number
  readonly fresh: number
}

export function countsOf(plan: GatherPlan, given: readonly GatherFile[], decisions: Decisions): GatherCounts {
  const counts = { byName: 0, toCheck: 0 }
  const same = new Set<NodeKey>()
  for (const match of plan.links.values()) {
    if (match.reason === 'id') same.add(match.to)
    else if (match.isSure) counts.byName++
    else if (!decisions.has(match.key)) counts.toCheck++
  }
  const roots = new Set<NodeKey>()
  for (const { key, map } of comes(plan.files, inGatherOrder(given))) {
    for (const id of map.elements.keys()) {
      const root = rootOf(`${key} ${id}`, plan.links, decisions)
      const match = plan.links.get(root)
      if (!root.startsWith('here ') && (!match || match.isSure || decisions.has(root))) roots.add(root)
    }
  }
  return { ...counts, same: same.size, fresh: roots.size }
}
