import { measured, boxOf } from '../boxes/boxes.ts'
import { middleOfNote, noteBox } from '../boxes/note-box.ts'
import type { Id } from '../model/ids.ts'
import type { ElementKind, Slot } from '../model/kinds.ts'
import type { MapElement, Point } from '../model/records.ts'
import type { SystemMap } from '../model/system-map.ts'
import { Occupied } from './occupied.ts'

export interface Placed {
  readonly name: string
  readonly kind: ElementKind
  readonly organisation: Id | null
  /** Given where a later one may be placed near it. */
  readonly id?: Id
}

/** Finds a place for one new element after another; what it placed counts as taken. Nothing that stands moves. */
export interface Placer {
  /** The centre of the element's box. `near` is the other end of its first tie, or the point it was dropped at. */
  place(element: Placed, near?: Id | Point): Point
}

/** Half of the frame that holds about 46 cards; both halves grow with the root of the count. `marks/VOCABULARY.md` §4. */
const HALF_WIDTH = 800
const HALF_HEIGHT = 410
const FRAME_HOLDS = 46
/** A map that has hardly begun is laid out as if it held this many, so that its first names stand close enough to be read from the back row. */
const BEGUN_WITH = 20

/** Where an organisation's first element goes, as shares of the half frame: slot 1 top left, and on clockwise. */
const QUARTERS: Readonly<Record<number, Point>> = {
  1: [-0.54, -0.46], 2: [0.54, -0.46], 3: [0.54, 0.46], 4: [-0.54, 0.46],
  5: [-0.66, 0], 6: [0.66, 0], 7: [0, 0.62], 8: [0, -0.62],
}
/** Partners stand on an outer ring, first where two territories meet. */
const RING: readonly Point[] = [[-0.84, 0], [0.84, 0], [0, 0.84], [-0.84, 0.8], [0.84, 0.8], [-0.84, -0.72], [0.84, -0.72], [0, -0.72]]
const RING_FROM = 0.74
const RESIDENTS_WITHIN = 0.55
const ORGANISATIONS_FROM = 0.2

/** Costs in world units, so that a place in the wrong land is taken only where the right one is this much further. */
const IN_ANOTHER_LAND = 400
const OUT_OF_LANE = 400
/** Of the half frame, what outcomes and factors have to themselves. */
const ROWS_ABOVE = 0.18
const ROWS_BELOW = 0.18
/** How much further a step up or down counts for outcomes and factors, which stand in rows. */
const ROW_WEIGHT = 4
/** The same for all else: lands are wide, as the frame is, and cards are wider than high. */
const LAND_WEIGHT = 1.7
/** How far a territory may grow at once beyond the cards it has. */
const GROWTH = 40

interface Land {
  left: number
  right: number
  top: number
  bottom: number
  count: number
  sumX: number
  sumY: number
}

interface Lane {
  readonly target: Point
  readonly key: string
  readonly rowWeight: number
  cost(x: number, y: number): number
}

/** `adding` is how many will be placed: the frame is that much larger from the first. Costs one pass over the elements. */
export function placer(map: SystemMap, adding = 1): Placer {
  const occupied = new Occupied()
  const lands = new Map<Id, Land>()
  const positions = new Map<Id, Point>()
  const everything: Land = emptyLand()
  /** A crowd's inner rings are full and stay full: the next one in the same land begins where the last one ended. */
  const reached = new Map<string, number>()

  const take = (element: Placed, at: Point, width: number, height: number) => {
    occupied.add(at, [width, height])
    grow(everything, at, width, height)
    if (element.organisation !== null && !isRow(element.kind) && element.kind !== 'people') {
      const land = lands.get(element.organisation) ?? emptyLand()
      lands.set(element.organisation, land)
      grow(land, at, width, height)
    }
  }
  for (const element of map.elements.values()) {
    const at = map.positions.get(element.id)
    if (!at) continue
    const { width, height } = boxOf(element)
    positions.set(element.id, at)
    take(element, at, width, height)
  }
  for (const note of map.notes.values()) {
    const { width, height } = noteBox(note)
    occupied.add(middleOfNote(note), [width, height])
  }
  const grown = Math.sqrt(Math.max(BEGUN_WITH, map.elements.size + adding) / FRAME_HOLDS)
  const [midX, midY] = frameMiddle(everything)
  const frame: Frame = { midX, midY, halfWidth: HALF_WIDTH * grown, halfHeight: HALF_HEIGHT * grown }
  const territories = new Territories(map, lands)

  return {
    place(element, near) {
      const { width, height } = measured(element.name, element.kind)
      const point = typeof near === 'string' ? positions.get(near) : near
      const lane = typeof near === 'object' ? dropped(near) : laneFor(element, map, frame, territories, point)
      const isFree = (x: number, y: number) => occupied.isFree(x, y, width, height)
      const start = near === undefined ? Math.max(0, (reached.get(lane.key) ?? 0) - width) : 0
      const { at, radius } = nearest(lane, isFree, start)
      if (near === undefined) reached.set(lane.key, radius)
      take(element, at, width, height)
      if (element.id !== undefined) positions.set(element.id, at)
      return at
    },
  }
}

