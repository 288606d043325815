import type { Id } from '../../model/ids.ts'
import type { Facts } from '../../model/records.ts'
import { sharedOf, type MapContent, type SystemMap } from '../../model/system-map.ts'
import { asked, median, sortOf, strengthWithZero } from '../../reading/answer.ts'
import { pool } from '../../reading/pool.ts'
import { resolve } from '../../reading/resolve.ts'
import { voicesOf } from '../../reading/voices.ts'
import { inSentence, scaleOf } from '../../words/ratings.ts'

/** Fewer voices than this, and a count would tell who said what. */
export const FEWEST_COUNTED = 3

export function mayCount(moment: MapContent): boolean {
  return voicesOf(moment).length >= FEWEST_COUNTED
}

/** A moment with its shared picture and no other view. */
export function sharedAlone<M extends MapContent>(moment: M): M {
  const shared = sharedOf(moment)
  const said = moment.judgements.get(shared.id)
  return { ...moment, meta: { ...moment.meta, table: null }, perspectives: new Map([[shared.id, shared]]), judgements: new Map(said ? [[shared.id, said]] : []) }
}

/** A map’s scenes without the views that left. */
export function scenesOfShared(map: SystemMap): SystemMap['scenes'] {
  const shared = sharedOf(map).id
  return new Map([...map.scenes].map(([id, scene]) => [id, { ...scene, reading: { ...scene.reading, perspective: shared }, compare: scene.compare && { ...scene.compare, perspective: shared } }]))
}

/**
 * The shared picture alone, and on each thing, as facts, what the voices said together: how many answered, how many of them yes, and the
 * lowest, middle and highest of each rating. Nothing is counted that fewer than three gave.
 */
export function counted<M extends MapContent>(moment: M): M {
  const alone = sharedAlone(moment)
  if (!mayCount(moment)) return alone
  const { elements, ties } = pool(moment)
  return { ...alone, elements: withFacts(alone.elements, elements, moment), relationships: withFacts(alone.relationships, ties, moment) }
}

function withFacts<T extends { readonly id: Id; readonly facts: Facts }>(records: ReadonlyMap<Id, T>, here: ReadonlyMap<Id, unknown>, moment: MapContent): ReadonlyMap<Id, T> {
  return new Map([...records].map(([id, record]) => [id, here.has(id) ? { ...record, facts: new Map([...record.facts, ...factsOf(moment, id)]) } : record]))
}

function* factsOf(moment: MapContent, subject: Id): Generator<readonly [string, number]> {
  const answers = voicesOf(moment).map(({ id }) => resolve(moment, id).of(subject)).filter(({ state }) => state !== 'silent')
  if (answers.length < FEWEST_COUNTED) return
  yield ['Voices who answered', answers.length]
  yield ['Voices who said yes', answers.filter(({ state }) => state === 'yes').length]
  const record = moment.elements.get(subject) ?? moment.relationships.get(subject)
  for (const rating of record ? asked(sortOf(record)) : []) {
    const values = answers.flatMap((answer) => (rating === 'strength' ? strengthWithZero(answer) : answer[rating]) ?? [])
    if (values.length < FEWEST_COUNTED) continue
    const scale = inSentence(scaleOf(rating).title)
    yield [`Voices on ${scale}, lowest`, Math.min(...values)]
    yield [`Voices on ${scale}, middle`, median(values)]
    yield [`Voices on ${scale}, highest`, Math.max(...values)]
  }
}
