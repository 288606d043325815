import { FIELDS, fieldIn, JUDGEMENT_FIELDS, META_FIELDS, type Field } from '../model/fields.ts'
import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { Slot } from '../model/kinds.ts'
import type { Table } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { counted } from './counts.ts'
import { viewName } from './reading-name.ts'
import { nameOf } from './tie-sentence.ts'

const TABLE_WORDS: Readonly<Partial<Record<Table, string>>> = {
  organisations: 'organisation', elements: 'element', relationships: 'tie', perspectives: 'perspective', versions: 'version', stories: 'story', scenes: 'scene',
  actions: 'action', reflections: 'reflection', loops: 'loop', notes: 'note', areas: 'area', outcomeReadings: 'reading', judgements: 'answer', positions: 'place', meta: 'detail of the map',
}

/** What writes concern, counted: "3 elements, 12 answers, 2 places". Each thing counts once, whatever was changed of it. */
export function concerned(writes: readonly { readonly at: Table; readonly id: string }[]): string {
  const things = new Map<Table, Set<string>>()
  for (const { at, id } of writes) things.set(at, (things.get(at) ?? new Set()).add(id))
  return [...things].map(([table, ids]) => counted(ids.size, TABLE_WORDS[table] ?? 'thing')).join(', ')
}

/** Which thing a place belongs to, in words; looked for in either copy. */
export function placeOf(at: Table, id: string, maps: readonly SystemMap[]): string {
  for (const map of maps) {
    if (at === 'meta') return 'The map'
    if (at === 'judgements') {
      const [perspective = '', subject = ''] = id.split(/:(.*)/s)
      if (map.perspectives.has(perspective)) return `${nameOf(map, subject)}, as ${viewName(map, perspective)} sees it`
    } else if (at === 'positions' || at === 'elements' || at === 'relationships') {
      if (map.elements.has(id) || map.relationships.has(id)) return nameOf(map, id)
    } else {
      const record = map[at].get(id) as { readonly name?: string; readonly title?: string; readonly text?: string; readonly words?: string } | undefined
      if (record) return record.name || record.title || record.text || record.words || (TABLE_WORDS[at] ?? '')
    }
  }
  return TABLE_WORDS[at] ?? ''
}

/** A field's title; what is there or not, where no field is meant. */
export function fieldTitle(at: Table, field: string | null): string {
  if (field === null) return 'Whether it is there'
  if (at === 'positions') return 'Where it stands'
  const [set, member] = field.split(/:(.*)/s)
  if (member !== undefined) return `${set === 'fact' ? 'Fact' : set === 'tag' ? 'Tag' : 'Other name'} “${member}”`
  return fieldOf(at, field)?.title ?? field
}

function fieldOf(at: Table, field: string): Field | undefined {
  if (at === 'positions') return undefined
  return fieldIn(at === 'meta' ? META_FIELDS : at === 'judgements' ? JUDGEMENT_FIELDS : FIELDS[at], field)
}

/** A value as a short text: what nobody wrote is a dash. */
export function valueWords(at: Table, field: string | null, value: Json, map: SystemMap): string {
  if (field === null) return value === true ? 'changed' : 'removed'
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '–'
  const type = fieldOf(at, field)?.type
  if (type?.is === 'scale') return type.scale.steps.find((step) => step.value === value)?.short ?? String(value)
  if (type?.is === 'choice') return type.choices.find((choice: { readonly value: unknown }) => choice.value === (value as Slot))?.title ?? String(value)
  if (type?.is === 'reference') return map.organisations.get(value as Id)?.name ?? nameOf(map, value as Id)
  if (type?.is === 'presence') return value === 0 ? 'no' : value === 'yes' ? 'yes' : String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (type?.is === 'background') return 'a picture'
  return typeof value === 'object' ? (Array.isArray(value) ? value.map(String).join(', ') : JSON.stringify(value)) : String(value)
}