interface Frame {
  readonly midX: number
  readonly midY: number
  readonly halfWidth: number
  readonly halfHeight: number
}

function dropped(at: Point): Lane {
  return { target: at, key: 'dropped', rowWeight: 1, cost: () => 0 }
}

function laneFor(element: Placed, map: SystemMap, frame: Frame, territories: Territories, near: Point | undefined): Lane {
  const { midX, midY, halfWidth, halfHeight } = frame
  const towards = (point: Point): Point => near ?? point
  const shareOf = (x: number, y: number) => Math.max(Math.abs(x - midX) / halfWidth, (0.98 * Math.abs(y - midY)) / halfHeight)
  const inLand = (x: number, y: number, own: Id | null) => (territories.isIn(x, y, own) ? IN_ANOTHER_LAND : 0)
  if (element.kind === 'outcome' || element.kind === 'factor') {
    const y = element.kind === 'outcome' ? midY - halfHeight + 24 : midY + halfHeight - 24
    return { target: [near?.[0] ?? midX, y], key: element.kind, rowWeight: ROW_WEIGHT, cost: () => 0 }
  }
  const slot: Slot | undefined = element.organisation === null ? undefined : map.organisations.get(element.organisation)?.slot
  const rowCost = (y: number) => (y < midY - halfHeight * (1 - ROWS_ABOVE) || y > midY + halfHeight * (1 - ROWS_BELOW) ? OUT_OF_LANE : 0)
  if (element.kind === 'people' || slot === 'people' || slot === 'shared' || slot === undefined) {
    return {
      target: towards([midX, midY]), key: 'middle', rowWeight: LAND_WEIGHT,
      cost: (x, y) => (shareOf(x, y) > RESIDENTS_WITHIN ? OUT_OF_LANE : 0) + inLand(x, y, element.organisation) + rowCost(y),
    }
  }
  if (slot === 'partner') {
    const outside = (x: number, y: number) => (shareOf(x, y) < RING_FROM ? OUT_OF_LANE * 2 : 0) + inLand(x, y, element.organisation)
    const turn = RING[(territories.of(element.organisation)?.count ?? 0) % RING.length] ?? [0, 0]
    return { target: towards(inFrame(frame, turn)), key: `partner ${turn.join()}`, rowWeight: 1, cost: outside }
  }
  const land = territories.of(element.organisation)
  const quarter = inFrame(frame, QUARTERS[slot] ?? [0, 0])
  const home = land ? middleOf(land) : quarter
  // A land that stands in its quarter grows outwards with the frame; one that ties have drawn elsewhere grows where it is.
  const isInQuarter = Math.sign(home[0] - midX) === Math.sign(quarter[0] - midX) && Math.sign(home[1] - midY) === Math.sign(quarter[1] - midY)
  const grows = isInQuarter ? quarter : home
  const others = [...map.organisations.values()].flatMap(({ id, slot: other }): Point[] => {
    if (typeof other !== 'number' || id === element.organisation) return []
    const theirs = territories.of(id)
    return [theirs ? middleOf(theirs) : inFrame(frame, QUARTERS[other] ?? [0, 0])]
  })
  return {
    target: land ? towards(grows) : home, key: element.organisation ?? '', rowWeight: LAND_WEIGHT,
    cost: (x, y) =>
      beyond(land, x, y) + inLand(x, y, element.organisation) + rowCost(y) + nearerToOthers(x, y, home, others) +
      (Math.hypot((x - midX) / halfWidth, (y - midY) / halfHeight) < ORGANISATIONS_FROM ? OUT_OF_LANE : 0),
  }
}

