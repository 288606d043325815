import { judgementId, type Write } from '../model/change.ts'
import { FIELDS, JUDGEMENT_FIELDS, type Field } from '../model/fields.ts'
import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { isSame, recordFrom } from '../model/project.ts'
import type { Judgement, RecordTable } from '../model/records.ts'

/** A record made anew, then its sets member by member: a name keeps the number that orders it. */
export function made(table: RecordTable, id: Id, record: object): readonly Write[] {
  const base: Record<string, Json> = {}
  for (const field of FIELDS[table] as readonly Field[]) {
    const value = (record as Record<string, unknown>)[field.name]
    if (field.type.is !== 'names' && field.type.is !== 'facts' && !isSame(value, field.default)) base[field.name] = value as Json
  }
  return [{ at: table, id, make: base }, ...differences(table, id, recordFrom(table, id, base), record)]
}

/** The field-level writes that make one record say what another does. */
export function differences(table: RecordTable, id: Id, now: object, then: object): readonly Write[] {
  return (FIELDS[table] as readonly Field[]).flatMap((field): readonly Write[] => {
    const [before, after] = [(now as Record<string, unknown>)[field.name], (then as Record<string, unknown>)[field.name]]
    if (field.type.is !== 'names' && field.type.is !== 'facts') return isSame(before, after) ? [] : [{ at: table, id, field: field.name, to: after as Json }]
    const set = field.type.is === 'facts' ? 'fact' : field.type.member
    const [had, has] = [before as ReadonlyMap<string, Json>, after as ReadonlyMap<string, Json>]
    return [
      ...[...had.keys()].filter((name) => !has.has(name)).map((name) => ({ at: table, id, field: `${set}:${name}`, to: null })),
      ...[...has].filter(([name, value]) => had.get(name) !== value).map(([name, to]) => ({ at: table, id, field: `${set}:${name}`, to })),
    ]
  })
}

/** The same for what a perspective says of a subject: silence where it said nothing. */
export function judgementDifferences(perspective: Id, subject: Id, now: Judgement = {}, then: Judgement = {}): readonly Extract<Write, { readonly field: string }>[] {
  const id = judgementId(perspective, subject)
  return JUDGEMENT_FIELDS.flatMap(({ name }) => (isSame(now[name], then[name]) ? [] : [{ at: 'judgements' as const, id, field: name, to: (then[name] as Json | undefined) ?? null }]))
}
