import { NO_CHANGE, remove, set, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Relationship } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { tiesOf } from '../reading/pool.ts'
import type { Merged } from './merge.ts'
import { bothDescriptions, GatheredFacts } from './merge-facts.ts'
import { mergeJudgements } from './merge-judgements.ts'
import { mergeReferences } from './merge-references.ts'

/** Whether two ties say the same of the same two elements: kind, sign and direction; either way round where both go both ways. */
function isParallel(a: Relationship, b: Relationship): boolean {
  const runs = a.from === b.from && a.to === b.to
  const turned = a.from === b.to && a.to === b.from && a.mutual
  return a.kind === b.kind && a.mutual === b.mutual && (a.kind !== 'influences' || (a.polarity ?? '?') === (b.polarity ?? '?')) && (runs || turned)
}

/** The other ties that could be one with this one. */
export function parallelTo(map: SystemMap, id: Id): readonly Relationship[] {
  const tie = map.relationships.get(id)
  return tie ? tiesOf(map, tie.from).filter((other) => other.id !== id && isParallel(tie, other)) : []
}

/**
 * Parallel ties as one: the judgements, facts, descriptions, stars and references of the others become those of the kept one. It keeps
 * its label; other labels are kept as facts. What is not parallel to it is left alone.
 */
export function mergeTies(map: SystemMap, keptId: Id, others: Iterable<Id>): Merged {
  const kept = map.relationships.get(keptId)
  const asked = new Set(others)
  const gone = parallelTo(map, keptId).filter(({ id }) => asked.has(id))
  if (!kept || gone.length === 0) return { change: NO_CHANGE, lost: [], dropped: [] }
  const ids = gone.map(({ id }) => id)
  const judged = mergeJudgements(map, keptId, ids)
  const becomes = new Map(ids.map((id) => [id, keptId]))
  const writes: Write[] = [
    ...gathered(kept, gone),
    ...mergeReferences(map, { subjects: becomes, ties: becomes }),
    ...judged.writes,
    ...ids.map((id) => remove('relationships', id)),
  ]
  return { change: { writes }, lost: judged.lost, dropped: [] }
}

function gathered(kept: Relationship, others: readonly Relationship[]): readonly Write[] {
  const facts = new GatheredFacts('relationships', kept.id, kept.facts)
  let { label, description, star, delay, extra } = kept
  for (const other of others) {
    if (label === '') label = other.label
    else if (other.label !== '' && other.label !== label) facts.add('Label', other.label, 'other')
    for (const [name, value] of other.facts) facts.add(name, value, other.label || 'other')
    description = bothDescriptions(description, other.description)
    star ||= other.star
    delay ||= other.delay
    extra ||= other.extra
  }
  const next = { label, description, star, delay, extra }
  const writes = (Object.keys(next) as (keyof typeof next)[]).flatMap((field) => (next[field] === kept[field] ? [] : [set('relationships', kept.id, field, next[field])]))
  return [...writes, ...facts.writes]
}
