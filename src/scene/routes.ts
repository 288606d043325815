import Flatbush from 'flatbush'
import type { Id } from '../model/ids.ts'
import type { Point, Relationship, Size } from '../model/records.ts'
import { bowed, curveBounds, type Quadratic } from './curves.ts'
import { around, grownBy, overlapOf } from './rectangles.ts'
import type { Bounds } from './scene.ts'

/** A card where it stands. */
export interface Placed {
  readonly centre: Point
  readonly size: Size
}

/** How far the middle of each tie stands off the straight line, to the left of from → to: VOCABULARY §4, step 5. */
export interface Routes {
  readonly cards: ReadonlyMap<Id, Placed>
  readonly ties: ReadonlyMap<Id, Relationship>
  readonly bows: ReadonlyMap<Id, number>
  readonly lines: ReadonlyMap<Bundle, Line>
}

/** How a bundle was routed. */
interface Line {
  readonly shift: number
  readonly drawn: Drawn
}

const TRIED: readonly number[] = [0, 12, -12, 24, -24, 38, -38, 54, -54, 74, -74, 98, -98, 124, -124]
/** The furthest of them. */
const WIDEST = 124
/** Ties between the same two cards stand this far apart. */
const PARALLEL = 18
/** An influence is never straight. */
const LEAST_INFLUENCE = 14
const SAMPLES = 20
/** A tie that is lost behind a card reads as a tie of that card: it costs more than any detour within reach. */
const UNDER = 12
/** A short tie with a deep bow looks like a hook. */
const HOOKED = 60
/** What any bow has to win over a straight line. */
const BENT = 4
const GROWN = 7
const NEAR = 9
/** Above this many ties each is routed once, round cards only. */
const MANY = 260
/** Above this many, straight lines: nobody follows one tie among so many, and the map has to open. */
const TOO_MANY = 1500
const PASSES = 3

/** The ties between two cards, routed together so that they stay apart. */
interface Bundle {
  readonly ties: readonly Relationship[]
  readonly low: Id
  readonly high: Id
}

const bundlesKept = new WeakMap<ReadonlyMap<Id, Relationship>, readonly Bundle[]>()

/** The same bundles as long as the ties are the same table. */
function bundlesOf(ties: ReadonlyMap<Id, Relationship>): readonly Bundle[] {
  const known = bundlesKept.get(ties)
  if (known) return known
  const byPair = new Map<string, { ties: Relationship[]; low: Id; high: Id }>()
  for (const tie of ties.values()) {
    const [low, high] = tie.from < tie.to ? [tie.from, tie.to] : [tie.to, tie.from]
    const key = `${low} ${high}`
    const bundle = byPair.get(key)
    if (bundle) bundle.ties.push(tie)
    else byPair.set(key, { ties: [tie], low, high })
  }
  for (const bundle of byPair.values()) bundle.ties.sort((a, b) => (a.id < b.id ? -1 : 1))
  const bundles = [...byPair.values()]
  bundlesKept.set(ties, bundles)
  return bundles
}

/** Bows of a bundle's ties, all seen from its lower id to its higher one. */
function bowsOf(bundle: Bundle, shift: number): number[] {
  const count = bundle.ties.length
  return bundle.ties.map((tie, i) => {
    const bow = shift + (i - (count - 1) / 2) * PARALLEL
    return tie.kind === 'influences' && count === 1 && Math.abs(bow) < LEAST_INFLUENCE ? (bow < 0 ? -LEAST_INFLUENCE : LEAST_INFLUENCE) : bow
  })
}

/** Where a straight line from a card's middle leaves it. */
function edge({ centre, size }: Placed, towards: Point): Point {
  const dx = towards[0] - centre[0]
  const dy = towards[1] - centre[1]
  const scale = Math.min(dx ? size[0] / 2 / Math.abs(dx) : Infinity, dy ? size[1] / 2 / Math.abs(dy) : Infinity, 1)
  return [centre[0] + dx * scale, centre[1] + dy * scale]
}

function roughCurve(a: Placed, b: Placed, bow: number): Quadratic {
  const through = bowed(a.centre, b.centre, bow)
  return bowed(edge(a, through[1]), edge(b, through[1]), bow)
}

/** A curve's box, and its points when they are asked for: of most curves the box says enough. */
class Drawn {
  readonly bounds: Bounds
  private readonly curve: Quadratic
  private sampled: Float64Array | null = null

  constructor(curve: Quadratic) {
    this.curve = curve
    this.bounds = curveBounds(curve, NEAR)
  }

