import { boxOf } from '../boxes/boxes.ts'
import { place, type MapChange, type Write } from '../model/change.ts'
import type { Id } from '../model/ids.ts'
import type { Point, Size } from '../model/records.ts'
import type { MapContent } from '../model/system-map.ts'

/** Room between a card that gives way and what it gives way to, and the steps of looking for it. World units. */
const CLEAR = 6
const STEP = 8

interface Card {
  readonly id: Id
  readonly at: Point
  readonly size: Size
}

/**
 * Puts everything where a layout has it. The map may have changed since the layout was worked out on another state of it: what was
 * removed or pinned meanwhile stays as it is, and a card gives way, no further than it must, where something now stands that did not.
 */
export function keepLayout(map: MapContent, positions: ReadonlyMap<Id, Point>, on: MapContent): MapChange {
  const moving = [...positions].filter(([id]) => {
    const element = map.elements.get(id)
    return element && !(element.pinned && map.positions.has(id))
  })
  const isMoving = new Set(moving.map(([id]) => id))
  const cardOf = (id: Id, at: Point): Card[] => {
    const element = map.elements.get(id)
    if (!element) return []
    const { width, height } = boxOf(element)
    return [{ id, at, size: [width, height] }]
  }
  const standing = [...map.positions].filter(([id]) => !isMoving.has(id)).flatMap(([id, at]) => cardOf(id, at))
  const arrived = standing.filter(({ id, at }) => on.positions.get(id)?.join() !== at.join() || positions.has(id))
  const cards = [...standing, ...moving.flatMap(([id, at]) => cardOf(id, at))]
  const writes: Write[] = []
  for (const [id, wanted] of moving) {
    const [own] = cardOf(id, wanted)
    const to = own && arrived.some((other) => doOverlap(own, other, 0)) ? nearestFree(own, cards) : wanted
    const at = map.positions.get(id)
    if (!own || (at && at[0] === to[0] && at[1] === to[1])) continue
    writes.push(place(id, to[0], to[1]))
    if (to !== wanted) cards[cards.findIndex((card) => card.id === id)] = { ...own, at: to }
  }
  return { writes }
}

function doOverlap(a: Card, b: Card, clear: number): boolean {
  return Math.abs(a.at[0] - b.at[0]) < (a.size[0] + b.size[0]) / 2 + clear && Math.abs(a.at[1] - b.at[1]) < (a.size[1] + b.size[1]) / 2 + clear
}

function nearestFree(own: Card, cards: readonly Card[]): Point {
  const others = cards.filter((card) => card.id !== own.id)
  for (let ring = 1; ; ring++) {
    const tries: Point[] = []
    for (let along = -ring; along <= ring; along++) tries.push([along, -ring], [along, ring], [-ring, along], [ring, along])
    tries.sort((a, b) => Math.hypot(...a) - Math.hypot(...b) || a[0] - b[0] || a[1] - b[1])
    for (const [dx, dy] of tries) {
      const at: Point = [own.at[0] + dx * STEP, own.at[1] + dy * STEP]
      if (!others.some((other) => doOverlap({ ...own, at }, other, CLEAR))) return at
    }
  }
}
