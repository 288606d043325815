import type { Id } from '../model/ids.ts'
import type { MapContent, Records, SystemMap, WholeMap } from '../model/system-map.ts'
import type { WriteOptions } from './format.ts'

/** A map, or what a version froze of one, without what stays on this laptop, unless the person ticked it. */
export function openOnly<M extends MapContent | SystemMap>(map: M, { includePrivate }: Pick<WriteOptions, 'includePrivate'>): M {
  if (includePrivate) return map
  const isOpen = (id: Id) => map.perspectives.get(id)?.private === false
  const reflections = 'reflections' in map ? { reflections: only(map.reflections, (id) => map.reflections.get(id)?.private === false) } : {}
  return { ...map, perspectives: only(map.perspectives, isOpen), judgements: only(map.judgements, isOpen), ...reflections }
}

/** The same of a map with what its versions froze. */
export function wholeOpenOnly({ map, contents }: WholeMap, options: Pick<WriteOptions, 'includePrivate'>): WholeMap {
  return { map: openOnly(map, options), contents: new Map([...contents].map(([key, content]) => [key, openOnly(content, options)])) }
}

function only<T>(records: Records<T>, keeps: (id: Id) => boolean): Records<T> {
  return [...records.keys()].every(keeps) ? records : new Map([...records].filter(([id]) => keeps(id)))
}

/** When a file is written, where that is known. */
export function writtenAt({ savedAt }: Pick<WriteOptions, 'savedAt'>): Date | undefined {
  const at = new Date(savedAt)
  return Number.isNaN(at.getTime()) ? undefined : at
}
