import { JUDGEMENT_FIELDS } from '../../model/fields.ts'
import type { Id } from '../../model/ids.ts'
import type { Judgement } from '../../model/records.ts'
import { listed, type MapContent } from '../../model/system-map.ts'
import { pool } from '../../reading/pool.ts'
import type { Cell, Column, ColumnOf } from './sheet.ts'

/** What a perspective may say, a column each. *Seen* is yes, no, or empty where nothing was said of it. */
export const SAID_COLUMNS: readonly ColumnOf<Judgement>[] = JUDGEMENT_FIELDS.flatMap(({ name, title }): readonly ColumnOf<Judgement>[] => {
  if (name === 'extra') return []
  if (name !== 'presence') return [{ key: name, title, of: (said) => said[name] ?? null }]
  return [
    { key: 'seen', title: 'Seen', of: ({ presence }) => (presence === undefined ? null : presence === 0 ? 'no' : 'yes') },
    { key: 'strength', title, of: ({ presence }) => (typeof presence === 'number' && presence > 0 ? presence : null) },
  ]
})

export interface Said {
  readonly perspective: Id
  readonly name: string
  readonly subject: Id
  readonly judgement: Judgement
}

/** Everything that was said of what is on the map, by perspective in their order. */
export function* saidOn(map: MapContent): Generator<Said> {
  const { elements, ties } = pool(map)
  for (const { id, name } of listed(map.perspectives)) {
    for (const [subject, judgement] of map.judgements.get(id) ?? []) {
      if (elements.has(subject) || ties.has(subject)) yield { perspective: id, name, subject, judgement }
    }
  }
}

interface VoiceColumn extends Column {
  of(subject: Id): Cell
}

/** A column for each thing that each perspective says of any of these subjects: "Acute care: Strength". */
export function voiceColumns(map: MapContent, subjects: ReadonlySet<Id>): readonly VoiceColumn[] {
  const names = new Map<string, number>()
  return listed(map.perspectives).flatMap(({ id, name: given }, at) => {
    const before = names.get(given) ?? 0
    names.set(given, before + 1)
    const name = before === 0 ? given : `${given} (${before + 1})`
    const said = map.judgements.get(id)
    if (!said) return []
    const here = [...said].filter(([subject]) => subjects.has(subject))
    return SAID_COLUMNS.filter((column) => here.some(([, judgement]) => column.of(judgement) !== null)).map((column) => ({
      key: `voice${at + 1}${column.key.charAt(0).toUpperCase()}${column.key.slice(1)}`,
      title: `${name}: ${column.title}`,
      of: (subject: Id) => {
        const judgement = said.get(subject)
        return judgement ? column.of(judgement) : null
      },
    }))
  })
}
