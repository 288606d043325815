import { NO_CHANGE, place, remove, set, type MapChange, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { MapElement } from '../model/records.ts'
import { namesOf, type SystemMap } from '../model/system-map.ts'
import { elementWrites } from './add-element.ts'
import { freshId, tidy, type Made, type Making } from './making.ts'
import { bothDescriptions, GatheredFacts } from './merge-facts.ts'
import { mergeJudgements, type LostJudgement } from './merge-judgements.ts'
import { mergeReferences, type Becomes } from './merge-references.ts'
import { placer } from './placement.ts'

/** The change that makes several things one, and what of them gave way. */
export interface Merged {
  readonly change: MapChange
  readonly lost: readonly LostJudgement[]
  /** Ties that ran between what is one now. */
  readonly dropped: readonly Id[]
}

const NOTHING: Merged = { change: NO_CHANGE, lost: [], dropped: [] }

/**
 * Elements that are the same as the kept one: their ties, references, names, tags, facts and outcome readings become its own, and their
 * names other names of it. It keeps its place, kind, organisation and what was said of it; ties between them go. One pass over the map.
 */
export function mergeElements(map: SystemMap, keptId: Id, others: Iterable<Id>): Merged {
  const kept = map.elements.get(keptId)
  const gone = [...new Set(others)].filter((id) => id !== keptId && map.elements.has(id))
  if (!kept || gone.length === 0) return NOTHING
  const isGone = new Set(gone)
  const now = (end: Id) => (isGone.has(end) ? keptId : end)
  const writes: Write[] = []
  const dropped: Id[] = []
  for (const tie of map.relationships.values()) {
    if (!isGone.has(tie.from) && !isGone.has(tie.to)) continue
    if (now(tie.from) === now(tie.to) && tie.from !== tie.to) {
      dropped.push(tie.id)
      continue
    }
    if (isGone.has(tie.from)) writes.push(set('relationships', tie.id, 'from', keptId))
    if (isGone.has(tie.to)) writes.push(set('relationships', tie.id, 'to', keptId))
  }
  const judged = mergeJudgements(map, keptId, gone, dropped)
  const subjects: Becomes = new Map([...gone, ...dropped].map((id) => [id, keptId]))
  const ties: Becomes = new Map(dropped.map((id) => [id, null]))
  const [first] = gone.filter((id) => map.positions.has(id))
  const at = first === undefined || map.positions.has(keptId) ? undefined : map.positions.get(first)
  writes.push(
    ...gathered(kept, gone.flatMap((id) => map.elements.get(id) ?? [])),
    ...mergeReferences(map, { subjects, ties }),
    ...judged.writes,
    ...(at ? [place(keptId, ...at)] : []),
    ...dropped.map((id) => remove('relationships', id)),
    ...gone.flatMap((id): Write[] => [remove('elements', id), ...(map.positions.has(id) ? [{ at: 'positions', id, field: 'at', to: null } as const] : [])]),
  )
  return { change: { writes }, lost: judged.lost, dropped }
}

const plain = (name: string) => tidy(name).toLowerCase()

/** What the kept record takes from the others. */
function gathered(kept: MapElement, others: readonly MapElement[]): readonly Write[] {
  const writes: Write[] = []
  const facts = new GatheredFacts('elements', kept.id, kept.facts)
  const names = new Set([kept.name, ...kept.aliases.keys()].map(plain))
  const tags = new Set(kept.tags.keys())
  let aliasOrder = Math.max(-1, ...kept.aliases.values())
  let tagOrder = Math.max(-1, ...kept.tags.values())
  let { description, extra } = kept
  let isMeasured = hasMeasure(kept)
  for (const other of others) {
    for (const name of [other.name, ...namesOf(other.aliases)]) {
      if (name === '' || names.has(plain(name))) continue
      names.add(plain(name))
      writes.push({ at: 'elements', id: kept.id, field: `alias:${name}`, to: ++aliasOrder })
    }
    for (const tag of namesOf(other.tags)) {
      if (tags.has(tag)) continue
      tags.add(tag)
      writes.push({ at: 'elements', id: kept.id, field: `tag:${tag}`, to: ++tagOrder })
    }
    for (const [name, value] of other.facts) facts.add(name, value, other.name)
    description = bothDescriptions(description, other.description)
    if (isMeasured) for (const [name, value] of measureFacts(kept, other)) facts.add(name, value, other.name)
    else if (hasMeasure(other)) {
      isMeasured = true
      for (const field of ['outcomeFor', 'measure', 'unit', 'better', 'target'] as const) if (other[field] !== kept[field]) writes.push(set('elements', kept.id, field, other[field]))
    }
    extra ||= other.extra
  }
  if (extra !== kept.extra) writes.push(set('elements', kept.id, 'extra', extra))
  if (description !== kept.description) writes.push(set('elements', kept.id, 'description', description))
  return [...writes, ...facts.writes]
}

function hasMeasure({ measure, unit, target }: MapElement): boolean {
  return measure !== '' || unit !== '' || target !== null
}

/** What another measured, where the kept one measures something else. */
function measureFacts(kept: MapElement, { measure, unit, target }: MapElement): readonly (readonly [string, string | number])[] {
  const of: readonly (readonly [string, string | number | null, string | number | null])[] = [['Measure', measure, kept.measure], ['Unit', unit, kept.unit], ['Target', target, kept.target]]
  return of.flatMap(([name, value, own]) => (value === null || value === '' || value === own ? [] : [[name, value] as const]))
}

/** Not the same after all: a new element by one of the other names, of the same organisation and kind, and nothing else is guessed. */
export function splitAlias(map: SystemMap, element: Id, alias: string, making: Making): Made {
  const id = freshId(map, making.random)
  const record = map.elements.get(element)
  if (!record?.aliases.has(alias) || tidy(alias) === '') return { id, change: NO_CHANGE }
  const { organisation, kind } = record
  const [x, y] = placer(map).place({ name: alias, organisation, kind }, element)
  return {
    id,
    change: { writes: [{ at: 'elements', id: element, field: `alias:${alias}`, to: null }, ...elementWrites(map, id, { name: alias, organisation, kind }, making), place(id, x, y)] },
  }
}
