import { isObject } from '../../model/check.ts'
import { EMPTY_META } from '../../model/empty-map.ts'
import { fieldIn, FIELDS, META_FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { onlyOneShared } from '../../model/one-shared.ts'
import { recordFrom } from '../../model/project.ts'
import type { Judgement, MapElement, MapMeta, OutcomeReading, Perspective, Point, RecordOf, RecordTable, Relationship } from '../../model/records.ts'
import { tieKind } from '../../model/kinds.ts'
import type { MapContent } from '../../model/system-map.ts'
import { OUTCOME_KEYS } from './file-fields.ts'
import { idFrom } from './ids.ts'
import { keptKeys } from './kept-keys.ts'
import { Mender, own, type Row } from './mender.ts'
import { shown, wholePair } from './mend-value.ts'
import { readJudgements } from './read-judgements.ts'
import { readingId } from './write-records.ts'

const META_KEYS = ['title', 'question', 'place', 'centre', 'illustrative', 'settled', 'table'] as const

/** A moment as a file holds it, and the ties that were renamed because an element has their id. */
export interface ContentRead {
  readonly content: MapContent
  readonly renamedTies: ReadonlyMap<Id, Id>
  /** Ids that elements and ties have: notes and areas take others (rule 2). */
  readonly taken: Set<Id>
}

/** The records of a list that has an order, numbered from 1 as new ones are. */
export function numbered<T extends RecordTable>(table: T, rows: readonly Row[], mender: Mender, more: (row: Row, base: Record<string, Json>) => void = () => {}): Map<Id, RecordOf[T]> {
  return new Map(
    rows.map((row, i) => {
      const base = mender.base(table, row)
      if (fieldIn(FIELDS[table], 'order')) base['order'] = i + 1
      more(row, base)
      return [row.id, recordFrom(table, row.id, base)]
    }),
  )
}

/** Reads what now and a version have in common. Everything that is not as it should be is put right and noted. */
export function readContentPart(given: JsonObject, mender: Mender): ContentRead {
  const subjects = new Set<Id>()
  const elements = mender.rows(given, 'elements', 'elements', subjects)
  const taken = new Set(subjects)
  const ties = mender.rows(given, 'relationships', 'relationships', subjects)
  const positions = new Map<Id, Point>()
  const perspectives = readPerspectives(given, mender)
  return {
    content: {
      meta: readMeta(given, mender),
      organisations: numbered('organisations', mender.rows(given, 'organisations', 'organisations'), mender),
      elements: numbered('elements', elements, mender, (row, base) => {
        readOutcome(row, base, mender)
        const position = readPosition(row, mender)
        if (position) positions.set(row.id, position)
      }) as Map<Id, MapElement>,
      outcomeReadings: readReadings(elements, mender),
      relationships: numbered('relationships', ties, mender, (row, base) => readMutual(row, base, mender)) as Map<Id, Relationship>,
      positions,
      ...perspectives,
    },
    taken: subjects,
    renamedTies: new Map(ties.flatMap((row) => (taken.has(idFrom(own(row.given, 'id'))) ? [[idFrom(own(row.given, 'id')), row.id] as const] : []))),
  }
}

function readMeta(given: JsonObject, mender: Mender): MapMeta {
  const file = own(given, 'map') ?? {}
  if (!isObject(file)) {
    mender.note('The map', `“map” held ${shown(file)}, which cannot stand there; it was left out`)
    return EMPTY_META
  }
  const base: Record<string, Json> = {}
  for (const key of META_KEYS) if (Object.hasOwn(file, key)) mender.take(base, fieldIn(META_FIELDS, key) as Field, file[key] ?? null, 'The map')
  const raw = own(file, 'id')
  const mapId = idFrom(raw)
  if (raw !== undefined && mapId !== raw && mapId !== '') mender.note('The map', `${shown(raw)} is not an id; it is now “${mapId}”`)
  return { ...EMPTY_META, ...(base as Partial<MapMeta>), mapId, extra: keptKeys(file, new Set(['id', ...META_KEYS])) }
}

function readOutcome({ given, place }: Row, base: Record<string, Json>, mender: Mender): void {
  const outcome = own(given, 'outcome')
  if (outcome === undefined || outcome === null) return
  if (!isObject(outcome)) return mender.note(place, `“outcome” held ${shown(outcome)}, which cannot stand there; it was left out`)
  for (const [key, name] of OUTCOME_KEYS) {
    const field = fieldIn(FIELDS.elements, name)
    if (field && Object.hasOwn(outcome, key)) mender.take(base, { ...field, name: key }, outcome[key] ?? null, place, name)
  }
}

/** The readings of every outcome, in their own table. A reading without an id has one by its place, which is no repair. */
function readReadings(elements: readonly Row[], mender: Mender): Map<Id, OutcomeReading> {
  const records = new Map<Id, OutcomeReading>()
  const taken = new Set<Id>()
  for (const element of elements) {
    const outcome = own(element.given, 'outcome') ?? null
    if (!isObject(outcome) || !Object.hasOwn(outcome, 'readings')) continue
    const list = outcome['readings'] ?? null
    const readings = Array.isArray(list) ? (list as readonly Json[]).map((one, i) => (isObject(one) && !Object.hasOwn(one, 'id') ? { ...plainCopy(one), id: readingId(element.id, i) } : one)) : list
    const rows = mender.rows({ readings }, 'readings', 'outcomeReadings', taken, element.place)
    for (const [id, record] of numbered('outcomeReadings', rows, mender, (_, base) => void (base['element'] = element.id))) records.set(id, record as OutcomeReading)
  }
  return records
}

function plainCopy(given: JsonObject): JsonObject {
  return Object.assign(Object.create(null) as JsonObject, given)
}

function readPosition({ given, place }: Row, mender: Mender): Point | null {
  const raw = own(given, 'position') ?? null
  if (raw === null) return null
  const pair = wholePair(raw)
  if (pair === undefined) mender.note(place, `“position” held ${shown(raw)}, which is no place; it was left out`)
  else if ((pair as Point).some((n, i) => n !== (raw as Point)[i])) mender.note(place, `“position” held ${shown(raw)}; it reads as ${shown(pair)}`)
  return (pair as Point | undefined) ?? null
}

function readMutual({ given, place }: Row, base: Record<string, Json>, mender: Mender): void {
  if (typeof base['mutual'] === 'boolean') return
  const { kind } = recordFrom('relationships', '', base)
  base['mutual'] = tieKind(kind).mutual
  if (!Object.hasOwn(given, 'mutual')) mender.note(place, `“mutual” was missing; a tie that ${tieKind(kind).title} goes ${tieKind(kind).mutual ? 'both ways' : 'one way'}`)
}

function readPerspectives(given: JsonObject, mender: Mender): { perspectives: ReadonlyMap<Id, Perspective>; judgements: ReadonlyMap<Id, ReadonlyMap<Id, Judgement>> } {
  const rows = mender.rows(given, 'perspectives', 'perspectives')
  const judgements = new Map<Id, ReadonlyMap<Id, Judgement>>()
  const read = numbered('perspectives', rows, mender, ({ given: one, place, id }, base) => {
    if (base['type'] === 'person' && !Object.hasOwn(one, 'private')) {
      base['private'] = true
      mender.note(place, '“private” was missing; one person’s view is kept private')
    }
    const said = readJudgements(own(one, 'judgements'), place, mender)
    if (said) judgements.set(id, said)
  })
  const perspectives = onlyOneShared(read)
  for (const { id, place } of rows) if (perspectives.get(id)?.type !== read.get(id)?.type) mender.note(place, 'a map has one shared picture, which is never private; this one reads as “outside”')
  const made = [...perspectives.keys()].find((id) => !read.has(id))
  if (made !== undefined) mender.note('“perspectives”', 'there was no shared picture; an empty one was made')
  return { perspectives, judgements }
}

/** The object of a version's content, with its places said as within the version. */
export function readVersionContent(given: JsonObject, place: string, mender: Mender): MapContent {
  return mender.inside(place, () => readContentPart(given, mender).content)
}

/** A content from its canonical text. What cannot stand there is put right, as in a file. Throws where the text is no JSON object. */
export function readContent(text: string): MapContent {
  const given = JSON.parse(text) as Json
  if (!isObject(given)) throw new Error('A content that is no object')
  return readContentPart(given, new Mender()).content
}

