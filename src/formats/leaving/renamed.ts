import { FIELDS, type Field } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { ReadingName, RecordTable } from '../../model/records.ts'
import { CONTENT_TABLES, RECORD_TABLES, type MapContent, type SystemMap } from '../../model/system-map.ts'
import type { NewNames } from './new-names.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: Id }

const SUBJECTS: ReadonlySet<string> = new Set(['subject', 'elements', 'relationships'])

/** A moment under other names: every id and every reference to it, and the names of what has one. */
export function renamed<M extends MapContent | SystemMap>(moment: M, names: NewNames): M {
  const to = (table: string): ((old: Id) => Id) => {
    const ids: ReadonlyMap<Id, Id> | undefined = names.ids[(SUBJECTS.has(table) ? 'subject' : table) as keyof NewNames['ids']]
    return (old) => ids?.get(old) ?? old
  }
  const subject = to('subject')
  const tables = ('versions' in moment ? RECORD_TABLES : CONTENT_TABLES) as readonly RecordTable[]
  const next: Record<string, unknown> = { ...moment }
  for (const table of tables) {
    const called = { elements: names.elements, organisations: names.organisations, perspectives: names.perspectives }[table as string] ?? new Map<Id, string>()
    const records = (moment as unknown as Readonly<Record<string, ReadonlyMap<Id, Row>>>)[table] ?? new Map<Id, Row>()
    next[table] = new Map([...records.values()].map((record) => {
      const fields = (FIELDS[table] as readonly Field[]).map((field) => [field.name, pointed(field, record[field.name], to)] as const)
      const name = called.get(record.id)
      return [to(table)(record.id), { ...Object.fromEntries(fields), ...(name === undefined ? {} : { name, ...(table === 'organisations' ? { code: '' } : {}) }), id: to(table)(record.id) }]
    }))
  }
  const { centre } = moment.meta
  return {
    ...(next as unknown as M),
    meta: { ...moment.meta, centre: centre === null ? null : subject(centre) },
    positions: keyed(moment.positions, subject),
    judgements: new Map([...moment.judgements].map(([perspective, said]) => [to('perspectives')(perspective), keyed(said, subject)])),
  }
}

function keyed<T>(records: ReadonlyMap<Id, T>, id: (old: Id) => Id): ReadonlyMap<Id, T> {
  return new Map([...records].map(([key, value]) => [id(key), value]))
}

function pointed({ type }: Field, value: unknown, to: (table: string) => (old: Id) => Id): unknown {
  if (value === null) return null
  if (type.is === 'reference') return to(type.to)(value as Id)
  if (type.is === 'references') return (value as readonly Id[]).map(to(type.to))
  if (type.is === 'reading') return { ...(value as ReadingName), perspective: to('perspectives')((value as ReadingName).perspective) }
  return value
}
