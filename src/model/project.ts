import { checked, isFact } from './check.ts'
import { FIELDS, fieldIn, type Field } from './fields.ts'
import type { Base } from './change.ts'
import type { Json } from './json.ts'
import type { RecordOf, RecordTable } from './records.ts'

const MEMBER_FIELDS: Readonly<Record<string, string>> = { tag: 'tags', alias: 'aliases', fact: 'facts' }

/** From a field's JSON to what a record holds: names and facts become maps. */
function held(field: Field, value: Json): unknown {
  if (field.type.is === 'names') return new Map((value as readonly string[]).map((name, i) => [name, i]))
  if (field.type.is === 'facts') return new Map(value as readonly (readonly [string, string | number])[])
  return value
}

/** A record from its base. Total: what a field may not hold reads as the default, unknown fields are passed over. */
export function recordFrom<T extends RecordTable>(table: T, id: string, base: Base): RecordOf[T] {
  const record: Record<string, unknown> = { id }
  for (const field of FIELDS[table] as readonly Field[]) {
    const given = Object.hasOwn(base, field.name) ? checked(field, base[field.name] ?? null) : undefined
    record[field.name] = held(field, given === undefined ? field.default : given)
  }
  return record as unknown as RecordOf[T]
}

/** Where a write's field points: a whole field, or one member of a set. Undefined where the table has no such place. */
export function fieldPath(fields: readonly Field[], path: string): { readonly field: Field; readonly member?: string } | undefined {
  const colon = path.indexOf(':')
  if (colon < 0) {
    const field = fieldIn(fields, path)
    return field && field.type.is !== 'names' && field.type.is !== 'facts' ? { field } : undefined
  }
  const set = path.slice(0, colon)
  const field = Object.hasOwn(MEMBER_FIELDS, set) ? fieldIn(fields, MEMBER_FIELDS[set] ?? '') : undefined
  return field ? { field, member: path.slice(colon + 1) } : undefined
}

function isMember(field: Field, value: Json): boolean {
  return field.type.is === 'facts' ? isFact(value) : typeof value === 'number' && Number.isFinite(value)
}

/** A record with one field written; the same object where nothing changes or the value may not stand there. */
export function withField<R extends object>(fields: readonly Field[], record: R, path: string, to: Json): R {
  const target = fieldPath(fields, path)
  if (!target) return record
  const { field, member } = target
  const before = (record as Record<string, unknown>)[field.name]
  if (member !== undefined) {
    const members = before as ReadonlyMap<string, Json>
    if (to === null ? !members.has(member) : !isMember(field, to) || members.get(member) === to) return record
    const next = new Map(members)
    if (to === null) next.delete(member)
    else next.set(member, to)
    return { ...record, [field.name]: next }
  }
  const value = checked(field, to)
  if (value === undefined || isSame(before, value)) return record
  return { ...record, [field.name]: value }
}

/** Equal as JSON. Values here are small: a scalar, a list of ids, a pair. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}

/** Equal field by field, sets of names and facts by their members. */
export function isSameRecord(a: unknown, b: object): boolean {
  if (typeof a !== 'object' || a === null) return false
  if (Array.isArray(b) || Array.isArray(a)) return isSame(a, b)
  const [before, after] = [Object.entries(a), Object.entries(b)]
  return before.length === after.length && after.every(([key, value]) => Object.hasOwn(a, key) && isSameValue((a as Record<string, unknown>)[key], value))
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (!(a instanceof Map && b instanceof Map)) return isSame(a, b)
  return a.size === b.size && [...b].every(([key, value]) => a.has(key) && isSame(a.get(key), value))
}