/** How far outside its own land a place is, counted four times: a territory grows at its edge before it tears. */
function beyond(land: Land | undefined, x: number, y: number): number {
  if (!land) return 0
  const dx = Math.max(0, land.left - GROWTH - x, x - land.right - GROWTH)
  const dy = Math.max(0, land.top - GROWTH - y, y - land.bottom - GROWTH)
  return 4 * Math.hypot(dx, dy)
}

/** How much nearer a place is to another organisation's middle than to its own, counted twice: lands grow away from each other. */
function nearerToOthers(x: number, y: number, home: Point, others: readonly Point[]): number {
  let nearest = Infinity
  for (const [ox, oy] of others) nearest = Math.min(nearest, Math.hypot(x - ox, y - oy))
  return 2 * Math.max(0, Math.hypot(x - home[0], y - home[1]) - nearest)
}

/** The lands of the organisations with a numbered slot, as the boxes round their cards. */
class Territories {
  private readonly map: SystemMap
  private readonly lands: ReadonlyMap<Id, Land>

  constructor(map: SystemMap, lands: ReadonlyMap<Id, Land>) {
    this.map = map
    this.lands = lands
  }

  of(organisation: Id | null): Land | undefined {
    return organisation === null ? undefined : this.lands.get(organisation)
  }

  isIn(x: number, y: number, own: Id | null): boolean {
    for (const [id, land] of this.lands) {
      if (id === own || typeof this.map.organisations.get(id)?.slot !== 'number') continue
      if (x > land.left && x < land.right && y > land.top && y < land.bottom) return true
    }
    return false
  }
}

/** Each ring is this much wider than the last, so that a crowd of thousands is left behind in some seventy rings. */
const RING_GROWTH = 1.05
const RING_STEP = 12
/** Steps along a ring, in world units, at the centre; further out they grow with the ring. */
const ALONG = 16
/** Past this many rings the next free place is taken whatever it costs. */
const RINGS_AFTER_FREE = 24

function nearest(lane: Lane, isFree: (x: number, y: number) => boolean, start: number): { readonly at: Point; readonly radius: number } {
  const [targetX, targetY] = lane.target
  let best: Point | undefined
  let bestCost = Infinity
  let bestRadius = 0
  let since = 0
  for (let radius = start; best === undefined || (radius < bestCost && since < RINGS_AFTER_FREE); radius = radius * RING_GROWTH + RING_STEP) {
    if (best) since++
    const count = radius === 0 ? 1 : Math.max(8, Math.min(72, Math.round((2 * Math.PI * radius) / ALONG)))
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * 2 * Math.PI
      const x = Math.round(targetX + radius * Math.cos(angle))
      const y = Math.round(targetY + (radius / lane.rowWeight) * Math.sin(angle))
      if (!isFree(x, y)) continue
      const cost = radius + lane.cost(x, y)
      if (cost < bestCost) {
        best = [x, y]
        bestCost = cost
        bestRadius = radius
      }
    }
  }
  return { at: best, radius: bestRadius }
}

function inFrame(frame: Frame, [x, y]: Point): Point {
  return [Math.round(frame.midX + x * frame.halfWidth), Math.round(frame.midY + y * frame.halfHeight)]
}

function isRow(kind: MapElement['kind']): boolean {
  return kind === 'outcome' || kind === 'factor'
}

function emptyLand(): Land {
  return { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity, count: 0, sumX: 0, sumY: 0 }
}

function grow(land: Land, [x, y]: Point, width: number, height: number): void {
  land.left = Math.min(land.left, x - width / 2)
  land.right = Math.max(land.right, x + width / 2)
  land.top = Math.min(land.top, y - height / 2)
  land.bottom = Math.max(land.bottom, y + height / 2)
  land.count++
  land.sumX += x
  land.sumY += y
}

function middleOf(land: Land): Point {
  return [Math.round(land.sumX / land.count), Math.round(land.sumY / land.count)]
}

/** The origin, where the person in the middle is, unless the whole map stands somewhere else. */
function frameMiddle(everything: Land): Point {
  const { left, right, top, bottom, count } = everything
  const holdsOrigin = left - HALF_WIDTH < 0 && right + HALF_WIDTH > 0 && top - HALF_HEIGHT < 0 && bottom + HALF_HEIGHT > 0
  return count === 0 || holdsOrigin ? [0, 0] : [Math.round((left + right) / 2), Math.round((top + bottom) / 2)]
}
