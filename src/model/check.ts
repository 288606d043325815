import type { Field, FieldType } from './fields.ts'
import { isId } from './ids.ts'
import type { Json, JsonObject } from './json.ts'

const REFUSED = undefined

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isPair = (value: unknown): value is readonly [number, number] => Array.isArray(value) && value.length === 2 && value.every(isNumber)
const isWholePair = (value: unknown): boolean => isPair(value) && value.every((n) => Number.isSafeInteger(n))
const dateShape = /^(\d{4})-(\d{2})-(\d{2})$/

/** `YYYY-MM-DD`, of a day that exists. */
export function isDate(value: unknown): value is string {
  const parts = isText(value) ? dateShape.exec(value) : null
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** An ISO 8601 moment with its time of day, as `Date.prototype.toISOString` writes one, the milliseconds optional. */
export function isMoment(value: unknown): value is string {
  return isText(value) && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value))
}

/** An id, or `*`: the voices together. */
function isReading(value: Json): boolean {
  return isObject(value) && (value['version'] === null || isId(value['version'])) && (value['perspective'] === '*' || isId(value['perspective']))
}

function isBackground(value: Json): boolean {
  return (
    isObject(value) && isText(value['type']) && /^image\/(png|jpeg|webp)$/.test(value['type']) && isText(value['data']) &&
    /^[A-Za-z0-9+/]*={0,2}$/.test(value['data']) && isPair(value['position']) && isPair(value['size'])
  )
}

function fits(type: FieldType, value: Json): boolean {
  switch (type.is) {
    case 'text':
    case 'extra':
      return isText(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'choice':
      return type.choices.some((choice) => choice.value === value)
    case 'scale':
      return type.scale.steps.some((step) => step.value === value)
    case 'presence':
      return value === 'yes' || (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 5)
    case 'number':
    case 'order':
      return isNumber(value)
    case 'date':
      return value === '' || isDate(value)
    case 'moment':
      return value === '' || isMoment(value)
    case 'reference':
      return value === '' || isId(value)
    case 'references':
      return Array.isArray(value) && value.every(isId)
    case 'names':
      return Array.isArray(value) && value.every(isText)
    case 'facts':
      return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2 && isText(pair[0]) && isFact(pair[1]))
    case 'point':
    case 'size':
      return isWholePair(value)
    case 'camera':
      return isObject(value) && isNumber(value['x']) && isNumber(value['y']) && isNumber(value['zoom']) && value['zoom'] > 0
    case 'reading':
      return isReading(value)
    case 'background':
      return isBackground(value)
  }
}

export function isFact(value: unknown): value is string | number {
  return isText(value) || isNumber(value)
}

/** The value if the field may hold it, its default where null clears it, undefined where it may not stand there. */
export function checked(field: Field, value: Json): Json | undefined {
  if (value === null) return field.nullable ? null : field.default
  return fits(field.type, value) ? bare(field.type, value) : REFUSED
}

const KEYS: { readonly [T in FieldType['is']]?: readonly string[] } = { camera: ['x', 'y', 'zoom'], reading: ['version', 'perspective'], background: ['type', 'data', 'position', 'size'] }

/** An object without the keys that a field's value does not have; the same object where it has none. */
function bare(type: FieldType, value: Json): Json {
  const keys = KEYS[type.is]
  if (!keys || !isObject(value) || Object.keys(value).length === keys.length) return value
  return Object.fromEntries(keys.map((key) => [key, value[key] ?? null]))
}
