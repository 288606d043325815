import type { Write } from './change.ts'
import { isObject } from './check.ts'
import { isId } from './ids.ts'
import { META_ID } from './empty-map.ts'
import { RECORD_TABLES } from './system-map.ts'

const records: ReadonlySet<unknown> = new Set(RECORD_TABLES)

/** Whether a write says where it goes, in a place that exists (rule 3). What it writes is checked by the field it goes to. */
export function hasPlace(write: Write): boolean {
  const given: unknown = write
  if (!isObject(given)) return false
  const { at, id } = given
  if (Object.hasOwn(given, 'make')) return records.has(at) && isId(id) && isObject(given['make'])
  if (Object.hasOwn(given, 'remove')) return records.has(at) && isId(id)
  if (typeof given['field'] !== 'string' || given['to'] === undefined) return false
  if (at === 'judgements') return isJudgementId(id)
  return at === 'meta' ? id === META_ID : (at === 'positions' || records.has(at)) && isId(id)
}

function isJudgementId(id: unknown): boolean {
  if (typeof id !== 'string') return false
  const colon = id.indexOf(':')
  return colon > 0 && isId(id.slice(0, colon)) && isId(id.slice(colon + 1))
}
