import { JUDGEMENT_FIELDS, type Field } from '../../model/fields.ts'
import { byId, type Id } from '../../model/ids.ts'
import type { Background, Camera, Facts, Judgement, MapElement, Names, OutcomeReading, Perspective, Presence, ReadingName, RecordOf, RecordTable, Scene } from '../../model/records.ts'
import { listed, namesOf, type MapContent, type Records, type SystemMap } from '../../model/system-map.ts'
import { fileFields, OUTCOME_KEYS } from './file-fields.ts'
import type { Writable } from './json-text.ts'
import { withKept } from './kept-keys.ts'

type Entry = readonly [string, Writable]

/** A field's value as the file holds it. Facts are in order of their names; a map keeps that order where an object would not. */
export function written(field: Field, value: unknown): Writable {
  if (value === null) return null
  switch (field.type.is) {
    case 'names':
      return namesOf(value as Names)
    case 'facts':
      return new Map([...(value as Facts)].sort((a, b) => byId(a[0], b[0])))
    case 'camera':
      return cameraOf(value as Camera)
    case 'reading':
      return readingOf(value as ReadingName)
    case 'background':
      return backgroundOf(value as Background)
    default:
      return value as Writable
  }
}

const cameraOf = ({ x, y, zoom }: Camera): Writable => new Map([['x', x], ['y', y], ['zoom', zoom]])
const readingOf = ({ version, perspective }: ReadingName): Writable => new Map([['version', version], ['perspective', perspective]])
const backgroundOf = ({ type, data, position, size }: Background): Writable => new Map<string, Writable>([['type', type], ['data', data], ['position', position], ['size', size]])

/** The record’s own keys in the order of its fields, `id` first. When a view was handed in is written only where it was. */
function* plain<T extends RecordTable>(table: T, record: RecordOf[T]): Generator<Entry> {
  yield ['id', record.id]
  for (const field of fileFields(table)) {
    const value = (record as unknown as Record<string, unknown>)[field.name]
    if (field.name !== 'handedIn' || value !== '') yield [field.name, written(field, value)]
  }
}

export function record<T extends RecordTable>(table: T, one: RecordOf[T], more: readonly Entry[] = []): Writable {
  return withKept([...plain(table, one), ...more], one.extra)
}

/** A table whose order means nothing, in order of ids, so that two saves differ only where the map does. */
export function sorted<T extends 'relationships' | 'actions' | 'reflections' | 'loops' | 'notes' | 'areas'>(table: T, records: Records<RecordOf[T]>): Writable[] {
  return listed(records as Records<{ readonly id: Id }>).map((one) => record(table, one as RecordOf[T]))
}

export function element(one: MapElement, content: MapContent, readings: readonly OutcomeReading[]): Writable {
  const entries: Entry[] = []
  for (const entry of plain('elements', one)) {
    entries.push(entry)
    if (entry[0] === 'kind') entries.push(['position', content.positions.get(one.id) ?? null])
  }
  if (hasOutcome(one, readings)) entries.push(['outcome', outcome(one, readings)])
  return withKept(entries, one.extra)
}

/** Written for an outcome, and for anything else that still holds what it held as one, so that a slip of the kind loses nothing. */
function hasOutcome(one: MapElement, readings: readonly OutcomeReading[]): boolean {
  return one.kind === 'outcome' || one.outcomeFor !== 'residents' || one.measure !== '' || one.unit !== '' || one.better !== 'up' || one.target !== null || readings.length > 0
}

function outcome(one: MapElement, readings: readonly OutcomeReading[]): Writable {
  return new Map<string, Writable>([...OUTCOME_KEYS.map(([key, field]) => [key, one[field]] as const), ['readings', readings.map(outcomeReading)]])
}

/** The id a reading has where the file names none: its element's, and which of its readings it is. */
export function readingId(element: Id, index: number): Id {
  return `${element.slice(0, 56)}-${index + 1}`
}

function outcomeReading(reading: OutcomeReading, index: number): Writable {
  const entries = [...plain('outcomeReadings', reading)]
  return withKept(reading.id === readingId(reading.element, index) ? entries.slice(1) : entries, reading.extra)
}

export function perspective(one: Perspective, said: Records<Judgement> | undefined): Writable {
  const subjects = [...(said ?? [])].sort((a, b) => byId(a[0], b[0]))
  return record('perspectives', one, [['judgements', new Map(subjects.map(([subject, judgement]) => [subject, judgementOf(judgement)]))]])
}

function judgementOf(judgement: Judgement): Writable {
  const entries: Entry[] = []
  for (const { name } of JUDGEMENT_FIELDS) {
    const value = judgement[name]
    if (value === undefined || name === 'extra') continue
    if (name === 'presence') entries.push(...presence(value as Presence))
    else entries.push([name, value])
  }
  return withKept(entries, judgement.extra ?? '')
}

function presence(value: Presence): Entry[] {
  if (value === 0) return [['seen', 'no']]
  return value === 'yes' ? [['seen', 'yes']] : [['seen', 'yes'], ['strength', value]]
}

export function stories(map: SystemMap): Writable[] {
  const scenes = inOrder(map.scenes, (scene: Scene) => scene.story)
  return listed(map.stories).map((story) => record('stories', story, [['scenes', (scenes.get(story.id) ?? []).map((scene) => record('scenes', scene))]]))
}

/** The records of a table by the record they stand in, in their own order. */
export function inOrder<R extends { readonly id: Id; readonly order: number }>(records: Records<R>, owner: (record: R) => Id): ReadonlyMap<Id, readonly R[]> {
  const groups = new Map<Id, R[]>()
  for (const one of listed(records)) {
    const group = groups.get(owner(one))
    if (group) group.push(one)
    else groups.set(owner(one), [one])
  }
  return groups
}
