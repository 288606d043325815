import { checked } from './check.ts'
import { fieldIn, JUDGEMENT_FIELDS } from './fields.ts'
import type { Json } from './json.ts'
import { isSame } from './project.ts'
import type { Judgement, Point } from './records.ts'

/** A position from its cell: null where none, undefined where the value is no pair of numbers. */
export function pointFrom(value: Json): Point | null | undefined {
  if (value === null) return null
  if (!Array.isArray(value) || value.length !== 2 || !value.every((n) => typeof n === 'number' && Number.isSafeInteger(Math.round(n)))) return undefined
  // Adding 0 makes -0 the 0 it is.
  return [Math.round(value[0] as number) + 0, Math.round(value[1] as number) + 0]
}

/** A judgement with one field written or (null) taken back; undefined when nothing is left in it. */
export function judgementWith(before: Judgement | undefined, name: string, to: Json): Judgement | undefined {
  const field = fieldIn(JUDGEMENT_FIELDS, name)
  if (!field) return before
  // No kept keys are nothing kept, not something said.
  const value = checked(field, field.type.is === 'extra' && to === '' ? null : to)
  if (value === undefined || isSame((before as Record<string, unknown> | undefined)?.[name] ?? null, value)) return before
  const { [name]: _, ...rest } = (before ?? {}) as Record<string, unknown>
  const after = value === null ? rest : { ...rest, [name]: value }
  return Object.keys(after).length ? (after as Judgement) : undefined
}
