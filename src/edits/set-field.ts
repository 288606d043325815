import { NO_CHANGE, set, type MapChange, type Write } from '../model/change.ts'
import { fieldIn, FIELDS, type Field } from '../model/fields.ts'
import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import type { TieKind } from '../model/kinds.ts'
import type { Facts, MapMeta, Names, RecordTable } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { changeTieKind } from './add-tie.ts'
import { tidy } from './making.ts'

/** One field of several records, as a form or a table cell writes it; null clears it. What the field may not hold is passed over. */
export function setField(map: SystemMap, table: RecordTable, ids: Iterable<Id>, field: string, to: Json): MapChange {
  if (table === 'relationships' && field === 'kind' && typeof to === 'string') return changeTieKind(map, ids, to as TieKind)
  if (!fieldIn(FIELDS[table] as readonly Field[], field)) return NO_CHANGE
  const writes: Write[] = []
  for (const id of ids) if (map[table].has(id)) writes.push({ at: table, id, field, to })
  return { writes }
}

export function setMeta(field: Exclude<keyof MapMeta, 'mapId' | 'lineage'>, to: Json): MapChange {
  return { writes: [{ at: 'meta', id: 'map', field, to }] }
}

/** An element's name, a tie's label or an area's title. An element keeps its name where the new one is empty. */
export function rename(map: SystemMap, id: Id, name: string): MapChange {
  const to = tidy(name)
  const element = map.elements.get(id)
  if (element) return to === '' || to === element.name ? NO_CHANGE : { writes: [set('elements', id, 'name', to)] }
  const area = map.areas.get(id)
  if (area) return area.title === to ? NO_CHANGE : { writes: [set('areas', id, 'title', to)] }
  const tie = map.relationships.get(id)
  return tie && tie.label !== to ? { writes: [set('relationships', id, 'label', to)] } : NO_CHANGE
}

/** A set of names (tags, other names) as it should read, in this order. */
export function setNames(map: SystemMap, element: Id, set: 'tag' | 'alias', names: readonly string[]): MapChange {
  const record = map.elements.get(element)
  if (!record) return NO_CHANGE
  const before: Names = set === 'tag' ? record.tags : record.aliases
  const wanted = new Map([...new Set(names.map(tidy).filter((name) => name !== ''))].map((name, order) => [name, order]))
  const writes: Write[] = []
  for (const name of before.keys()) if (!wanted.has(name)) writes.push({ at: 'elements', id: element, field: `${set}:${name}`, to: null })
  for (const [name, order] of wanted) if (before.get(name) !== order) writes.push({ at: 'elements', id: element, field: `${set}:${name}`, to: order })
  return { writes }
}

/** One tag of several elements: on all of them, or on none. */
export function setTag(map: SystemMap, elements: Iterable<Id>, name: string, isOn: boolean): MapChange {
  const tag = tidy(name)
  if (tag === '') return NO_CHANGE
  return {
    writes: [...new Set(elements)].flatMap((id): Write[] => {
      const tags = map.elements.get(id)?.tags
      if (!tags || tags.has(tag) === isOn) return []
      return [{ at: 'elements', id, field: `tag:${tag}`, to: isOn ? Math.max(-1, ...tags.values()) + 1 : null }]
    }),
  }
}

/** One fact of an element or a tie; null takes it away. A number that reads back as it was typed is kept as a number. */
export function setFact(map: SystemMap, subject: Id, name: string, to: string | number | null): MapChange {
  const table = map.elements.has(subject) ? 'elements' : 'relationships'
  const facts: Facts | undefined = map[table].get(subject)?.facts
  const known = tidy(name)
  if (!facts || known === '' || (to === null && !facts.has(known))) return NO_CHANGE
  return { writes: [{ at: table, id: subject, field: `fact:${known}`, to: typeof to === 'string' ? factFrom(to) : to }] }
}

export function factFrom(text: string): string | number {
  const number = Number(text)
  return text !== '' && String(number) === text && Number.isFinite(number) ? number : text
}
