import { boxOf } from '../boxes/boxes.ts'
import type { MapElement, Point, Size } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'
import { Occupied } from './occupied.ts'

/** A card of a block, where it stands now. */
export interface BlockCard {
  readonly at: Point
  readonly size: Size
}

/** Rings of the search for a place: each a step further out than the last, and this much wider, so that a large map is left behind soon. World units. */
const STEP = 12
const GROWTH = 1.04
const TURNS = 32

/** How far to shift a block of cards, from `towards` on, so that each has its room among those that stand. Nothing else moves. */
export function freeShift(moment: MapContent, cards: readonly BlockCard[], towards: Point): Point {
  const occupied = new Occupied()
  for (const element of moment.elements.values()) {
    const at = moment.positions.get(element.id)
    if (at) occupied.add(at, sizeOf(element))
  }
  const isFree = (dx: number, dy: number) => cards.every(({ at: [x, y], size: [width, height] }) => occupied.isFree(x + dx, y + dy, width, height))
  for (let radius = 0; ; radius = radius * GROWTH + STEP) {
    // Down and to the right first: where a copy is looked for.
    for (let turn = 0; turn < (radius === 0 ? 1 : TURNS); turn++) {
      const angle = Math.PI / 4 + ((turn % 2 ? 1 : -1) * Math.ceil(turn / 2) * 2 * Math.PI) / TURNS
      const [dx, dy] = [Math.round(towards[0] + radius * Math.cos(angle)), Math.round(towards[1] + radius * Math.sin(angle))]
      if (isFree(dx, dy)) return [dx, dy]
    }
  }
}

export function sizeOf(element: MapElement): Size {
  const { width, height } = boxOf(element)
  return [width, height]
}
