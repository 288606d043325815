import type { Json, JsonObject } from '../../model/json.ts'
import { isObject } from '../../model/check.ts'
import { NESTED_KEYS } from './file-fields.ts'
import type { Writable } from './json-text.ts'
import { LIMITS } from './limits.ts'

/** The keys of an object that this version does not know, as JSON text; empty where it knows them all. */
export function keptKeys(given: JsonObject, known: ReadonlySet<string>, nested: ReadonlyMap<string, JsonObject> = new Map()): string {
  const kept = new Map<string, Json>()
  for (const [key, value] of Object.entries(given)) if (!known.has(key)) kept.set(key, value)
  for (const [key, value] of nested) kept.set(key, value)
  return kept.size === 0 ? '' : JSON.stringify(bare(kept))
}

/** The unknown keys of an object that stands inside a record, which are kept under its name; null where there are none. */
export function unknownKeys(given: Json, known: readonly string[]): JsonObject | null {
  if (!isObject(given)) return null
  const kept = new Map(Object.entries(given).filter(([key]) => !known.includes(key)))
  return kept.size === 0 ? null : bare(kept)
}

/** Kept keys as they were read; none where a cell holds something else. */
function keysFrom(extra: string): ReadonlyMap<string, Json> {
  if (extra === '') return new Map()
  try {
    const value = JSON.parse(extra) as Json
    return isObject(value) && !isDeeper(value, LIMITS.depth) ? new Map(Object.entries(value)) : new Map()
  } catch {
    return new Map()
  }
}

/** The entries, and after them the kept keys that are none of theirs. Kept keys of a nested object join that object. */
export function withKept(entries: Iterable<readonly [string, Writable]>, extra: string): Map<string, Writable> {
  const all = new Map(entries)
  for (const [key, value] of keysFrom(extra)) {
    const own = all.get(key)
    if (own === undefined) all.set(key, value)
    else if (own instanceof Map && Object.hasOwn(NESTED_KEYS, key) && isObject(value)) all.set(key, joined(own as ReadonlyMap<string, Writable>, value))
  }
  return all
}

function joined(own: ReadonlyMap<string, Writable>, kept: JsonObject): Map<string, Writable> {
  return new Map<string, Writable>([...own, ...Object.entries(kept).filter(([key]) => !own.has(key))])
}

/** An object with no prototype: `__proto__` is a key like any other. */
function bare(entries: Iterable<readonly [string, Json]>): JsonObject {
  const object = Object.create(null) as Record<string, Json>
  for (const [key, value] of entries) object[key] = value
  return object
}

function isDeeper(value: Json, most: number): boolean {
  let level: readonly Json[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return false
}
