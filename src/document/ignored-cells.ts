import { judgementWith, pointFrom } from '../model/apply.ts'
import { checked, isFact, isObject } from '../model/check.ts'
import { FIELDS, META_FIELDS, type Field } from '../model/fields.ts'
import { isId } from '../model/ids.ts'
import { fieldPath } from '../model/project.ts'
import type { Json } from '../model/json.ts'
import { META_ID } from '../model/empty-map.ts'
import type { CellDocument } from './cell-document.ts'
import { cellKey, readCell, readKey, ROOTS, type Root } from './cells.ts'

/** A cell that a merge or a stranger left behind and the projection passes over. */
export interface IgnoredCell {
  readonly root: Root
  readonly key: string
  readonly why: 'no base' | 'no such field' | 'no valid value'
}

/** What the projection of a document passes over. Cost: every cell. */
export function ignoredCells(document: CellDocument): IgnoredCell[] {
  return ROOTS.flatMap((root) => document.cells.keys(root).flatMap((key) => {
    const why = reason(document, root, key)
    return why === undefined ? [] : [{ root, key, why }]
  }))
}

function reason(document: CellDocument, root: Root, key: string): IgnoredCell['why'] | undefined {
  const value = readCell(document.cells.get(root, key))
  const { id, field } = readKey(key)
  if (root === 'positions') return isId(key) && value !== undefined && pointFrom(value) ? undefined : 'no valid value'
  if (root === 'meta') return id === META_ID && field !== null ? fieldReason(META_FIELDS, field, value) : 'no such field'
  if (root === 'judgements') return value !== undefined && judgementWith(undefined, field ?? '', value) ? undefined : 'no valid value'
  if (field === null) return isId(id) && isObject(value) ? undefined : 'no valid value'
  return document.cells.has(root, id) ? fieldReason(FIELDS[root] as readonly Field[], field, value) : 'no base'
}

function fieldReason(fields: readonly Field[], path: string, value: Json | undefined): IgnoredCell['why'] | undefined {
  const target = fieldPath(fields, path)
  if (!target) return 'no such field'
  if (value === null) return undefined
  if (value === undefined) return 'no valid value'
  if (target.member === undefined) return checked(target.field, value) === undefined ? 'no valid value' : undefined
  // One member stands in its cell as its name and its value, as a set of one would hold it.
  const member = Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && cellKey('', `${path.split(':')[0]}:${value[0]}`) === `.${path}` ? (value[1] as Json) : undefined
  const fits = target.field.type.is === 'facts' ? isFact(member) : typeof member === 'number'
  return fits ? undefined : 'no valid value'
}
