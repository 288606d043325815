import { make, NO_CHANGE, type New } from '../model/change.ts'
import type { Id, Random } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { freshId, type Made } from './making.ts'

/** A reflection, dated today. Whether it is private is decided by `isPrivateTo` or said outright. */
export function addReflection(map: SystemMap, fields: New<'reflections'>, today: string, random: Random): Made {
  const id = freshId(map, random)
  const words = (fields.words ?? '').trim()
  return { id, change: words === '' ? NO_CHANGE : { writes: [make('reflections', id, { date: today, ...fields, words })] } }
}

/** The room's while a shared, organisation or table perspective is chosen; private in *My own view*. */
export function isPrivateTo(map: SystemMap, perspective: Id | null): boolean {
  return perspective !== null && map.perspectives.get(perspective)?.private === true
}
