import { make, NO_CHANGE, place, type MapChange, type New, type Write } from '../model/change.ts'
import type { Id, Random } from '../model/ids.ts'
import type { ElementKind } from '../model/kinds.ts'
import type { Point } from '../model/records.ts'
import { nextOrder, type SystemMap } from '../model/system-map.ts'
import { freshId, moment, sayYes, tidy, type Made, type Making } from './making.ts'
import { placer } from './placement.ts'

/** What an element is when nobody says: a team; among the partners an organisation, among the residents people. */
export function usualElementKind(map: SystemMap, organisation: Id | null): ElementKind {
  const slot = organisation === null ? undefined : map.organisations.get(organisation)?.slot
  return slot === 'people' ? 'people' : slot === 'partner' ? 'organisation' : 'team'
}

/**
 * A new element in its organisation's territory; nothing else moves. `near` is the other end of its first tie, or the
 * point it was dropped at. A name of nothing but spaces changes nothing.
 */
export function addElement(map: SystemMap, fields: New<'elements'>, making: Making, near?: Id | Point): Made {
  const id = freshId(map, making.random)
  const name = tidy(fields.name ?? '')
  if (name === '') return { id, change: NO_CHANGE }
  const organisation = fields.organisation ?? null
  const kind = fields.kind ?? usualElementKind(map, organisation)
  const [x, y] = placer(map).place({ name, kind, organisation }, near)
  return { id, change: { writes: [...elementWrites(map, id, { ...fields, name, kind }, making), place(id, x, y)] } }
}

/** The writes that make an element and say yes to it, its place apart. */
export function elementWrites(map: SystemMap, id: Id, fields: New<'elements'>, making: Making): readonly Write[] {
  return [make('elements', id, { added: moment(making.now), ...fields }), ...sayYes(map, making.perspective, id)]
}

/** Another dated value of an outcome's measure, after the ones it has. */
export function addOutcomeReading(map: SystemMap, element: Id, fields: New<'outcomeReadings'>, random: Random): Made {
  const id = freshId(map, random)
  if (!map.elements.has(element)) return { id, change: NO_CHANGE }
  return { id, change: { writes: [make('outcomeReadings', id, { ...fields, element, order: nextOrder(map.outcomeReadings) })] } }
}

/** Puts this element in the middle; null: the first one of kind people. */
export function putInMiddle(map: SystemMap, element: Id | null): MapChange {
  if (element !== null && !map.elements.has(element)) return NO_CHANGE
  return { writes: [{ at: 'meta', id: 'map', field: 'centre', to: element }] }
}
