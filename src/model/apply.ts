import type { MapChange, Write } from './change.ts'
import { checked } from './check.ts'
import { FIELDS, fieldIn, JUDGEMENT_FIELDS, META_FIELDS, type Field } from './fields.ts'
import type { Id } from './ids.ts'
import type { Json } from './json.ts'
import { isSame, recordFrom, withField } from './project.ts'
import { onlyOneShared } from './one-shared.ts'
import type { Judgement, Point, RecordTable } from './records.ts'
import type { Records, SystemMap } from './system-map.ts'

/** A copy of each table that this change touches, made at the first touch; the rest stays the same object. */
class Draft {
  private readonly copies = new Map<string, Map<string, unknown>>()
  private readonly heard = new Map<Id, Map<Id, Judgement>>()
  private readonly map: SystemMap
  private meta: SystemMap['meta']

  constructor(map: SystemMap) {
    this.map = map
    this.meta = map.meta
  }

  private current(table: RecordTable | 'positions'): ReadonlyMap<string, unknown> {
    return this.copies.get(table) ?? this.map[table]
  }

  private copy(table: RecordTable | 'positions'): Map<string, unknown> {
    let copy = this.copies.get(table)
    if (!copy) this.copies.set(table, (copy = new Map(this.map[table] as ReadonlyMap<string, unknown>)))
    return copy
  }

  write(write: Write): void {
    if ('make' in write) this.make(write.at, write.id, write.make)
    else if ('remove' in write) {
      if (this.current(write.at).has(write.id)) this.copy(write.at).delete(write.id)
    } else if (write.at === 'meta') this.meta = withField(META_FIELDS, this.meta, write.field, write.to)
    else if (write.at === 'positions') this.place(write.id, write.to)
    else if (write.at === 'judgements') this.judge(write.id, write.field, write.to)
    else {
      const before = this.current(write.at).get(write.id) as object | undefined
      const after = before && withField(FIELDS[write.at] as readonly Field[], before, write.field, write.to)
      if (after !== before) this.copy(write.at).set(write.id, after)
    }
  }

  private make(table: RecordTable, id: Id, base: Extract<Write, { make: unknown }>['make']): void {
    const record = recordFrom(table, id, base)
    if (!isSameRecord(this.current(table).get(id), record)) this.copy(table).set(id, record)
  }

  private place(id: Id, to: Json): void {
    const point = pointFrom(to)
    if (point === undefined) return
    const before = this.current('positions').get(id)
    if (point === null ? before === undefined : isSame(before, point)) return
    if (point === null) this.copy('positions').delete(id)
    else this.copy('positions').set(id, point)
  }

  private judge(id: string, name: string, to: Json): void {
    const colon = id.indexOf(':')
    if (colon < 1) return
    const perspective = id.slice(0, colon)
    const subject = id.slice(colon + 1)
    const said = this.heard.get(perspective) ?? this.map.judgements.get(perspective)
    const before = said?.get(subject)
    const after = judgementWith(before, name, to)
    if (after === before) return
    let copy = this.heard.get(perspective)
    if (!copy) this.heard.set(perspective, (copy = new Map(said)))
    if (after) copy.set(subject, after)
    else copy.delete(subject)
  }

  finish(): SystemMap {
    if (this.copies.size === 0 && this.heard.size === 0 && this.meta === this.map.meta) return this.map
    const next: SystemMap = { ...this.map, ...Object.fromEntries(this.copies), meta: this.meta, judgements: this.judgements() }
    return { ...next, perspectives: onlyOneShared(next.perspectives) }
  }

  private judgements(): Records<Records<Judgement>> {
    if (this.heard.size === 0) return this.map.judgements
    const next = new Map(this.map.judgements)
    for (const [perspective, said] of this.heard) {
      if (said.size) next.set(perspective, said)
      else next.delete(perspective)
    }
    return next
  }
}

/** The map after a change. Total: a write that has no place or no valid value is passed over. Cost: the tables touched. */
export function apply(map: SystemMap, change: MapChange): SystemMap {
  const draft = new Draft(map)
  for (const write of change.writes) draft.write(write)
  return draft.finish()
}

/** A position from its cell: null where none, undefined where the value is no pair of numbers. */
export function pointFrom(value: Json): Point | null | undefined {
  if (value === null) return null
  if (!Array.isArray(value) || value.length !== 2 || !value.every((n) => typeof n === 'number' && Number.isSafeInteger(Math.round(n)))) return undefined
  return [Math.round(value[0] as number), Math.round(value[1] as number)]
}

/** A judgement with one field written or (null) taken back; undefined when nothing is left in it. */
export function judgementWith(before: Judgement | undefined, name: string, to: Json): Judgement | undefined {
  const field = fieldIn(JUDGEMENT_FIELDS, name)
  if (!field) return before
  const value = checked(field, to)
  if (value === undefined || isSame((before as Record<string, unknown> | undefined)?.[name] ?? null, value)) return before
  const { [name]: _, ...rest } = (before ?? {}) as Record<string, unknown>
  const after = value === null ? rest : { ...rest, [name]: value }
  return Object.keys(after).length ? (after as Judgement) : undefined
}

/** Equal field by field, sets of names and facts by their members. */
export function isSameRecord(a: unknown, b: object): boolean {
  if (typeof a !== 'object' || a === null) return false
  return Object.entries(b).every(([key, value]) => {
    const other = (a as Record<string, unknown>)[key]
    if (value instanceof Map && other instanceof Map) return value.size === other.size && [...value].every(([k, v]) => other.has(k) && isSame(other.get(k), v))
    return isSame(other, value)
  })
}
