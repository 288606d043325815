import type { MapChange } from '../../model/change.ts'
import type { SystemMap } from '../../model/system-map.ts'
import { arriveElements } from './arrivals.ts'
import { arriveTies } from './arrive-ties.ts'
import { arriveBeside } from './arrive-beside.ts'
import { arriveViews, type Turned } from './arrive-views.ts'
import { inGatherOrder, type GatherFile } from './gather-file.ts'
import { fileKey, type Decisions } from './match.ts'
import { comes, type GatherPlan } from './plan.ts'

/**
 * Gathers files into a map, in one change, as planned and decided: each becomes a perspective, and its actions and the room's reflections come along. What the map holds stays: its names, its positions,
 * its shared picture. A match that nobody has decided is two things.
 */
export function gathered(receiver: SystemMap, given: readonly GatherFile[], plan: GatherPlan, decisions: Decisions): MapChange {
  const files = comes(plan.files, inGatherOrder(given))
  const arrived = arriveElements(receiver, files, plan.links, decisions)
  const { writes, ties } = arriveTies(receiver, files, arrived)
  const turned: Turned = {
    subject: (file, id) => arrived.elements.get(fileKey(file.key, id)) ?? ties.get(fileKey(file.key, id)),
    organisation: (file, id) => (id === null ? null : (arrived.organisations.get(file.key)?.get(id) ?? null)),
  }
  return { writes: [...arrived.writes, ...writes, ...arriveViews(receiver, files, turned), ...arriveBeside(receiver, files, turned)] }
}
