import { boxOf } from '../boxes/boxes.ts'
import type { Id } from '../model/ids.ts'
import type { MapElement, Point, Size } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { Occupied } from './occupied.ts'
import { standingBox, type Box } from './standing-box.ts'

/** A card of a block, where it stands now. */
export interface BlockCard {
  readonly at: Point
  readonly size: Size
  /** It lies behind the others, and keeps clear of areas too: in one, it would be taken for a part of it. */
  readonly isArea?: boolean
}

/** Rings of the search for a place: each a step further out than the last, and this much wider, so that a large map is left behind soon. World units. */
const STEP = 12
const GROWTH = 1.04
const TURNS = 32
/** Between an area and what stands beside it. World units. */
const GAP = 24

/** How far to shift a block of cards, from `towards` on, so that each has its room among those that stand. Nothing else moves. */
export function freeShift(map: SystemMap, cards: readonly BlockCard[], towards: Point): Point {
  const standing = boxesOf(map, [...map.elements.keys(), ...map.notes.keys()])
  const occupied = new Occupied()
  for (const { x, y, width, height } of standing) occupied.add([x + width / 2, y + height / 2], [width, height])
  // An area may be larger than all the rest: it is held against each box, and not against a grid of cells.
  const kept = cards.some(({ isArea }) => isArea) ? [...standing, ...boxesOf(map, map.areas.keys())] : []
  const isFree = (dx: number, dy: number) =>
    cards.every(({ at: [x, y], size: [width, height], isArea = false }) =>
      isArea ? !kept.some((box) => meets(box, { x: x + dx - width / 2, y: y + dy - height / 2, width, height })) : occupied.isFree(x + dx, y + dy, width, height),
    )
  for (let radius = 0; ; radius = radius * GROWTH + STEP) {
    // Down and to the right first: where a copy is looked for.
    for (let turn = 0; turn < (radius === 0 ? 1 : TURNS); turn++) {
      const angle = Math.PI / 4 + ((turn % 2 ? 1 : -1) * Math.ceil(turn / 2) * 2 * Math.PI) / TURNS
      const [dx, dy] = [Math.round(towards[0] + radius * Math.cos(angle)), Math.round(towards[1] + radius * Math.sin(angle))]
      if (isFree(dx, dy)) return [dx, dy]
    }
  }
}

function boxesOf(map: SystemMap, ids: Iterable<Id>): readonly Box[] {
  return [...ids].flatMap((id) => standingBox(map, id) ?? [])
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + GAP && b.x < a.x + a.width + GAP && a.y < b.y + b.height + GAP && b.y < a.y + a.height + GAP
}

export function sizeOf(element: MapElement): Size {
  const { width, height } = boxOf(element)
  return [width, height]
}
