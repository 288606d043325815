import { FIELDS, fieldIn, META_FIELDS, type Field } from '../model/fields.ts'
import type { Judgement, RecordTable } from '../model/records.ts'
import { RECORD_TABLES, sharedOf, type SystemMap, type WholeMap } from '../model/system-map.ts'
import { pool } from '../reading/pool.ts'
import type { Loss } from './format.ts'

/** A loss of whole fields of fields.ts, `table` or `table.field`: it counts the records that have something there. */
function ofFields(id: string, words: string, fields: readonly string[]): Loss {
  return { id, words, fields, count: ({ map }) => fields.reduce((sum, field) => sum + filled(map, field), 0) }
}

function filled(map: SystemMap, path: string): number {
  const [table = '', name] = path.split('.')
  if (table === 'judgements') return judged(map).filter((said) => said[name as keyof Judgement] !== undefined).length
  if (table === 'meta') return isFilled(fieldIn(META_FIELDS as readonly Field[], name ?? ''), (map.meta as unknown as Row)[name ?? '']) ? 1 : 0
  const records = [...map[table as RecordTable].values()]
  if (name === undefined) return records.length
  const field = fieldIn(FIELDS[table as RecordTable] as readonly Field[], name)
  return records.filter((record) => isFilled(field, (record as unknown as Row)[name])).length
}

type Row = Readonly<Record<string, unknown>>

function isFilled(field: Field | undefined, value: unknown): boolean {
  if (value instanceof Map) return value.size > 0
  return JSON.stringify(value) !== JSON.stringify(field?.default)
}

function judged(map: SystemMap): readonly Judgement[] {
  return [...map.judgements.values()].flatMap((said) => [...said.values()])
}

function onMap({ elements, relationships }: SystemMap): ReadonlySet<string> {
  return new Set([...elements.keys(), ...pool({ elements, relationships }).ties.keys()])
}

/** Every text that a file could hold of a map. */
function* textsOf(map: SystemMap): Generator<string> {
  yield* stringsIn(map.meta)
  for (const table of RECORD_TABLES) for (const record of map[table].values()) yield* stringsIn(record)
  for (const said of judged(map)) yield* stringsIn(said)
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value instanceof Map) for (const [key, inner] of value as ReadonlyMap<string, unknown>) yield* [key, ...(typeof inner === 'string' ? [inner] : [])]
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) if (typeof inner === 'string' || inner instanceof Map) yield* stringsIn(inner)
}

const counting = (id: string, words: string, count: (whole: WholeMap) => number): Loss => ({ id, words, fields: [], count })
const texts = (id: string, words: string, of: RegExp): Loss => counting(id, words, ({ map }) => [...textsOf(map)].filter((text) => of.test(text)).length)

const EXTRA = [...RECORD_TABLES.map((table) => `${table}.extra`), 'judgements.extra', 'meta.extra', 'meta.fileExtra']

/** Everything that some format cannot carry, each named once and counted in the map at hand. */
export const LOSSES = {
  thenViews: ofFields('then-views', 'Versions: who was heard then, by type and organisation; their elements, ties and answers leave', ['versions.content']),
  versions: ofFields('versions', 'Versions', ['versions']),
  stories: ofFields('stories', 'Stories and their scenes', ['stories', 'scenes']),
  actions: ofFields('actions', 'Actions', ['actions']),
  reflections: ofFields('reflections', 'Reflections', ['reflections']),
  loops: ofFields('loops', 'Named loops', ['loops']),
  beside: ofFields('beside', 'Notes and areas', ['notes', 'areas']),
  background: ofFields('background', 'The background picture', ['meta.background']),
  outcomeReadings: ofFields('outcome-readings', 'Readings of outcomes', ['outcomeReadings']),
  views: {
    id: 'views',
    words: 'Whose view is which: type, organisation and coverage of perspectives',
    fields: ['type', 'organisation', 'coverage', 'coverageAt', 'private', 'handedIn'].map((field) => `perspectives.${field}`),
    count: ({ map }) => map.perspectives.size - 1,
  },
  title: ofFields('title', 'The map’s title and question', ['meta.title', 'meta.question']),
  mapWords: ofFields('map-words', 'The map’s place, its middle, and whether it is illustrative', ['meta.place', 'meta.centre', 'meta.illustrative']),
  organisations: ofFields('organisations', 'Organisations: their codes and colours, and those with no element', ['organisations.code', 'organisations.slot']),
  upkeep: ofFields('upkeep', 'What Sightlines keeps for itself, and keys of other versions of it', ['meta.mapId', 'meta.lineage', 'meta.settled', 'meta.table', ...EXTRA]),
  places: counting('places', 'Where elements stand', ({ map }) => [...map.positions.keys()].filter((id) => map.elements.has(id)).length),
  hiddenTies: counting('hidden-ties', 'Ties with an end that is no longer on the map', ({ map }) => map.relationships.size - pool(map).ties.size),
  lostAnswers: counting('lost-answers', 'Answers about what is no longer on the map', ({ map }) => {
    const here = onMap(map)
    return [...map.judgements.values()].reduce((sum, said) => sum + [...said.keys()].filter((id) => !here.has(id)).length, 0)
  }),
  factKinds: counting('fact-kinds', 'Facts that are words and look like numbers come back as numbers', ({ map }) =>
    [...map.elements.values(), ...map.relationships.values()].flatMap(({ facts }) => [...facts.values()]).filter((fact) => typeof fact === 'string' && fact.trim() !== '' && Number.isFinite(Number(fact))).length),
  halfSigns: texts('half-signs', 'Texts with half a sign in them (a lone surrogate), which becomes �', /\p{Cs}/u),
  xmlSigns: texts('xml-signs', 'Texts with signs that XML cannot hold (control signs, halves of signs), each of which becomes �', /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/u),
  longCells: texts('long-cells', 'Texts longer than a cell of a workbook can be, cut at 32,767 characters', /^[^]{32767}/),
  controlSigns: texts('control-signs', 'Texts with control signs or halves of signs, each of which becomes �', /[\u0000-\u0008\u000b\u000c\u000e-\u001f\r\p{Cs}]/u),
  details: ofFields('details', 'Tags, facts, descriptions and whatever else a drawing does not show', [
    ...['pinned', 'aliases', 'tags', 'facts', 'description', 'added', 'outcomeFor', 'measure', 'unit', 'better', 'target'].map((field) => `elements.${field}`),
    ...['polarity', 'delay', 'star', 'facts', 'description', 'added'].map((field) => `relationships.${field}`),
    ...['matters', 'brings', 'value', 'split', 'note'].map((field) => `judgements.${field}`),
  ]),
  perspectives: {
    id: 'perspectives',
    words: 'What every perspective but the shared picture says',
    fields: ['perspectives.name'],
    count: ({ map }) => [...map.judgements].filter(([id]) => id !== sharedOf(map).id).reduce((sum, [, said]) => sum + said.size, 0),
  },
} as const satisfies Readonly<Record<string, Loss>>
