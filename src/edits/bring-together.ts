import { remove, type MapChange, type Write } from '../model/change.ts'
import { META_ID } from '../model/empty-map.ts'
import { FIELDS, META_FIELDS, type Field } from '../model/fields.ts'
import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { isSame } from '../model/project.ts'
import type { RecordTable } from '../model/records.ts'
import { RECORD_TABLES, type Records, type SystemMap } from '../model/system-map.ts'
import { differences, judgementDifferences, made } from './record-writes.ts'

/** Which of two copies changed a place since they were one: a field (or a member of a set), or with no field whether a record is there at all. */
export type WhoChanged = (table: Write['at'], id: string, field: string | null) => { readonly ours: boolean; readonly theirs: boolean }

/** Where nobody knows what was there before, every place that differs may have been changed by both, and nothing was removed. */
export const NOBODY_KNOWS: WhoChanged = (_, __, field) => ({ ours: field !== null, theirs: field !== null })

/** A place that both copies changed, to something else: what stands, and the writes that would take the other copy's. */
export interface Contested {
  readonly key: string
  readonly at: Write['at']
  readonly id: string
  /** Null where one copy removed what the other went on changing. */
  readonly field: string | null
  readonly ours: Json
  readonly theirs: Json
  readonly take: readonly Write[]
}

export interface Together {
  /** What only the other copy changed. */
  readonly brings: MapChange
  readonly contested: readonly Contested[]
}

type FieldWrite = Extract<Write, { readonly field: string }>

/** Of the map's own keeping: which map it is, what it began as, and what layouts left. */
const OWN_META: ReadonlySet<string> = new Set(['mapId', 'lineage', 'settled', 'table', 'fileExtra'])
/** A list's order is no answer that anybody gave: where both changed it, this copy's stands, and nobody is asked. */
const NEVER_ASKED: ReadonlySet<string> = new Set(['order', 'extra'])

/**
 * Two copies of one map as one: what only the other changed comes, what only this one changed stays, and each place that both changed is listed, this
 * copy's standing until somebody chooses. Private views and reflections of either stay where they are.
 */
export function bringTogether(ours: SystemMap, theirs: SystemMap, who: WhoChanged): Together {
  const brings: Write[] = []
  const contested: Contested[] = []
  const meet = (write: FieldWrite, was: Json) => {
    const changed = who(write.at, write.id, write.field)
    if (changed.theirs && !changed.ours) brings.push(write)
    else if (changed.theirs === changed.ours && !NEVER_ASKED.has(write.field)) contested.push({ key: `${write.at} ${write.id} ${write.field}`, at: write.at, id: write.id, field: write.field, ours: was, theirs: write.to, take: [write] })
  }
  for (const { name } of META_FIELDS) {
    if (!OWN_META.has(name) && !isSame(ours.meta[name], theirs.meta[name])) meet({ at: 'meta', id: META_ID, field: name, to: theirs.meta[name] as Json }, ours.meta[name] as Json)
  }
  for (const table of RECORD_TABLES) {
    const [here, there]: readonly [Records<object>, Records<object>] = [ours[table], theirs[table]]
    for (const id of new Set([...here.keys(), ...there.keys()])) {
      const [one, other] = [here.get(id), there.get(id)]
      if (isPrivate(one) || isPrivate(other)) continue
      if (one && other) for (const write of differences(table, id, one, other) as readonly FieldWrite[]) meet(write, valueAt(one, write.field))
      else if (other) arrives(table, id, other)
      else if (one && who(table, id, null).theirs) leaves(table, id, one)
    }
  }
  for (const id of new Set([...ours.positions.keys(), ...theirs.positions.keys()])) {
    const [at, to] = [ours.positions.get(id) ?? null, theirs.positions.get(id) ?? null] as unknown as readonly [Json, Json]
    if (!isSame(at, to)) meet({ at: 'positions', id, field: 'at', to }, at)
  }
  for (const perspective of new Set([...ours.judgements.keys(), ...theirs.judgements.keys()])) {
    if (isPrivate(ours.perspectives.get(perspective)) || isPrivate(theirs.perspectives.get(perspective))) continue
    const [one, other] = [ours.judgements.get(perspective), theirs.judgements.get(perspective)]
    for (const subject of new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])) {
      const said = one?.get(subject)
      for (const write of judgementDifferences(perspective, subject, said, other?.get(subject))) meet(write, valueAt(said ?? {}, write.field))
    }
  }
  return { brings: { writes: brings }, contested }

  /** A record that only the other copy has: it was made there, or taken away here. */
  function arrives(table: RecordTable, id: Id, other: object): void {
    const writes = made(table, id, other)
    if (!who(table, id, null).ours) brings.push(...writes)
    else if (isTouched(table, id, 'theirs')) contested.push({ key: `${table} ${id}`, at: table, id, field: null, ours: null, theirs: true, take: writes })
  }

  /** A record that only this copy has, and the other one took away. */
  function leaves(table: RecordTable, id: Id, one: object): void {
    if (isTouched(table, id, 'ours')) contested.push({ key: `${table} ${id}`, at: table, id, field: null, ours: true, theirs: null, take: [remove(table, id)] })
    else if (one) brings.push(remove(table, id))
  }

  function isTouched(table: RecordTable, id: Id, by: 'ours' | 'theirs'): boolean {
    return (FIELDS[table] as readonly Field[]).some(({ name, type }) => type.is !== 'names' && type.is !== 'facts' && who(table, id, name)[by])
  }
}

/** The change that brings the copies together, with the other copy's answer at these places. */
export function togetherAs({ brings, contested }: Together, theirs: ReadonlySet<string>): MapChange {
  return { writes: [...brings.writes, ...contested.flatMap(({ key, take }) => (theirs.has(key) ? take : []))] }
}

function isPrivate(record: object | undefined): boolean {
  return (record as { readonly private?: boolean } | undefined)?.private === true
}

/** A field's value as a write gives it; a member's where the field is one of a set. */
function valueAt(record: object, field: string): Json {
  const [set, member] = field.split(/:(.*)/s)
  if (member === undefined) return (record as Record<string, Json>)[field] ?? null
  const names = { tag: 'tags', alias: 'aliases', fact: 'facts' }[set ?? ''] ?? ''
  return (record as Record<string, ReadonlyMap<string, Json>>)[names]?.get(member) ?? null
}
