import { checked, isDate, isFact, isMoment, isObject } from '../../model/check.ts'
import type { Field } from '../../model/fields.ts'
import type { Json } from '../../model/json.ts'
import { idFrom } from './ids.ts'

/** What a field takes from a file's value. `value` undefined: its default. `words`: what was done, null where nothing was. */
export interface Mended {
  readonly value: Json | undefined
  readonly words: string | null
  /** What could not stand there: kept as a fact where the record has facts. */
  readonly dropped?: Json
}

const as = (value: Json): Mended => ({ value, words: null })

/** A value of a file as its field may hold it: as it is, or put right, or dropped. Never throws. */
export function mendValue(field: Field, given: Json): Mended {
  if (given === null && field.name !== 'private') return field.nullable ? as(null) : { value: undefined, words: `“${field.name}” was null; it reads as ${shown(field.default)}` }
  switch (field.type.is) {
    case 'reference':
      return reference(field, given)
    case 'references':
      return list(field, given, (item) => idFrom(item) || undefined)
    case 'names':
      return names(field, given)
    case 'facts':
      return facts(field, given)
    default:
      return given === null || checked(field, given) === undefined ? other(field, given) : as(given)
  }
}

function drop(field: Field, given: Json): Mended {
  return { value: undefined, words: `“${field.name}” held ${shown(given)}, which cannot stand there; it reads as ${shown(field.default)}`, dropped: given }
}

/** The plain ways in which another program writes the right value in the wrong form. */
function other(field: Field, given: Json): Mended {
  const value = nearest(field, given)
  if (value === undefined || checked(field, value) === undefined) return drop(field, given)
  return { value, words: `“${field.name}” held ${shown(given)}; it reads as ${shown(value)}` }
}

function nearest(field: Field, given: Json): Json | undefined {
  const { type } = field
  // What may be meant to stay private is private.
  if (type.is === 'flag') return field.name === 'private' ? true : given === 'true' || given === 1 ? true : given === 'false' || given === 0 ? false : undefined
  if (type.is === 'text') return typeof given === 'number' || typeof given === 'boolean' ? String(given) : undefined
  if (type.is === 'choice') return type.choices.find(({ value }) => String(value) === String(given).trim().toLowerCase())?.value
  if (type.is === 'scale' || type.is === 'number') return typeof given === 'string' && given.trim() !== '' ? Number(given) : undefined
  if (type.is === 'date') return isMoment(given) ? given.slice(0, 10) : undefined
  if (type.is === 'moment') return isDate(given) ? `${given}T00:00:00Z` : undefined
  if (type.is === 'point' || type.is === 'size') return wholePair(given)
  return undefined
}

/** A pair of numbers without their fractions. */
export function wholePair(given: Json): Json | undefined {
  if (!Array.isArray(given) || given.length !== 2) return undefined
  const pair = (given as readonly Json[]).map((n) => (typeof n === 'number' ? Math.round(n) + 0 : NaN))
  return pair.every((n) => Number.isSafeInteger(n)) ? pair : undefined
}

function reference(field: Field, given: Json): Mended {
  if (given === '') return as('')
  const id = idFrom(given)
  if (id === '') return drop(field, given)
  return { value: id, words: id === given ? null : `“${field.name}” held ${shown(given)}, which is not an id; it is now “${id}”` }
}

function list(field: Field, given: Json, item: (one: Json) => string | undefined): Mended {
  if (!Array.isArray(given)) return drop(field, given)
  const all = (given as readonly Json[]).map(item)
  const value = all.filter((one) => one !== undefined)
  const changed = (given as readonly Json[]).filter((one, i) => all[i] !== one)
  return { value, words: changed.length === 0 ? null : `“${field.name}” held ${changed.map(shown).join(', ')}, read as ids or left out` }
}

function names(field: Field, given: Json): Mended {
  if (!Array.isArray(given)) return drop(field, given)
  const all = (given as readonly Json[]).map((one) => (typeof one === 'string' ? one : isFact(one) ? String(one) : undefined))
  const value = [...new Set(all.filter((one) => one !== undefined))]
  const changed = (given as readonly Json[]).filter((one, i) => typeof one !== 'string' || all.indexOf(one) < i)
  return { value, words: changed.length === 0 ? null : `“${field.name}” held ${changed.map(shown).join(', ')}, which is no text or stood there before; it is text now, and stands once` }
}

/** A fact is text or a number. Anything else becomes the text of its JSON. */
function facts(field: Field, given: Json): Mended {
  if (!isObject(given)) return drop(field, given)
  const changed: string[] = []
  const value = Object.entries(given).map(([name, fact]) => {
    if (isFact(fact)) return [name, fact]
    changed.push(name)
    return [name, JSON.stringify(fact)]
  })
  return { value, words: changed.length === 0 ? null : `the fact ${changed.map(shown).join(', ')} was neither text nor a number; it is kept as text` }
}

/** A value in a sentence, cut where it is long. */
export function shown(value: Json): string {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return 'empty'
  if (value === null) return 'not given'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const cut = text.length > 60 ? `${text.slice(0, 60).replace(/[\ud800-\udbff]$/, '')}…` : text
  return `“${cut}”`
}
