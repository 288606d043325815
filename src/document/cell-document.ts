import * as Y from 'yjs'
import { isSameRecord, judgementWith, pointFrom } from '../model/apply.ts'
import type { Base, Write } from '../model/change.ts'
import { isObject } from '../model/check.ts'
import { EMPTY_META, emptyMap, META_ID } from '../model/empty-map.ts'
import { FIELDS, fieldIn, JUDGEMENT_FIELDS, META_FIELDS, type Field } from '../model/fields.ts'
import { isId, type Id, type Random } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { fieldPath, isSame, recordFrom, withField } from '../model/project.ts'
import type { Judgement, MapMeta, Point, RecordTable } from '../model/records.ts'
import { RECORD_TABLES, type SystemMap } from '../model/system-map.ts'
import { cellKey, cellValue, digest, readCell, readKey, ROOTS, storable, type Root } from './cells.ts'
import { CellsInWriting } from './cells-in-writing.ts'
import { splitRecord } from './split-record.ts'

type AnyRecord = { readonly id: Id }

/** Tables while they are filled. */
type Filling = { -readonly [T in keyof SystemMap]: SystemMap[T] }

/**
 * One Y.Doc as cells, and what they say as tables. A record is a *base* under its id, which holds no words, and a cell
 * under `id.field` for every word of it and every field changed since. Reading is total: what makes no sense is passed over.
 */
export class CellDocument {
  readonly doc: Y.Doc
  /** What the cells say, before the rules that look at several documents. Unchanged records and tables stay the same objects. */
  tables: SystemMap = { ...emptyMap(''), meta: EMPTY_META, perspectives: new Map() }
  readonly cells: CellsInWriting
  private readonly roots = new Map<Root, Y.Map<unknown>>()
  /** Keys of the cells that hold a member of a set, by table and record: they cannot be listed from `FIELDS`. */
  private readonly members = new Map<RecordTable, Map<Id, Set<string>>>()

