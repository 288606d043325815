import { sharedOf, type SystemMap } from '../model/system-map.ts'
import type { Id } from '../model/ids.ts'
import type { Perspective } from '../model/records.ts'
import { listed } from '../model/system-map.ts'
import type { Making } from '../edits/making.ts'
import { tableOf } from '../edits/tables.ts'
import type { CommandContext } from './command.ts'

/** The selected elements that are on the map now, in the order they were chosen. */
export function chosenElements(c: CommandContext): readonly Id[] {
  return c.session.selection.filter((id) => c.map?.elements.has(id))
}

export function chosenTies(c: CommandContext): readonly Id[] {
  return c.session.selection.filter((id) => c.map?.relationships.has(id))
}

/** The selected notes and areas. */
export function chosenBeside(c: CommandContext): readonly Id[] {
  return c.session.selection.filter((id) => c.map?.notes.has(id) || c.map?.areas.has(id))
}

/** The selected actions or reflections, as the table's rows are. */
export function chosenIn(c: CommandContext, table: 'actions' | 'reflections'): readonly Id[] {
  return c.session.selection.filter((id) => c.map?.[table].has(id))
}

/** Whose view is written: the perspective on screen, and the shared picture where that one cannot be written to; at a table its own instead of that. */
export function writingPerspective(map: SystemMap, perspective: Id): Perspective {
  const chosen = map.perspectives.get(perspective) ?? sharedOf(map)
  return chosen.type === 'shared' ? (tableOf(map) ?? chosen) : chosen
}

export function making(c: CommandContext, map: SystemMap): Making {
  return { now: c.now(), random: c.random, perspective: writingPerspective(map, c.session.reading.perspective).id }
}

/** Perspectives as the reading offers them: the shared picture, then the others in their order. */
export function perspectivesInOrder(map: SystemMap): readonly Perspective[] {
  const shared = sharedOf(map)
  return [shared, ...listed(map.perspectives).filter((perspective) => perspective !== shared)]
}

/** A perspective as it stands in the sentence "seen by …". */
export function seenBy(perspective: Perspective): string {
  return perspective.type === 'shared' ? 'the shared picture' : perspective.name
}
