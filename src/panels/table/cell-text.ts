import type { MapChange } from '../../model/change.ts'
import { isDate } from '../../model/check.ts'
import type { Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Json } from '../../model/json.ts'
import type { Facts, Names, RecordTable } from '../../model/records.ts'
import { listed, namesOf, type SystemMap } from '../../model/system-map.ts'
import { setFact, setField, setNames } from '../../edits/set-field.ts'
import { nameOf } from '../../words/tie-sentence.ts'

/** A choice that a cell offers instead of free text. */
export interface CellChoice {
  readonly value: string
  readonly title: string
}

/** A field's value as a cell reads. */
export function textOf(field: Field, value: unknown, map: SystemMap): string {
  const { type } = field
  if (value === null || value === undefined || value === '') return ''
  switch (type.is) {
    case 'flag':
      return value === true ? 'yes' : ''
    case 'choice':
      return type.choices.find((choice) => choice.value === value)?.title ?? String(value)
    case 'reference':
      return referredName(map, value as Id)
    case 'references':
      return (value as readonly Id[]).map((id) => referredName(map, id)).join(', ')
    case 'names':
      return namesOf(value as Names).join(', ')
    case 'facts':
      return [...(value as Facts)].map(([name, fact]) => `${name}: ${fact}`).join('; ')
    default:
      return String(value)
  }
}

function referredName(map: SystemMap, id: Id): string {
  return map.organisations.get(id)?.name ?? nameOf(map, id)
}

/** What a cell offers to choose from; undefined where it takes free text. */
export function choicesOf(field: Field, map: SystemMap): readonly CellChoice[] | undefined {
  const { type } = field
  const none: readonly CellChoice[] = field.nullable ? [{ value: '', title: '–' }] : []
  if (type.is === 'flag') return [{ value: '', title: 'no' }, { value: 'yes', title: 'yes' }]
  if (type.is === 'choice') return [...none, ...type.choices.map(({ value, title }) => ({ value: String(value), title }))]
  if (type.is === 'scale') return [{ value: '', title: 'not said' }, ...type.scale.steps.map((step) => ({ value: String(step.value), title: `${step.value} ${step.short}` }))]
  if (type.is !== 'reference') return undefined
  if (type.to === 'organisations') return [...none, ...listed(map.organisations).map(({ id, name }) => ({ value: id, title: name }))]
  return [...none, ...[...map.elements.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB')).map(({ id, name }) => ({ value: id, title: name }))]
}

/** The text that a cell begins its editing with: what was typed, or the value of the choice. */
export function editTextOf(field: Field, value: unknown, map: SystemMap): string {
  if (field.type.is === 'choice' || field.type.is === 'reference' || field.type.is === 'scale') return value === null || value === undefined ? '' : String(value)
  return textOf(field, value, map)
}

/** Why a text cannot stand in a cell. */
export interface NotUnderstood {
  readonly problem: string
}

/** The field that a record is called by, which is never left empty. */
const CALLED_BY: Partial<Record<RecordTable, string>> = { elements: 'name', actions: 'title' }

/** The change that an edited cell makes, or why its text cannot stand there. */
export function cellChange(map: SystemMap, table: RecordTable, id: Id, field: Field, text: string): MapChange | NotUnderstood {
  const { type } = field
  if (CALLED_BY[table] === field.name && text.trim() === '') return { problem: 'It needs a name to be found by.' }
  if (type.is === 'names') return setNames(map, id, type.member, text.split(','))
  if (type.is === 'facts') return factsChange(map, id, text)
  if (type.is === 'references') return referencesChange(map, table, id, field, text)
  const value = valueOf(field, text)
  return isNotUnderstood(value) ? value : setField(map, table, [id], field.name, value)
}

/** The JSON that a text stands for in a field of one value. */
export function valueOf(field: Field, text: string): Json | NotUnderstood {
  const { type } = field
  const given = text.trim()
  if (type.is === 'flag') return given !== '' && given !== 'no'
  if (given === '') return field.nullable || type.is !== 'text' ? null : ''
  if (type.is === 'choice') return type.choices.find((choice) => String(choice.value) === given)?.value ?? { problem: `“${given}” is not one of the choices.` }
  if (type.is === 'number' || type.is === 'scale') {
    const number = Number(given.replace(',', '.').replace('−', '-'))
    return Number.isFinite(number) ? number : { problem: `“${given}” is not a number.` }
  }
  if (type.is === 'date') return isDate(given) ? given : { problem: `“${given}” is not a day. Write it as 2016-05-19.` }
  return given
}

export function isNotUnderstood(value: unknown): value is NotUnderstood {
  return typeof value === 'object' && value !== null && 'problem' in value
}

function factsChange(map: SystemMap, id: Id, text: string): MapChange | NotUnderstood {
  const wanted = new Map<string, string>()
  for (const part of text.split(';').filter((piece) => piece.trim() !== '')) {
    const colon = part.indexOf(':')
    if (colon < 1) return { problem: `“${part.trim()}” has no name. Write a fact as “name: value”.` }
    wanted.set(part.slice(0, colon).trim(), part.slice(colon + 1).trim())
  }
  const facts = map.elements.get(id)?.facts ?? map.relationships.get(id)?.facts ?? new Map()
  const writes = [...facts.keys()].filter((name) => !wanted.has(name)).flatMap((name) => setFact(map, id, name, null).writes)
  const changed = [...wanted].filter(([name, value]) => String(facts.get(name) ?? '') !== value)
  return { writes: [...writes, ...changed.flatMap(([name, value]) => setFact(map, id, name, value).writes)] }
}

function referencesChange(map: SystemMap, table: RecordTable, id: Id, field: Field, text: string): MapChange | NotUnderstood {
  const names = new Map<string, Id>()
  for (const element of map.elements.values()) names.set(element.name.toLowerCase(), element.id)
  for (const tie of map.relationships.values()) names.set(nameOf(map, tie.id).toLowerCase(), tie.id)
  for (const organisation of map.organisations.values()) {
    names.set(organisation.name.toLowerCase(), organisation.id)
    names.set(organisation.code.toLowerCase(), organisation.id)
  }
  const ids: Id[] = []
  for (const part of text.split(',').map((piece) => piece.trim()).filter(Boolean)) {
    const found = names.get(part.toLowerCase())
    if (found === undefined) return { problem: `“${part}” is not on the map.` }
    ids.push(found)
  }
  return setField(map, table, [id], field.name, ids)
}
