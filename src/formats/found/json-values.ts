import { isObject } from '../../model/check.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Value } from './found.ts'

/** A key of its own: none of every object's prototype. */
function ownIn(holder: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(holder, key) ? holder[key] : undefined
}

/** The objects of a list that stands under a key, with their place in it from 1; nothing where there is no list. */
export function objectsIn(holder: JsonObject, key: string): readonly (readonly [JsonObject, number])[] {
  return listIn(holder, key).flatMap((item, i): (readonly [JsonObject, number])[] => (isObject(item) ? [[item, i + 1]] : []))
}

export function listIn(holder: JsonObject, key: string): readonly Json[] {
  const list = ownIn(holder, key)
  return Array.isArray(list) ? (list as readonly Json[]) : []
}

export function objectIn(holder: JsonObject, key: string): JsonObject {
  const found = ownIn(holder, key)
  return isObject(found) ? found : {}
}

/** Text and numbers as text; anything else as none. */
export function textIn(holder: JsonObject, key: string): string {
  const found = ownIn(holder, key)
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : ''
}

/** A cell of what JSON holds: lists joined by a bar, objects as their JSON; null where there is nothing in it. */
export function cellOf(json: Json): Value | null {
  if (json === null || json === '') return null
  if (typeof json === 'string' || typeof json === 'number') return json
  if (typeof json === 'boolean') return json ? 'yes' : 'no'
  if (Array.isArray(json)) return (json as readonly Json[]).map((item) => cellOf(item) ?? '').filter((item) => item !== '').join(' | ') || null
  return JSON.stringify(json)
}

/** Everything an object says beside the keys that are known. */
export function otherCells(holder: JsonObject, known: ReadonlySet<string>): readonly (readonly [string, Value])[] {
  return Object.entries(holder).flatMap(([key, json]): (readonly [string, Value])[] => {
    const cell = known.has(key) ? null : cellOf(json)
    return cell === null ? [] : [[key, cell]]
  })
}
