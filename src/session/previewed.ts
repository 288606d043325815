import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import type { LayoutPreview } from './session.ts'

interface Laid {
  readonly elements: MapContent['elements']
  readonly preview: LayoutPreview
  readonly places: ReadonlyMap<Id, Point>
}

const laidOver = new WeakMap<MapContent['positions'], Laid>()

/**
 * Where everything of the map stands on screen: a layout that is only shown laid over its own places. What was pinned or removed
 * while it is shown stays as the map has it, as it will when the layout is kept. The same table while map and preview are the same.
 */
export function shownPlaces({ elements, positions }: MapContent, preview: LayoutPreview | null): ReadonlyMap<Id, Point> {
  if (!preview || preview.positions.size === 0) return positions
  const known = laidOver.get(positions)
  if (known?.elements === elements && known.preview === preview) return known.places
  const places = new Map(positions)
  for (const [id, at] of preview.positions) {
    const element = elements.get(id)
    if (element && !(element.pinned && positions.has(id))) places.set(id, at)
  }
  laidOver.set(positions, { elements, preview, places })
  return places
}

const shown = new WeakMap<MapContent, MapContent>()

/** The map as it stands on screen: itself, but for where things are. The same object while map and preview are the same. */
export function shownMap(map: MapContent, preview: LayoutPreview | null): MapContent {
  const positions = shownPlaces(map, preview)
  if (positions === map.positions) return map
  let as = shown.get(map)
  if (as?.positions !== positions) shown.set(map, (as = { ...map, positions }))
  return as
}
