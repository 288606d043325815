import type { Json, JsonObject } from '../../model/json.ts'
import { isObject } from '../../model/check.ts'
import type { Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { RecordTable } from '../../model/records.ts'
import type { Repair } from '../repair.ts'
import { fileFields, knownKeys, NESTED_KEYS } from './file-fields.ts'
import { idFrom, IdGiver } from './ids.ts'
import { keptKeys, unknownKeys } from './kept-keys.ts'
import { mendValue, shown } from './mend-value.ts'

/** How one record of a table is called where a repair says its place. */
const ONE: Readonly<Record<RecordTable, string>> = {
  organisations: 'Organisation', elements: 'Element', outcomeReadings: 'Reading', relationships: 'Tie', perspectives: 'Perspective', versions: 'Version',
  stories: 'Story', scenes: 'Scene', actions: 'Action', reflections: 'Reflection', loops: 'Loop', notes: 'Note', areas: 'Area',
}

/** One record of a list in the file. */
export interface Row {
  readonly given: JsonObject
  readonly place: string
  readonly id: Id
}

/** Reads what a file holds and writes down, with its place, everything that had to be put right. */
export class Mender {
  readonly repairs: Repair[] = []
  /** Where in the file this part stands: empty, or a version's place. */
  private within = ''

  note(place: string, words: string): void {
    this.repairs.push({ place: this.within === '' ? place : `${this.within}, ${place[0]?.toLowerCase() ?? ''}${place.slice(1)}`, words })
  }

  inside<R>(place: string, read: () => R): R {
    const before = this.within
    this.within = place
    const result = read()
    this.within = before
    return result
  }

  /** The objects of a list, each with its place and an id of its own. Ids already in `taken` are renamed. */
  rows(holder: JsonObject, key: string, table: RecordTable, taken: Set<Id> = new Set(), around = ''): Row[] {
    const list = Object.hasOwn(holder, key) ? holder[key] : []
    const where = around === '' ? `“${key}”` : `${around}, “${key}”`
    if (!Array.isArray(list)) {
      this.note(where, `a list was expected here, and ${shown(list ?? null)} stands here; it was left out`)
      return []
    }
    const found: { given: JsonObject; place: string }[] = []
    for (const [i, given] of (list as readonly Json[]).entries()) {
      const place = placeOf(ONE[table], i + 1, given, around)
      if (isObject(given)) found.push({ given, place })
      else this.note(place, `${shown(given)} is no ${ONE[table].toLowerCase()}; it was left out`)
    }
    const ids = new IdGiver(found.map(({ given }) => idFrom(own(given, 'id'))), taken)
    return found.map((row, i) => ({ ...row, id: this.id(row, table, i, ids) }))
  }

  private id({ given, place }: Omit<Row, 'id'>, table: RecordTable, index: number, ids: IdGiver): Id {
    const raw = own(given, 'id')
    const wanted = idFrom(raw)
    const id = wanted === '' ? ids.give(`${ONE[table].toLowerCase()}-${index + 1}`, true) : ids.give(wanted)
    if (wanted === '') this.note(place, `it had no id; it is now “${id}”`)
    else if (id !== wanted) this.note(place, `the id ${shown(raw ?? null)} stood on something before it; this one is now “${id}”`)
    else if (id !== raw) this.note(place, `${shown(raw ?? null)} is not an id; it is now “${id}”`)
    return id
  }

  /** The base of a record: every field the file gives, put right where it must be. What could not stand there becomes a fact where there are facts. */
  base(table: RecordTable, { given, place }: Omit<Row, 'id'>): Record<string, Json> {
    const base: Record<string, Json> = {}
    const dropped = new Map<string, Json>()
    for (const field of fileFields(table)) {
      if (!Object.hasOwn(given, field.name)) continue
      const lost = this.take(base, field, given[field.name] ?? null, place)
      if (lost !== undefined) dropped.set(field.name, lost)
    }
    if (table === 'elements' || table === 'relationships') {
      const raw = own(given, 'id')
      if (raw !== undefined && idFrom(raw) !== raw) dropped.set('id', raw)
      this.keepAsFacts(base, dropped, place)
    }
    base['extra'] = keptKeys(given, knownKeys(table), nestedKeys(given, knownKeys(table)))
    return base
  }

  /** Puts a field's value into a base under `as`. Gives back what could not stand there. */
  take(base: Record<string, Json>, field: Field, given: Json, place: string, as = field.name): Json | undefined {
    const { value, words, dropped } = mendValue(field, given)
    if (words !== null) this.note(place, words)
    if (value !== undefined) base[as] = value
    return dropped
  }

  private keepAsFacts(base: Record<string, Json>, dropped: ReadonlyMap<string, Json>, place: string): void {
    if (dropped.size === 0) return
    const facts = new Map((base['facts'] ?? []) as [string, Json][])
    for (const [name, value] of dropped) {
      let free = name
      for (let n = 2; facts.has(free); n++) free = `${name} ${n}`
      facts.set(free, typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) ? value : JSON.stringify(value))
      this.note(place, `${shown(value)} is kept as the fact “${free}”`)
    }
    base['facts'] = [...facts] as unknown as Json
  }
}

/** A key of its own, so that no key of every object's prototype is taken for one. */
export function own(given: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(given, key) ? given[key] : undefined
}

function placeOf(one: string, number: number, given: Json, around: string): string {
  const name = isObject(given) ? [own(given, 'name'), own(given, 'title'), own(given, 'label'), own(given, 'id')].find((each) => typeof each === 'string' && each !== '') : undefined
  const place = `${one} ${number}${name === undefined ? '' : `, ${shown(name)}`}`
  return around === '' ? place : `${around}, ${place[0]?.toLowerCase() ?? ''}${place.slice(1)}`
}

/** The unknown keys of the objects that a record is known to hold, by the object's name. */
export function nestedKeys(given: JsonObject, known: ReadonlySet<string>): ReadonlyMap<string, JsonObject> {
  const nested = new Map<string, JsonObject>()
  for (const [name, knownThere] of Object.entries(NESTED_KEYS)) {
    const unknown = known.has(name) && Object.hasOwn(given, name) ? unknownKeys(given[name] ?? null, knownThere) : null
    if (unknown) nested.set(name, unknown)
  }
  return nested
}
