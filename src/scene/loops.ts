import { byId, type Id } from '../model/ids.ts'
import type { Point, Relationship } from '../model/records.ts'
import { smoothed } from './curves.ts'
import type { Placed } from './routes.ts'
import type { Curve } from './scene.ts'

/** Where the loop of an element's tie to itself stands: round which corner, and how many loops there lie inside it. */
export interface Loop {
  readonly corner: Point
  readonly layer: number
}

/** Up and to the right first: the lower edge is where pips stand. */
const CORNERS: readonly Point[] = [[1, -1], [-1, -1], [1, 1], [-1, 1]]
/** How far from its corner a loop ends and begins, how far it reaches beyond it, and how much further each one round it. World units. */
const FOOT: Point = [26, 12]
const REACH = 30
const ROUND = 20

/** The loops of all ties of an element to itself: one to a corner, those first that the fewest other ties leave by. */
export function loopsOf(ties: ReadonlyMap<Id, Relationship>, cards: ReadonlyMap<Id, Placed>): ReadonlyMap<Id, Loop> {
  const loops = new Map<Id, Loop>()
  const own = new Map<Id, Id[]>()
  for (const tie of ties.values()) {
    if (tie.from !== tie.to || !cards.has(tie.from)) continue
    const others = own.get(tie.from)
    if (others) others.push(tie.id)
    else own.set(tie.from, [tie.id])
  }
  for (const [element, ids] of own) {
    const corners = freest(element, ties, cards)
    ids.sort(byId).forEach((id, i) => loops.set(id, { corner: corners[i % corners.length] as Point, layer: Math.floor(i / corners.length) }))
  }
  return loops
}

function freest(element: Id, ties: ReadonlyMap<Id, Relationship>, cards: ReadonlyMap<Id, Placed>): readonly Point[] {
  const [x, y] = (cards.get(element) as Placed).centre
  const counts = new Map(CORNERS.map((corner) => [corner, 0]))
  for (const { from, to } of ties.values()) {
    const other = cards.get(from === element ? to : from)
    if (from === to || (from !== element && to !== element) || !other) continue
    const [dx, dy] = [other.centre[0] - x, other.centre[1] - y]
    for (const corner of CORNERS) if (dx * corner[0] >= 0 && dy * corner[1] >= 0) counts.set(corner, (counts.get(corner) ?? 0) + 1)
  }
  return [...CORNERS].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
}

/** Where a loop wants to leave its card, along the edge beside its corner, and where to come back, along the one above or below; from the card's middle. */
export function feetOf({ size: [w, h] }: Placed, { corner: [sx, sy], layer }: Loop): readonly [from: Point, to: Point] {
  const [x, y] = [Math.min(FOOT[0] + layer * ROUND, w / 2 - 4), Math.min(FOOT[1] + layer * 4, h / 2)]
  return [[(sx * w) / 2, sy * (h / 2 - y)], [sx * (w / 2 - x), (sy * h) / 2]]
}

/** A loop round a corner of its card, which leaves it and comes back square to its edges. */
export function loopCurve(from: Point, to: Point, { centre: [x, y], size: [w, h] }: Placed, { corner: [sx, sy], layer }: Loop): Curve {
  const reach = REACH + layer * ROUND
  const [side, top] = [x + sx * (w / 2 + reach), y + sy * (h / 2 + reach)]
  return smoothed([from, [side, from[1]], [side, top], [to[0], top], to])
}