  /** x and y of each sample in turn: opening a map of 300 elements looks at 200,000 of them. */
  get points(): Float64Array {
    if (this.sampled) return this.sampled
    const points = new Float64Array(2 * (SAMPLES + 1))
    const [a, c, b] = this.curve
    for (let i = 0; i <= SAMPLES; i++) {
      const t = i / SAMPLES
      const [p, q, r] = [(1 - t) * (1 - t), 2 * (1 - t) * t, t * t]
      points[2 * i] = p * a[0] + q * c[0] + r * b[0]
      points[2 * i + 1] = p * a[1] + q * c[1] + r * b[1]
    }
    return (this.sampled = points)
  }
}

/** How many of a line's samples lie in a box. */
function countWithin({ x, y, width, height }: Bounds, { points }: Drawn): number {
  let found = 0
  for (let i = 0; i < points.length; i += 2) {
    const [px, py] = [points[i] as number, points[i + 1] as number]
    if (px >= x && px <= x + width && py >= y && py <= y + height) found++
  }
  return found
}

/** Whether the line from sample `i` to sample `j` of `a` turns left on its way past sample `k` of `b`. */
function isLeft(a: Float64Array, i: number, j: number, b: Float64Array, k: number): boolean {
  const [x, y] = [a[2 * i] as number, a[2 * i + 1] as number]
  return ((a[2 * j] as number) - x) * ((b[2 * k + 1] as number) - y) - ((a[2 * j + 1] as number) - y) * ((b[2 * k] as number) - x) > 0
}

/** Each curve in four chords, which is enough for shallow bows. */
function crossings({ points: a }: Drawn, { points: b }: Drawn): number {
  let found = 0
  for (let i = 0; i < SAMPLES; i += 4) {
    for (let j = 0; j < SAMPLES; j += 4) {
      if (isLeft(a, i, i + 4, b, j) !== isLeft(a, i, i + 4, b, j + 4) && isLeft(b, j, j + 4, a, i) !== isLeft(b, j, j + 4, a, i + 4)) found++
    }
  }
  return found
}

/** Samples of one that lie close to the other, away from its ends by `margin` samples. */
function near({ points: a }: Drawn, { points: b }: Drawn, margin: number): number {
  let found = 0
  for (let i = margin; i <= SAMPLES - margin; i++) {
    const [x, y] = [a[2 * i] as number, a[2 * i + 1] as number]
    for (let j = 0; j < b.length; j += 2) {
      if (Math.abs(x - (b[j] as number)) < NEAR && Math.abs(y - (b[j + 1] as number)) < NEAR) {
        found++
        break
      }
    }
  }
  return found
}

/**
 * Chooses each tie's bow. What neither moved nor is newly covered keeps its bow, so that a drag disturbs nothing else.
 * Costs 13 tries a bundle and pass, each against what its box touches.
 */
