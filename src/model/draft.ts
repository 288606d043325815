import type { Write } from './change.ts'
import { FIELDS, META_FIELDS, type Field } from './fields.ts'
import type { Id } from './ids.ts'
import type { Json } from './json.ts'
import { judgementWith, pointFrom } from './cells.ts'
import { isSameRecord, recordFrom, withField } from './project.ts'
import { onlyOneShared } from './one-shared.ts'
import type { Judgement, Perspective, RecordTable } from './records.ts'
import type { Records, SystemMap } from './system-map.ts'

type CopiedTable = RecordTable | 'positions'

/** A copy of each table that a change touches, made at the first touch; the rest stays the same object. */
export class Draft {
  private readonly copies = new Map<CopiedTable, Map<Id, unknown>>()
  private readonly touched = new Map<CopiedTable, Set<Id>>()
  private readonly heard = new Map<Id, Map<Id, Judgement>>()
  private readonly judged = new Map<Id, Set<Id>>()
  private readonly map: SystemMap
  private meta: SystemMap['meta']

  constructor(map: SystemMap) {
    this.map = map
    this.meta = map.meta
  }

  /** A write that `hasPlace`; passed over where its value may not stand there. */
  write(write: Write): void {
    if ('make' in write) this.put(write.at, write.id, recordFrom(write.at, write.id, write.make))
    else if ('remove' in write) this.take(write.at, write.id)
    else if (write.at === 'meta') this.meta = withField(META_FIELDS, this.meta, write.field, write.to)
    else if (write.at === 'positions') this.place(write.id, write.to)
    else if (write.at === 'judgements') this.judge(write.id, write.field, write.to)
    else {
      const before = this.current(write.at).get(write.id) as object | undefined
      if (before) this.put(write.at, write.id, withField(FIELDS[write.at] as readonly Field[], before, write.field, write.to))
    }
  }

  finish(): SystemMap {
    const meta = isSameRecord(this.map.meta, this.meta) ? this.map.meta : this.meta
    const judgements = this.judgements()
    const next: Record<string, unknown> = {}
    for (const [table, copy] of this.copies) {
      // Rule 6 may alter a perspective that no write named, and there are few of them.
      const isShort = table === 'perspectives'
      const after = isShort ? new Map<Id, unknown>(onlyOneShared(copy as Map<Id, Perspective>)) : copy
      const kept = asBefore(this.map[table] as Records<unknown>, after, isShort ? after.keys() : (this.touched.get(table) ?? []))
      if (kept !== this.map[table]) next[table] = kept
    }
    if (Object.keys(next).length === 0 && judgements === this.map.judgements && meta === this.map.meta) return this.map
    return { ...this.map, ...next, meta, judgements }
  }

  private current(table: CopiedTable): Records<unknown> {
    return this.copies.get(table) ?? this.map[table]
  }

  /** The table to write into, which notes that this id was written. */
  private copy(table: CopiedTable, id: Id): Map<Id, unknown> {
    let copy = this.copies.get(table)
    if (!copy) {
      this.copies.set(table, (copy = new Map(this.map[table] as Records<unknown>)))
      this.touched.set(table, new Set())
    }
    this.touched.get(table)?.add(id)
    return copy
  }

  private put(table: CopiedTable, id: Id, value: object): void {
    const before = this.current(table).get(id)
    if (before !== value && !isSameRecord(before, value)) this.copy(table, id).set(id, value)
  }

  private take(table: CopiedTable, id: Id): void {
    if (this.current(table).has(id)) this.copy(table, id).delete(id)
  }

  private place(id: Id, to: Json): void {
    const point = pointFrom(to)
    if (point === null) this.take('positions', id)
    else if (point) this.put('positions', id, point)
  }

  private judge(id: string, field: string, to: Json): void {
    const colon = id.indexOf(':')
    const [perspective, subject] = [id.slice(0, colon), id.slice(colon + 1)]
    const said = this.heard.get(perspective) ?? this.map.judgements.get(perspective)
    const before = said?.get(subject)
    const after = judgementWith(before, field, to)
    if (after === before) return
    let copy = this.heard.get(perspective)
    if (!copy) {
      this.heard.set(perspective, (copy = new Map(said)))
      this.judged.set(perspective, new Set())
    }
    this.judged.get(perspective)?.add(subject)
    if (after) copy.set(subject, after)
    else copy.delete(subject)
  }

  private judgements(): SystemMap['judgements'] {
    if (this.heard.size === 0) return this.map.judgements
    const next = new Map(this.map.judgements)
    for (const [perspective, said] of this.heard) {
      const kept = asBefore(this.map.judgements.get(perspective) ?? new Map(), said, this.judged.get(perspective) ?? [])
      if (kept.size) next.set(perspective, kept)
      else next.delete(perspective)
    }
    const isAsBefore = next.size === this.map.judgements.size && [...next].every(([id, said]) => this.map.judgements.get(id) === said)
    return isAsBefore ? this.map.judgements : next
  }
}

/** Writes that took each other back leave the same objects: the record where it is equal, the table where all of it is (rule 11). */
function asBefore<V>(before: Records<V>, after: Map<Id, V>, touched: Iterable<Id>): Records<V> {
  let isChanged = before.size !== after.size
  for (const id of touched) {
    const [was, is] = [before.get(id), after.get(id)]
    if (was === is) continue
    if (was !== undefined && is !== undefined && isSameRecord(was, is as object)) after.set(id, was)
    else isChanged = true
  }
  return isChanged ? after : before
}
