import { FIELDS, JUDGEMENT_FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Judgement, RecordTable } from '../../model/records.ts'
import { CONTENT_TABLES, RECORD_TABLES, type MapContent, type SystemMap } from '../../model/system-map.ts'

/** What has a name that a map cannot be read without; and the key of a version’s content, which is no word. */
const KEPT = new Set(['elements.name', 'organisations.name', 'organisations.code', 'perspectives.name', 'versions.content'])
/** Tables that are words and little else. */
const WORDS: readonly (keyof SystemMap)[] = ['stories', 'scenes', 'actions', 'reflections', 'loops', 'notes', 'areas']

/** A moment without what people wrote in their own words: no description, fact, tag, label, note, story, action or reflection, and no picture beneath. */
export function withoutWords<M extends MapContent | SystemMap>(moment: M): M {
  const tables = ('versions' in moment ? RECORD_TABLES : CONTENT_TABLES) as readonly RecordTable[]
  const next: Record<string, unknown> = { ...moment }
  for (const table of tables) {
    const records = (moment as unknown as Readonly<Record<string, ReadonlyMap<Id, object>>>)[table] ?? new Map<Id, object>()
    next[table] = WORDS.includes(table) ? new Map() : new Map([...records].map(([id, record]) => [id, { ...record, ...emptied(table) }]))
  }
  return {
    ...(next as unknown as M),
    meta: { ...moment.meta, place: '', background: null, extra: '', fileExtra: '' },
    judgements: new Map([...moment.judgements].map(([perspective, said]) => [perspective, new Map([...said].map(([subject, judgement]) => [subject, unworded(judgement)]))])),
  }
}

function emptied(table: RecordTable): Readonly<Record<string, unknown>> {
  return Object.fromEntries((FIELDS[table] as readonly Field[]).flatMap(({ name, type }): readonly (readonly [string, unknown])[] => {
    if (KEPT.has(`${table}.${name}`)) return []
    if (type.is === 'text' || type.is === 'extra') return [[name, '']]
    return type.is === 'names' || type.is === 'facts' ? [[name, new Map()]] : []
  }))
}

function unworded(judgement: Judgement): Judgement {
  return Object.fromEntries(JUDGEMENT_FIELDS.flatMap(({ name, type }) => (type.is === 'text' || type.is === 'extra' || judgement[name] === undefined ? [] : [[name, judgement[name]]]))) as Judgement
}
