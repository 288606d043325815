import type { Id } from '../../model/ids.ts'
import type { Slot } from '../../model/kinds.ts'
import type { MapContent } from '../../model/system-map.ts'

/** The slot whose glyph stands for a perspective: its organisation's; none for the shared picture and the like. */
export function slotOfPerspective(moment: MapContent, perspective: Id): Slot | null {
  const organisation = moment.perspectives.get(perspective)?.organisation
  return organisation ? slotOfOrganisation(moment, organisation) : null
}

export function slotOfOrganisation(moment: MapContent, organisation: Id | null): Slot | null {
  return (organisation !== null && moment.organisations.get(organisation)?.slot) || null
}
