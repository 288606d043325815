import type { Id } from '../model/ids.ts'
import type { ChangeRoute } from '../model/kinds.ts'
import type { Action, Perspective } from '../model/records.ts'
import type { MapContent, Records } from '../model/system-map.ts'
import { actionsOn } from '../reading/actions-on.ts'
import { blindSpots } from '../reading/blind-spots.ts'
import { pool } from '../reading/pool.ts'
import { spreadOf } from '../reading/spread.ts'

/** Ties that the voices see far apart. */
export function farApart(moment: MapContent, voices: readonly Perspective[]): readonly Id[] {
  const spread = spreadOf(moment, voices)
  return [...pool(moment).ties.keys()].filter((id) => spread.of(id)?.word === 'Far apart').sort()
}

/** Of these, those that nobody has in hand. */
export function withoutAction(ties: readonly Id[], actions: Records<Action>): readonly Id[] {
  const inHand = actionsOn(actions)
  return ties.filter((id) => !inHand.has(id))
}

/** Ties that are far apart, or blind for some voice, and that nobody has in hand. */
export function noOneHasThis(moment: MapContent, voices: readonly Perspective[], actions: Records<Action>): readonly Id[] {
  const { ties } = pool(moment)
  const blind = voices.flatMap(({ id }) => blindSpots(moment, id, voices).blind.filter((subject) => ties.has(subject)))
  return withoutAction([...new Set([...farApart(moment, voices), ...blind])].sort(), actions)
}

/** Fewer actions with a route than this say nothing of them all. */
const LEAST_ACTIONS = 3
const ONE_SIDED = 0.8

/** How many actions go each way, and the way that nearly all of them go, if there is one. */
export function changeRoutes(actions: Records<Action>): { readonly counts: ReadonlyMap<ChangeRoute, number>; readonly oneSided: ChangeRoute | null } {
  const counts = new Map<ChangeRoute, number>()
  for (const { change } of actions.values()) if (change !== null) counts.set(change, (counts.get(change) ?? 0) + 1)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return { counts, oneSided: most && all >= LEAST_ACTIONS && most[1] / all >= ONE_SIDED ? most[0] : null }
}
