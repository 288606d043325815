import type { Id } from '../model/ids.ts'
import type { Area } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'

/** The elements whose middles lie in an area, its edge included. */
export function elementsIn(moment: MapContent, { position: [x, y], size: [width, height] }: Area): readonly Id[] {
  return [...moment.elements.keys()].filter((id) => {
    const at = moment.positions.get(id)
    return at !== undefined && at[0] >= x && at[0] <= x + Math.max(1, width) && at[1] >= y && at[1] <= y + Math.max(1, height)
  })
}
