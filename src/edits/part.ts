import { EMPTY_META } from '../model/empty-map.ts'
import type { Id } from '../model/ids.ts'
import type { Judgement } from '../model/records.ts'
import type { MapContent, Records, SystemMap } from '../model/system-map.ts'
import { pool } from '../reading/pool.ts'

/** The notes and areas of now: a version has none of its own. */
type Beside = Pick<SystemMap, 'notes' | 'areas'>

export interface MapPart extends MapContent, Beside {}

const NOTHING_BESIDE: Beside = { notes: new Map(), areas: new Map() }

/**
 * A part of a map as a map of its own: the elements of these ids and the ends of the ties among them; those ties, and all between the
 * elements; the organisations they are of, and what open perspectives said of them. Never a private perspective.
 * Beside them the notes and areas of these ids. One pass over the moment.
 */
export function partOf(moment: MapContent, ids: Iterable<Id>, beside: Beside = NOTHING_BESIDE): MapPart {
  const asked = new Set(ids)
  const inPool = pool(moment)
  const ties = only(inPool.ties, ({ id, from, to }) => asked.has(id) || (asked.has(from) && asked.has(to)))
  const wanted = new Set([...asked, ...[...ties.values()].flatMap(({ from, to }) => [from, to])])
  const elements = only(inPool.elements, ({ id }) => wanted.has(id))
  const homes = new Set([...elements.values()].map(({ organisation }) => organisation))
  const isIn = (subject: Id) => elements.has(subject) || ties.has(subject)
  const judgements = new Map<Id, Records<Judgement>>()
  for (const [perspective, said] of moment.judgements) {
    if (moment.perspectives.get(perspective)?.private !== false) continue
    const own = new Map([...said].filter(([subject]) => isIn(subject)))
    if (own.size > 0) judgements.set(perspective, own)
  }
  return {
    meta: EMPTY_META,
    organisations: only(moment.organisations, ({ id }) => homes.has(id)),
    elements,
    outcomeReadings: only(moment.outcomeReadings, ({ element }) => elements.has(element)),
    relationships: ties,
    positions: new Map([...moment.positions].filter(([id]) => elements.has(id))),
    perspectives: only(moment.perspectives, ({ id, type }) => judgements.has(id) || type === 'shared'),
    judgements,
    notes: only(beside.notes, ({ id }) => asked.has(id)),
    areas: only(beside.areas, ({ id }) => asked.has(id)),
  }
}

function only<T>(records: Records<T>, keeps: (record: T) => boolean): Records<T> {
  return new Map([...records].filter(([, record]) => keeps(record)))
}
