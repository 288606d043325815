import type { Field, FieldType } from '../../src/model/fields.ts'
import { newId, type Id, type Random } from '../../src/model/ids.ts'
import type { Json } from '../../src/model/json.ts'
import type { RecordTable } from '../../src/model/records.ts'
import { between, oneOf } from './seeded.ts'

/** What a generated reference may point at. */
export type KnownIds = { readonly [T in RecordTable]?: readonly Id[] }

const ODD_IDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '-', '_', '0', '10', '9', '007', 'shared-1', 'map', 'A'.repeat(64)]

const ODD_NAMES = [
  '__proto__', 'constructor', 'prototype', 'valueOf', 'length', 'Ward', 'ward', ' Ward ', 'Hospital discharge team', 'GP',
  'Évaluation à domicile', 'فريق المستشفى', 'עובדת סוציאלית', '病房護士', 'नर्स', '👩🏽‍⚕️ on call', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'Z̸̢̛a̷͘l̶go',
  'two\nlines', 'tab\there', 'carriage\r\nreturn', '"quoted"', "O’Brien’s", '<b>bold</b>', '</script><script>', '=1+1', '@cell', '-> arrow', 'a: b', 'a.b',
  '\\', '\u0000', '\u2028', '\u202eright to left', '\ufeffmark', 'null', 'undefined', 'NaN', '1e3', '{}', '[]', ' ', 'x'.repeat(300), 'name '.repeat(60),
]

/** An id that a file may hold: mostly like the app's own, sometimes one that trips careless code. */
export function generateId(random: Random): Id {
  return random() < 0.15 ? oneOf(random, ODD_IDS) : newId(random)
}

export function generateName(random: Random): string {
  if (random() < 0.5) return oneOf(random, ODD_NAMES)
  return `${oneOf(random, ['Ward', 'Team', 'Board', 'Brokerage', 'Record', 'Therapy', 'Home care'])} ${between(random, 1, 999)}`
}

function generateDate(random: Random): string {
  return new Date(Date.UTC(between(random, 1948, 2049), between(random, 0, 11), between(random, 1, 28))).toISOString().slice(0, 10)
}

function generateMoment(random: Random): string {
  return `${generateDate(random)}T${String(between(random, 0, 23)).padStart(2, '0')}:${String(between(random, 0, 59)).padStart(2, '0')}:00Z`
}

function generateNumber(random: Random): number {
  return oneOf(random, [between(random, -1000, 1000), between(random, 1, 100) / 8, 0.1, 1e21, 5e-324, -1.5, Number.MAX_SAFE_INTEGER, 70])
}

/** A reference: to one of these, or now and then to nothing. */
function generateReference(random: Random, ids: KnownIds, to: RecordTable | 'subject'): Id {
  const known = to === 'subject' ? [...(ids.elements ?? []), ...(ids.relationships ?? [])] : (ids[to] ?? [])
  return known.length === 0 || random() < 0.08 ? generateId(random) : oneOf(random, known)
}

/** JSON as `JSON.stringify` writes it, with keys that no version knows. */
function generateExtra(random: Random): string {
  return oneOf(random, [
    '{"colour":"teal"}',
    '{"x-rating":[1,2.5,null,true,{"deep":{"er":"…"}}],"empty":{}}',
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}},"名":"値"}',
    '{"7":"seven","unknown key":"two\\nlines"}',
  ])
}

function generatePoint(random: Random): Json {
  return [between(random, -5000, 5000), between(random, -5000, 5000)]
}

/** Distinct names: a set has no member twice. */
function generateNames(random: Random): string[] {
  return [...new Set(Array.from({ length: between(random, 0, 4) }, () => generateName(random)))]
}

function valueOf(type: FieldType, random: Random, ids: KnownIds): Json {
  switch (type.is) {
    case 'text':
      return type.long ? `${generateName(random)} ${generateName(random)}` : generateName(random)
    case 'flag':
      return random() < 0.5
    case 'choice':
      return oneOf(random, type.choices).value
    case 'scale':
      return oneOf(random, type.scale.steps).value
    case 'presence':
      return oneOf(random, [0, 1, 2, 3, 4, 5, 'yes'])
    case 'number':
      return generateNumber(random)
    case 'order':
      return between(random, 1, 50)
    case 'date':
      return generateDate(random)
    case 'moment':
      return generateMoment(random)
    case 'reference':
      return generateReference(random, ids, type.to)
    case 'references':
      return Array.from({ length: between(random, 0, 5) }, () => generateReference(random, ids, type.to))
    case 'names':
      return generateNames(random)
    case 'facts':
      return generateNames(random).map((name) => [name, generateFact(random)])
    case 'point':
      return generatePoint(random)
    case 'size':
      return [between(random, 1, 2000), between(random, 1, 2000)]
    case 'camera':
      return { x: between(random, -900, 900), y: between(random, -900, 900) / 4, zoom: between(random, 1, 40) / 10 }
    case 'reading':
      return { version: random() < 0.5 ? null : generateReference(random, ids, 'versions'), perspective: random() < 0.3 ? '*' : generateReference(random, ids, 'perspectives') }
    case 'background':
      return { type: oneOf(random, ['image/png', 'image/jpeg', 'image/webp']), data: oneOf(random, ['', 'iVBORw0KGgo=', 'AAAA']), position: generatePoint(random), size: [1600, 900] }
    case 'extra':
      return generateExtra(random)
  }
}

export function generateFact(random: Random): string | number {
  return random() < 0.4 ? generateNumber(random) : generateName(random)
}

/** Any value that the field may hold, of every kind it may hold. */
export function generateValue(field: Field, random: Random, ids: KnownIds = {}): Json {
  if (field.nullable && random() < 0.2) return null
  return valueOf(field.type, random, ids)
}

/** Something made of field values: half of the fields given, the rest left at their defaults. */
export function generateBase(fields: readonly Field[], random: Random, ids: KnownIds = {}): Record<string, Json> {
  const base: Record<string, Json> = {}
  for (const field of fields) if (random() < (field.type.is === 'extra' ? 0.1 : 0.5)) base[field.name] = generateValue(field, random, ids)
  return base
}

