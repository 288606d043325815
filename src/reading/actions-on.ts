import type { Id } from '../model/ids.ts'
import type { Action } from '../model/records.ts'
import type { Records } from '../model/system-map.ts'

const found = new WeakMap<Records<Action>, ReadonlyMap<Id, number>>()

/** How many actions have each subject in hand: those that touch it and are not stopped. The same table for the same actions. */
export function actionsOn(actions: Records<Action>): ReadonlyMap<Id, number> {
  let counts = found.get(actions)
  if (!counts) found.set(actions, (counts = counted(actions)))
  return counts
}

function counted(actions: Records<Action>): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>()
  for (const { status, touches } of actions.values()) if (status !== 'stopped') for (const id of touches) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
