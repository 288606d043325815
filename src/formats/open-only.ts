import type { Id } from '../model/ids.ts'
import type { Records, SystemMap } from '../model/system-map.ts'
import type { WriteOptions } from './format.ts'

/** The map without what stays on this laptop, unless the person ticked it. */
export function openOnly(map: SystemMap, { includePrivate }: Pick<WriteOptions, 'includePrivate'>): SystemMap {
  if (includePrivate) return map
  const isOpen = (id: Id) => map.perspectives.get(id)?.private === false
  return { ...map, perspectives: only(map.perspectives, isOpen), judgements: only(map.judgements, isOpen), reflections: only(map.reflections, (id) => map.reflections.get(id)?.private === false) }
}

function only<T>(records: Records<T>, keeps: (id: Id) => boolean): Records<T> {
  return [...records.keys()].every(keeps) ? records : new Map([...records].filter(([id]) => keeps(id)))
}

/** When a file is written, where that is known. */
export function writtenAt({ savedAt }: Pick<WriteOptions, 'savedAt'>): Date | undefined {
  const at = new Date(savedAt)
  return Number.isNaN(at.getTime()) ? undefined : at
}