  constructor(random?: Random) {
    this.doc = new Y.Doc()
    if (random) this.doc.clientID = Math.floor(random() * 0xffffffff)
    for (const root of ROOTS) this.roots.set(root, this.doc.getMap(root))
    this.cells = new CellsInWriting(this.roots)
    for (const table of RECORD_TABLES) this.members.set(table, new Map())
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => this.follow(transaction))
  }

  private root(name: Root): Y.Map<unknown> {
    return this.roots.get(name) as Y.Map<unknown>
  }

  /** Whether every change arrived that others build on; while one is missing, later ones of the same hand are unseen. */
  get isComplete(): boolean {
    return this.doc.store.pendingStructs === null && this.doc.store.pendingDs === null
  }

  /** A record as its cells say now, what is held back among them; undefined without a base. Cost: its cells. */
  record(table: RecordTable, id: Id): AnyRecord | undefined {
    const base = readCell(this.cells.get(table, id))
    if (!isObject(base)) return undefined
    const fields = FIELDS[table] as readonly Field[]
    let record: AnyRecord = recordFrom(table, id, base as Base)
    for (const { name } of fields) {
      const value = readCell(this.cells.get(table, `${id}.${name}`))
      if (value !== undefined) record = withField(fields, record, name, value)
    }
    for (const key of this.members.get(table)?.get(id) ?? []) record = withMember(fields, record, key, readCell(this.cells.get(table, key)))
    return record
  }

  /** Writes into the cells; they are held back until `cells.write`. A write that has no place, no valid value or nothing new is passed over. */
  write(write: Write): void {
    if ('make' in write) this.make(write.at, write.id, write.make)
    else if ('remove' in write) this.remove(write.at, write.id)
    else if (write.at === 'meta') this.setMeta(write.field, write.to)
    else if (write.at === 'positions') this.place(write.id, write.to)
    else if (write.at === 'judgements') this.judge(write.id, write.field, write.to)
    else this.setField(write.at, write.id, write.field, write.to)
  }

  private make(table: RecordTable, id: Id, given: Base): void {
    if (!isId(id)) return
    const record = recordFrom(table, id, given)
    const before = this.record(table, id)
    if (before && isSameRecord(before, record)) return
    this.put(table, record)
  }

  /** Writes a record whole, in place of what was under its id. */
  put(table: RecordTable, record: AnyRecord): void {
    const { base, cells } = splitRecord(table, record)
    this.clear(table, record.id)
    this.cells.set(table, record.id, storable(base))
    for (const [path, value] of cells) this.setCell(table, record.id, path, value)
  }

  private remove(table: RecordTable, id: Id): void {
    if (!this.cells.has(table, id)) return
    this.cells.delete(table, id)
    this.clear(table, id)
  }

  private clear(table: RecordTable, id: Id): void {
    for (const { name } of FIELDS[table] as readonly Field[]) this.cells.delete(table, `${id}.${name}`)
    for (const key of this.members.get(table)?.get(id) ?? []) this.cells.delete(table, key)
  }

  private setField(table: RecordTable, id: Id, path: string, to: Json): void {
    const before = this.record(table, id)
    if (!before || withField(FIELDS[table] as readonly Field[], before, path, to) === before) return
    this.setCell(table, id, path, to)
  }

  private setCell(table: RecordTable, id: Id, path: string, to: Json): void {
    const key = cellKey(id, path)
    if (path.includes(':')) this.noteMember(table, id, key)
    // A cleared field holds null, because the base would show again. A member that the base does not have just goes.
    if (to === null && path.includes(':') && !this.baseHas(table, id, path)) this.cells.delete(table, key)
    else this.cells.set(table, key, cellValue(path, to))
  }

  private baseHas(table: RecordTable, id: Id, path: string): boolean {
    const base = readCell(this.cells.get(table, id))
    const target = fieldPath(FIELDS[table] as readonly Field[], path)
    if (!isObject(base) || !target) return false
    return (recordFrom(table, id, base as Base) as unknown as Record<string, ReadonlyMap<string, unknown>>)[target.field.name]?.has(target.member ?? '') ?? false
  }

  private noteMember(table: RecordTable, id: Id, key: string): void {
    const ofTable = this.members.get(table)
    const keys = ofTable?.get(id)
    if (keys) keys.add(key)
    else ofTable?.set(id, new Set([key]))
  }

  private setMeta(field: string, to: Json): void {
    const before = this.meta()
    if (withField(META_FIELDS, before, field, to) !== before) this.cells.set('meta', `${META_ID}.${field}`, storable(to))
  }

  private place(id: Id, to: Json): void {
    const point = pointFrom(to)
    if (point === undefined || !isId(id)) return
    if (point) this.cells.set('positions', id, [...point])
    else this.cells.delete('positions', id)
  }

  private judge(id: string, field: string, to: Json): void {
    const [perspective, subject] = id.split(/:(.*)/s)
    if (!isId(perspective) || !isId(subject)) return
    const key = `${id}.${field}`
    const before = judgementWith(undefined, field, readCell(this.cells.get('judgements', key)) ?? null)
    const after = judgementWith(before, field, to)
    if (after === before) return
    if (after) this.cells.set('judgements', key, storable(to))
    else this.cells.delete('judgements', key)
  }

  private meta(): MapMeta {
    let meta: MapMeta = EMPTY_META
    for (const { name } of META_FIELDS) {
      const value = readCell(this.cells.get('meta', `${META_ID}.${name}`))
      if (value !== undefined) meta = withField(META_FIELDS, meta, name, value)
    }
    return meta
  }

  /** Takes what a transaction touched into the tables. Cost: the records touched, and a copy of each table in which one changed. */
  private follow(transaction: Y.Transaction): void {
    const next: Filling = { ...this.tables }
    let changed = false
    for (const root of ROOTS) {
      const keys = transaction.changed.get(this.root(root) as never)
      if (!keys?.size) continue
      const before = next[root]
      if (root === 'meta') this.followMeta(next)
      else if (root === 'positions') next.positions = this.followPositions(next.positions, keys)
      else if (root === 'judgements') next.judgements = this.followJudgements(next.judgements, keys)
      else next[root] = this.followRecords(root, next[root] as ReadonlyMap<Id, AnyRecord>, keys) as never
      changed ||= next[root] !== before
    }
    if (changed) this.tables = next
  }

  private followMeta(next: Filling): void {
    const meta = this.meta()
    if (!isSame(meta, next.meta)) next.meta = meta
  }

  private followPositions(before: SystemMap['positions'], keys: ReadonlySet<string | null>): SystemMap['positions'] {
    let next: Map<Id, Point> | undefined
    for (const key of keys) {
      if (key === null || !isId(key)) continue
      const point = pointFrom(readCell(this.root('positions').get(key)) ?? null) ?? null
      if (point === null ? !before.has(key) : isSame(before.get(key), point)) continue
      next ??= new Map(before)
      if (point) next.set(key, point)
      else next.delete(key)
    }
    return next ?? before
  }

  private followJudgements(before: SystemMap['judgements'], keys: ReadonlySet<string | null>): SystemMap['judgements'] {
    const heard = new Map<Id, Map<Id, Judgement>>()
    for (const key of keys) {
      const { id, field } = readKey(key ?? '')
      const [perspective, subject] = id.split(/:(.*)/s)
      if (!isId(perspective) || !isId(subject) || field === null) continue
      const said = heard.get(perspective) ?? before.get(perspective)
      const was = said?.get(subject)
      const now = judgementWith(was, field, this.judgementCell(key as string, field))
      if (now === was) continue
      const copy = heard.get(perspective) ?? new Map(said)
      heard.set(perspective, copy)
      if (now) copy.set(subject, now)
      else copy.delete(subject)
    }
    if (heard.size === 0) return before
    const next = new Map(before)
    for (const [perspective, said] of heard) {
      if (said.size) next.set(perspective, said)
      else next.delete(perspective)
    }
    return next
  }

  /** A judgement's value; null where the cell is gone or may not hold what it holds. */
  private judgementCell(key: string, field: string): Json {
    const value = readCell(this.root('judgements').get(key)) ?? null
    return fieldIn(JUDGEMENT_FIELDS, field) && judgementWith(undefined, field, value) ? value : null
  }

  private followRecords(table: RecordTable, before: ReadonlyMap<Id, AnyRecord>, keys: ReadonlySet<string | null>): ReadonlyMap<Id, AnyRecord> {
    const touched = new Set<Id>()
    for (const key of keys) {
      if (key === null) continue
      const { id, field } = readKey(key)
      if (!isId(id)) continue
      touched.add(id)
      if (!field?.includes(':')) continue
      if (this.root(table).has(key)) this.noteMember(table, id, key)
      else this.members.get(table)?.get(id)?.delete(key)
    }
    let next: Map<Id, AnyRecord> | undefined
    for (const id of touched) {
      const was = before.get(id)
      const now = this.record(table, id)
      if (now ? was && isSameRecord(was, now) : !was) continue
      next ??= new Map(before)
      if (now) next.set(id, now)
      else next.delete(id)
    }
    return next ?? before
  }
}

/** A record with the member that a cell holds, or without the one that a cell of null takes away from the base. */
function withMember<R extends AnyRecord>(fields: readonly Field[], record: R, key: string, value: Json | undefined): R {
  const { field } = readKey(key)
  const [set, hash] = (field ?? '').split(':')
  if (Array.isArray(value) && value.length === 2 && typeof value[0] === 'string') {
    return digest(value[0]) === hash ? withField(fields, record, `${set}:${value[0]}`, value[1] as Json) : record
  }
  const target = value === null ? fieldPath(fields, `${set}:`) : undefined
  const names = target ? [...((record as unknown as Record<string, ReadonlyMap<string, unknown>>)[target.field.name]?.keys() ?? [])] : []
  const cleared = names.find((name) => digest(name) === hash)
  return cleared === undefined ? record : withField(fields, record, `${set}:${cleared}`, null)
}
