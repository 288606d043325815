import type { Id } from './ids.ts'
import type { Json, JsonObject } from './json.ts'
import type { RecordOf, RecordTable, Table } from './records.ts'

/** A record's fields as JSON, those at their default left out. Names are a list, facts a list of pairs. */
export type Base = JsonObject

/**
 * One field-level write. `field` is a field's name, or `tag:NAME`, `alias:NAME`, `fact:NAME` for one member of a set
 * (a tag's or alias's value is its order number). `to: null` clears: the field reads as its default, the member is gone.
 */
export type Write =
  | { readonly at: RecordTable; readonly id: Id; readonly make: Base }
  | { readonly at: Table; readonly id: string; readonly field: string; readonly to: Json }
  | { readonly at: RecordTable; readonly id: Id; readonly remove: true }

/** The only thing that alters a map. Every edit, import, gather, layout and restore is a pure function that returns one. */
export interface MapChange {
  readonly writes: readonly Write[]
}

export const NO_CHANGE: MapChange = { writes: [] }

export function isEmpty(change: MapChange): boolean {
  return change.writes.length === 0
}

export function joined(...changes: readonly MapChange[]): MapChange {
  return { writes: changes.flatMap((change) => change.writes) }
}

/** Names go in as a list, facts as pairs, everything else as it is. */
type Made<V> = V extends ReadonlyMap<string, infer Member> ? ([Member] extends [number] ? readonly string[] : readonly (readonly [string, Member])[]) : V

/** What a new record is made of: any of its fields but the id; what is left out is at its default. */
export type New<T extends RecordTable> = { readonly [F in Exclude<keyof RecordOf[T], 'id'>]?: Made<RecordOf[T][F]> }

export function make<T extends RecordTable>(at: T, id: Id, fields: New<T>): Write {
  return { at, id, make: fields as unknown as Base }
}

export function set<T extends RecordTable>(at: T, id: Id, field: Exclude<keyof RecordOf[T], 'id'> & string, to: Json): Write {
  return { at, id, field, to }
}

export function remove(at: RecordTable, id: Id): Write {
  return { at, id, remove: true }
}

export function place(element: Id, x: number, y: number): Write {
  return { at: 'positions', id: element, field: 'at', to: [Math.round(x), Math.round(y)] }
}

export function judgementId(perspective: Id, subject: Id): string {
  return `${perspective}:${subject}`
}
