import { onlyOneShared } from '../model/one-shared.ts'
import type { Id } from '../model/ids.ts'
import type { Judgement, Perspective } from '../model/records.ts'
import type { Records, SystemMap } from '../model/system-map.ts'

/** The part of a private document that counts: its one record, and a perspective's judgements. */
export interface PrivatePart {
  readonly table: 'perspectives' | 'reflections'
  readonly id: Id
  readonly tables: SystemMap
}

/**
 * One map out of the map's own document and the private ones. Where both hold a record, the map's own wins.
 * Gives the previous objects wherever nothing changed.
 */
export function composite(previous: SystemMap | undefined, own: SystemMap, parts: readonly PrivatePart[]): SystemMap {
  const seen = parts.filter(({ table, id, tables }) => tables[table].has(id) && !own[table].has(id))
  const next: SystemMap = {
    ...own,
    perspectives: kept(previous?.perspectives, onlyOneShared(joined(own.perspectives, seen, 'perspectives'))),
    reflections: kept(previous?.reflections, joined(own.reflections, seen, 'reflections')),
    judgements: kept(previous?.judgements, judgements(own, seen)),
  }
  return previous && (Object.keys(next) as (keyof SystemMap)[]).every((key) => next[key] === previous[key]) ? previous : next
}

function joined<T extends 'perspectives' | 'reflections'>(own: SystemMap[T], parts: readonly PrivatePart[], table: T): SystemMap[T] {
  const here = parts.filter((part) => part.table === table)
  if (here.length === 0) return own
  const next = new Map<Id, unknown>(own)
  for (const { id, tables } of here) next.set(id, tables[table].get(id))
  return next as ReadonlyMap<Id, unknown> as SystemMap[T]
}

function judgements(own: SystemMap, parts: readonly PrivatePart[]): SystemMap['judgements'] {
  const heard = parts.flatMap(({ table, id, tables }) => (table === 'perspectives' ? [[id, tables.judgements.get(id)] as const] : []))
  if (heard.length === 0) return own.judgements
  const next = new Map<Id, Records<Judgement>>(own.judgements)
  for (const [id, said] of heard) if (said) next.set(id, said)
  return next
}

/** The previous table where the next one holds the same objects. A perspective that was made or demoted anew counts as the same when it reads the same. */
function kept<T extends ReadonlyMap<Id, unknown>>(previous: T | undefined, next: T): T {
  if (!previous || previous === next || previous.size !== next.size) return next
  for (const [id, record] of next) {
    const before = previous.get(id)
    if (before !== record && !(isPerspective(before) && isPerspective(record) && sameFields(before, record))) return next
  }
  return previous
}

function isPerspective(value: unknown): value is Perspective {
  return typeof value === 'object' && value !== null && 'coverage' in value
}

function sameFields(a: Perspective, b: Perspective): boolean {
  return (Object.keys(b) as (keyof Perspective)[]).every((key) => a[key] === b[key])
}
