import { byId, type Id } from './ids.ts'
import type { Judgement, MapMeta, Perspective, Point, RecordOf, RecordTable } from './records.ts'

export type Records<T> = ReadonlyMap<Id, T>

/** What a version freezes and *now* also has: a moment. `reading` takes either. */
export interface MapContent {
  readonly meta: MapMeta
  readonly organisations: Records<RecordOf['organisations']>
  readonly elements: Records<RecordOf['elements']>
  readonly outcomeReadings: Records<RecordOf['outcomeReadings']>
  readonly relationships: Records<RecordOf['relationships']>
  readonly positions: Records<Point>
  readonly perspectives: Records<Perspective>
  /** By perspective, then by subject. */
  readonly judgements: Records<Records<Judgement>>
}

/** One moment of the whole map, immutable. What a change did not touch is the same object in the next one. */
export interface SystemMap extends MapContent {
  readonly versions: Records<RecordOf['versions']>
  readonly stories: Records<RecordOf['stories']>
  readonly scenes: Records<RecordOf['scenes']>
  readonly actions: Records<RecordOf['actions']>
  readonly reflections: Records<RecordOf['reflections']>
  readonly loops: Records<RecordOf['loops']>
  readonly notes: Records<RecordOf['notes']>
  readonly areas: Records<RecordOf['areas']>
}

/** A map with the frozen contents that its versions' cards name, by content key: all that a file holds. */
export interface WholeMap {
  readonly map: SystemMap
  readonly contents: ReadonlyMap<string, MapContent>
}

export const CONTENT_TABLES = ['organisations', 'elements', 'outcomeReadings', 'relationships', 'perspectives'] as const satisfies readonly RecordTable[]
export const RECORD_TABLES = [
  ...CONTENT_TABLES, 'versions', 'stories', 'scenes', 'actions', 'reflections', 'loops', 'notes', 'areas',
] as const satisfies readonly RecordTable[]

const sortedLists = new WeakMap<object, readonly unknown[]>()

/** A table's records as a list, by `order` where they have one and then by id. Cached by the table's identity. */
export function listed<T extends { readonly id: Id; readonly order?: number }>(records: Records<T>): readonly T[] {
  let list = sortedLists.get(records) as readonly T[] | undefined
  if (!list) {
    list = [...records.values()].sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || byId(a.id, b.id))
    sortedLists.set(records, list)
  }
  return list
}

/** A set of names in its own order. */
export function namesOf(names: ReadonlyMap<string, number>): string[] {
  return [...names].sort((a, b) => a[1] - b[1] || byId(a[0], b[0])).map(([name]) => name)
}

/** The one perspective that is the shared picture. Every map has exactly one (rule 6). */
export function sharedOf(map: MapContent): Perspective {
  for (const perspective of map.perspectives.values()) if (perspective.type === 'shared') return perspective
  throw new Error('A map without a shared perspective')
}

/** Whether something that can be selected has this id: an element, a tie, a note or an area (rule 2). */
export function isOnMap(map: SystemMap, id: Id): boolean {
  return map.elements.has(id) || map.relationships.has(id) || map.notes.has(id) || map.areas.has(id)
}

/** The element in the middle: the one named, else the first of kind people that was named, else none. */
export function centreOf(map: MapContent): Id | null {
  const named = map.meta.centre
  if (named !== null && map.elements.has(named)) return named
  let first: RecordOf['elements'] | null = null
  for (const element of map.elements.values()) {
    if (element.kind === 'people' && (!first || element.added < first.added || (element.added === first.added && element.id < first.id))) first = element
  }
  return first?.id ?? null
}

export function judgementOf(map: MapContent, perspective: Id, subject: Id): Judgement | undefined {
  return map.judgements.get(perspective)?.get(subject)
}

/** The order number that puts a new record last. */
export function nextOrder(records: Records<{ readonly order: number }>): number {
  let last = 0
  for (const record of records.values()) if (record.order > last) last = record.order
  return last + 1
}
