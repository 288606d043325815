import type { Id } from '../model/ids.ts'
import { listed, type SystemMap } from '../model/system-map.ts'
import { pool } from '../reading/pool.ts'
import { nameOf } from './tie-sentence.ts'

/** What a field can point at, by id and name. */
export type Choices = readonly (readonly [Id, string])[]

/** What a list of choices is of. */
export type ChoicesOf = 'elements' | 'outcomes' | 'subjects' | 'organisations'

const byName = new Intl.Collator('en-GB').compare
const found = new WeakMap<object, Map<ChoicesOf, Choices>>()

/**
 * By name; organisations in their own order. Hidden ties are none. The same list until an element, a tie or an organisation changes: a form
 * asks at every letter, and sorting the names of a large map takes longer than a letter.
 */
export function choicesOf(map: SystemMap, of: ChoicesOf): Choices {
  const key = of === 'organisations' ? map.organisations : pool(map)
  let known = found.get(key)
  if (!known) found.set(key, (known = new Map()))
  let choices = known.get(of)
  if (!choices) known.set(of, (choices = listOf(map, of)))
  return choices
}

function listOf(map: SystemMap, of: ChoicesOf): Choices {
  if (of === 'organisations') return listed(map.organisations).map(({ id, name }) => [id, name] as const)
  const { elements, ties } = pool(map)
  const sorted = (ids: Iterable<Id>): Choices => [...ids].map((id) => [id, nameOf(map, id)] as const).sort((a, b) => byName(a[1], b[1]))
  if (of === 'outcomes') return sorted([...elements.values()].filter(({ kind }) => kind === 'outcome').map(({ id }) => id))
  return of === 'elements' ? sorted(elements.keys()) : [...sorted(elements.keys()), ...sorted(ties.keys())]
}