export function route(cards: ReadonlyMap<Id, Placed>, ties: ReadonlyMap<Id, Relationship>, before: Routes | null): Routes {
  if (before && before.cards === cards && before.ties === ties) return before
  const moved = new Set<Id>()
  for (const [id, card] of cards) {
    const old = before?.cards.get(id)
    if (!old || old.centre[0] !== card.centre[0] || old.centre[1] !== card.centre[1] || old.size[0] !== card.size[0] || old.size[1] !== card.size[1]) moved.add(id)
  }
  if (before && !moved.size && before.ties.size === ties.size && [...ties].every(([id, tie]) => isSameWay(before.ties.get(id), tie))) return before

  const bundles = bundlesOf(ties)
  const ids = [...cards.keys()]
  const bows = new Map<Id, number>()
  if (!ids.length) return { cards, ties, bows, lines: new Map() }
  const index = new Flatbush(ids.length)
  const boxes = ids.map((id) => around((cards.get(id) as Placed).centre, (cards.get(id) as Placed).size, GROWN))
  for (const box of boxes) index.add(box.x, box.y, box.x + box.width, box.y + box.height)
  index.finish()

  const isAll = moved.size > 40 || !before
  const movedBoxes = isAll ? [] : boxes.filter((_, i) => moved.has(ids[i] as Id))

  const shifts = new Map<Bundle, number>()
  const shapes = new Map<Bundle, Drawn>()
  const shape = (bundle: Bundle, shift: number): Drawn => new Drawn(roughCurve(cards.get(bundle.low) as Placed, cards.get(bundle.high) as Placed, bowsOf(bundle, shift)[0] ?? 0))
  const toRoute: Bundle[] = []
  const isTooMany = bundles.length > TOO_MANY
  for (const bundle of bundles) {
    if (bundle.low === bundle.high || !cards.has(bundle.low) || !cards.has(bundle.high)) continue
    const hasMoved = moved.has(bundle.low) || moved.has(bundle.high)
    const line = hasMoved ? undefined : before?.lines.get(bundle)
    const old = line ? line.shift : keptShift(bundle, before)
    shifts.set(bundle, old ?? 0)
    if (isTooMany) continue
    const first = line ? line.drawn : shape(bundle, old ?? 0)
    shapes.set(bundle, first)
    const isTouched = isAll || old === null || hasMoved || movedBoxes.some((box) => overlapOf(box, first.bounds) > 0 && countWithin(box, first) > 0)
    if (isTouched) toRoute.push(bundle)
  }

  /** The cards that a bundle can meet, however far within `reach` it is bowed: those in a strip along it. */
  const about = (bundle: Bundle, reach: number): readonly Bounds[] => {
    const [ax, ay] = (cards.get(bundle.low) as Placed).centre
    const [bx, by] = (cards.get(bundle.high) as Placed).centre
    const length = Math.hypot(bx - ax, by - ay) || 1
    const far = reach + bundle.ties.length * PARALLEL
    const b = grownBy(shape(bundle, 0).bounds, reach)
    const found: Bounds[] = []
    for (const i of index.search(b.x, b.y, b.x + b.width, b.y + b.height)) {
      if (ids[i] === bundle.low || ids[i] === bundle.high) continue
      const card = boxes[i] as Bounds
      const off = Math.abs((bx - ax) * (card.y + card.height / 2 - ay) - (by - ay) * (card.x + card.width / 2 - ax)) / length
      if (off <= far + (card.width + card.height) / 2) found.push(card)
    }
    return found
  }
  /** Samples behind cards; no more are counted than `enough`. */
  const under = (met: readonly Bounds[], line: Drawn, enough: number): number => {
    let found = 0
    for (const card of met) {
      if (overlapOf(card, line.bounds) > 0) found += countWithin(card, line)
      if (found >= enough) break
    }
    return found
  }
  const isMany = bundles.length > MANY
  const all = [...shapes.keys()]
  for (let pass = 0; pass < (isMany ? 1 : PASSES); pass++) {
    let isChanged = false
    for (const bundle of toRoute) {
      const a = (cards.get(bundle.low) as Placed).centre
      const b = (cards.get(bundle.high) as Placed).centre
      const length = Math.hypot(a[0] - b[0], a[1] - b[1]) || 1
      const widest = Math.max(24, 0.25 * length)
      let best = shifts.get(bundle) ?? 0
      let least = Infinity
      let bestShape = shapes.get(bundle) as Drawn
      const met = about(bundle, Math.min(widest, WIDEST))
      for (const tried of TRIED) {
        if (Math.abs(tried) > widest) continue
        const bow = Math.abs(tried)
        let cost = (bow ? BENT : 0) + bow / 9 + Math.max(0, bow - 40) / 6 + HOOKED * (bow / length) ** 2
        if (cost >= least) continue
        const tryShape = shape(bundle, tried)
        cost += UNDER * under(met, tryShape, (least - cost) / UNDER)
        if (!isMany && cost < least) {
          for (const other of all) {
            const otherShape = shapes.get(other) as Drawn
            if (other === bundle || overlapOf(tryShape.bounds, otherShape.bounds) === 0) continue
            const isNeighbour = other.low === bundle.low || other.high === bundle.high || other.low === bundle.high || other.high === bundle.low
            cost += 0.84 * near(tryShape, otherShape, isNeighbour ? 6 : 2) + (isNeighbour ? 0 : 2.2 * crossings(tryShape, otherShape))
            if (cost >= least) break
          }
        }
        if (cost < least) {
          least = cost
          best = tried
          bestShape = tryShape
          if (cost === 0) break
        }
      }
      if (best !== shifts.get(bundle)) isChanged = true
      shifts.set(bundle, best)
      shapes.set(bundle, bestShape)
    }
    if (!isChanged) break
  }
  for (const [bundle, shift] of shifts) {
    const along = bowsOf(bundle, shift)
    bundle.ties.forEach((tie, i) => bows.set(tie.id, (tie.from === bundle.low ? 1 : -1) * (along[i] ?? 0)))
  }
  const lines = new Map([...shapes].map(([bundle, drawn]) => [bundle, { shift: shifts.get(bundle) ?? 0, drawn }]))
  return { cards, ties, bows, lines }
}

const isSameWay = (a: Relationship | undefined, b: Relationship): boolean =>
  a === b || (a !== undefined && a.from === b.from && a.to === b.to && (a.kind === 'influences') === (b.kind === 'influences'))

/** The shift that gave this bundle its bows before; null where its ties have changed. */
function keptShift(bundle: Bundle, before: Routes | null): number | null {
  const [first] = bundle.ties
  const bow = first && before?.bows.get(first.id)
  if (first === undefined || bow === undefined || bundle.ties.some((tie) => !before?.bows.has(tie.id))) return null
  const own = first.from === bundle.low ? bow : -bow
  const shift = own + ((bundle.ties.length - 1) / 2) * PARALLEL
  return bundle.ties.length === 1 && first.kind === 'influences' && Math.abs(shift) === LEAST_INFLUENCE ? (shift < 0 ? -12 : 0) : shift
}
