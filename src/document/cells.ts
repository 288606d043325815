import { isObject } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import { RECORD_TABLES } from '../model/system-map.ts'

/** The root maps of a document. */
export const ROOTS = ['meta', ...RECORD_TABLES, 'positions', 'judgements'] as const
export type Root = (typeof ROOTS)[number]

/**
 * The key of a field's cell. The name of a tag, alias or fact stands in the cell's value and only its digest in the key:
 * Yjs keeps the keys of deleted cells for good, and a word that was deleted must leave no trace in a file.
 */
export function cellKey(id: string, path: string): string {
  const colon = path.indexOf(':')
  return colon < 0 ? `${id}.${path}` : `${id}.${path.slice(0, colon)}:${digest(path.slice(colon + 1))}`
}

/** What a cell holds for a write: a member of a set brings its name. */
export function cellValue(path: string, to: Json): Json {
  const colon = path.indexOf(':')
  return storable(colon < 0 || to === null ? to : [path.slice(colon + 1), to])
}

/** A key's record, and its field where it is a cell and not a base. Ids hold no dot. */
export function readKey(key: string): { readonly id: string; readonly field: string | null } {
  const dot = key.indexOf('.')
  return dot < 0 ? { id: key, field: null } : { id: key.slice(0, dot), field: key.slice(dot + 1) }
}

/** 53 bits of a text in base 36 (cyrb53, by bryc, public domain): enough to tell the few names of one record apart. */
export function digest(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

const loneSurrogate = /\p{Surrogate}/u

/** Whether Yjs's encoding, UTF-8 text and plain objects, gives the value back as it was. */
function survives(value: Json): boolean {
  if (typeof value === 'string') return !loneSurrogate.test(value)
  if (Array.isArray(value)) return (value as readonly Json[]).every(survives)
  if (isObject(value)) return Object.entries(value).every(([key, inner]) => key !== '__proto__' && !loneSurrogate.test(key) && survives(inner))
  return true
}

/** Half characters and the name `__proto__` travel as JSON text, where they are written as escapes. No field holds an object like it. */
export function storable(value: Json): Json {
  return survives(value) ? value : { json: JSON.stringify(value) }
}

/** What stands in a cell, as JSON; undefined where something else does. Never throws: bytes from anywhere end up here. */
export function readCell(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'object') return undefined
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return undefined
  const text = isObject(value) && Object.keys(value).length === 1 && Object.hasOwn(value, 'json') ? value['json'] : undefined
  if (typeof text !== 'string') return value as Json
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
