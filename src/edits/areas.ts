import { make, NO_CHANGE, set, type MapChange } from '../model/change.ts'
import type { Id, Random } from '../model/ids.ts'
import type { Area, Point, Size } from '../model/records.ts'
import { listed, type SystemMap } from '../model/system-map.ts'
import { elementsIn } from '../reading/elements-in.ts'
import { freshId, tidy, type Made } from './making.ts'
import { boxAround, boxOfArea, standingMiddle, type Box } from './standing-box.ts'

/** World units. */
export const NEW_AREA: Size = [480, 320]
/** Smaller than this an area cannot be taken hold of. */
export const LEAST_AREA = 48
/** Room between what an area is drawn round and its edge; above, its title stands too. */
const ROOM = 28
const TITLE_ROOM = 48

/** An area about a point. */
export function addArea(map: SystemMap, middle: Point, title: string, random: Random, [width, height]: Size = NEW_AREA): Made {
  const id = freshId(map, random)
  const position: Point = [Math.round(middle[0] - width / 2), Math.round(middle[1] - height / 2)]
  return { id, change: { writes: [make('areas', id, { title: tidy(title), position, size: [width, height] })] } }
}

/** An area round these. The elements in it are pinned: settling leaves them where the area says they are. */
export function areaAround(map: SystemMap, ids: readonly Id[], random: Random): Made {
  const id = freshId(map, random)
  const box = boxAround(map, ids)
  if (!box) return { id, change: NO_CHANGE }
  const [left, top] = [Math.floor(box.x - ROOM), Math.floor(box.y - TITLE_ROOM)]
  const [right, bottom] = [Math.ceil(box.x + box.width + ROOM), Math.ceil(box.y + box.height + ROOM)]
  const area = make('areas', id, { position: [left, top], size: [right - left, bottom - top] })
  const pins = ids.flatMap((one) => (map.elements.get(one)?.pinned === false && map.positions.has(one) ? [set('elements', one, 'pinned', true)] : []))
  return { id, change: { writes: [area, ...pins] } }
}

/** What lies in an area: elements and notes by their middles, and areas that are in it whole. */
export function lyingIn(map: SystemMap, area: Area): readonly Id[] {
  const box = boxOfArea(area)
  const holds = (point: Point | null) => point !== null && point[0] >= box.x && point[0] <= box.x + box.width && point[1] >= box.y && point[1] <= box.y + box.height
  return [
    ...elementsIn(map, area),
    ...listed(map.notes).flatMap(({ id }) => (holds(standingMiddle(map, id)) ? [id] : [])),
    ...listed(map.areas).flatMap((other) => (other.id !== area.id && isWithin(boxOfArea(other), box) && !isSameBox(boxOfArea(other), box) ? [other.id] : [])),
  ]
}

/** These, and with each area what lies in it: what moves when they do. */
export function carried(map: SystemMap, ids: Iterable<Id>): ReadonlySet<Id> {
  const chosen = new Set(ids)
  const all = new Set(chosen)
  for (const id of chosen) {
    const area = map.areas.get(id)
    if (area) for (const inner of lyingIn(map, area)) all.add(inner)
  }
  return all
}

function isWithin(inner: Box, outer: Box): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height
}

/** Of two areas that cover each other neither lies in the other. */
function isSameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

/** Another size, or another corner with it: what lies in an area stays where it is. Whole numbers, and never too small to take hold of. */
export function resizeArea(map: SystemMap, id: Id, to: Partial<Box>): MapChange {
  const area = map.areas.get(id)
  if (!area) return NO_CHANGE
  const before = boxOfArea(area)
  const position = [Math.round(to.x ?? before.x), Math.round(to.y ?? before.y)]
  const size = [Math.max(LEAST_AREA, Math.round(to.width ?? before.width)), Math.max(LEAST_AREA, Math.round(to.height ?? before.height))]
  return {
    writes: [
      ...(position[0] === area.position[0] && position[1] === area.position[1] ? [] : [set('areas', id, 'position', position)]),
      ...(size[0] === area.size[0] && size[1] === area.size[1] ? [] : [set('areas', id, 'size', size)]),
    ],
  }
}
