import type { MapMeta } from '../../model/records.ts'
import { listed, type MapContent } from '../../model/system-map.ts'
import type { Writable } from './json-text.ts'
import { jsonText } from './json-text.ts'
import { withKept } from './kept-keys.ts'
import { element, inOrder, perspective, record, sorted } from './write-records.ts'

type Entry = readonly [string, Writable]

function metaOf(meta: MapMeta): Writable {
  const { mapId: id, title, question, place, centre, illustrative, settled, table } = meta
  const entries: Entry[] = [['id', id], ['title', title], ['question', question], ['place', place], ['centre', centre], ['illustrative', illustrative]]
  // So that a map just opened is as settled as it was when it was saved.
  if (settled !== '') entries.push(['settled', settled])
  if (table !== null) entries.push(['table', table])
  return withKept(entries, meta.extra)
}

/** The part of a file that now and every version have in common. */
export function contentEntries(content: MapContent, includePrivate: boolean): Entry[] {
  const readings = inOrder(content.outcomeReadings, (reading) => reading.element)
  const perspectives = listed(content.perspectives).filter((one) => includePrivate || !one.private)
  return [
    ['map', metaOf(content.meta)],
    ['organisations', listed(content.organisations).map((one) => record('organisations', one))],
    ['elements', listed(content.elements).map((one) => element(one, content, readings.get(one.id) ?? []))],
    ['relationships', sorted('relationships', content.relationships)],
    ['perspectives', perspectives.map((one) => perspective(one, content.judgements.get(one.id)))],
  ]
}

/** A frozen content as the file writes it. */
export function writtenContent(content: MapContent, includePrivate: boolean): Writable {
  return new Map(contentEntries(content, includePrivate))
}

/**
 * One text for one content: equal moments give equal texts. `contentKey` of it is the key under which it is kept. What a version does not
 * freeze (the lineage, the background, keys kept from the file around it) is not in it.
 */
export function canonicalContent(content: MapContent): string {
  return jsonText(writtenContent(content, true))
}
