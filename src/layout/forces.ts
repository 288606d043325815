import { forceLink, forceManyBody, forceSimulation, type Force, type SimulationNodeDatum } from 'd3-force'
import type { Random } from '../model/ids.ts'
import type { Frame } from './frame.ts'
import { LANE, type LayoutGraph } from './layout-graph.ts'
import { rowsOf } from './lane-rows.ts'

interface Body extends SimulationNodeDatum {
  index: number
  x: number
  y: number
  vx: number
  vy: number
  /** Half the card and half the room round it. */
  readonly w: number
  readonly h: number
  readonly lane: number
  /** Its organisation, where that keeps together: partners and residents too, or they would stand all over the land of others. */
  readonly group: number
}

const IN_GROUPS: ReadonlySet<number> = new Set([LANE.organisation, LANE.partner, LANE.resident])

/** Bodies between which collisions are looked for every tick; above it, every third. */
const MANY = 400

/** Organisations: the pull towards their own middle, and how far two middles want to be from one another, in the sums of their sizes. */
const TOGETHER = 0.6
const APART = 0.9
/** The radius within which an organisation is not drawn together any closer, in the same sums. */
const ROOMY = 0.45
/** These do not fade below this, when all else has cooled: strangers go home last. */
const LASTING = 0.1
/** Half of the room kept between two organisations. World units. */
const BETWEEN = 20

/**
 * Springs along ties, cards that push one another away, organisations that keep together, and every lane's pull.
 * The frame is wide, so that the bodies live in a square one, stretched, and are pressed flat at the end.
 * `heat` is what they begin with, 1 for a start that knows nothing. Yields the share done; leaves x and y where the bodies came to rest. O(ticks × (n log n + ties)).
 */
export function* forces(graph: LayoutGraph, frame: Frame, x: Float64Array, y: Float64Array, random: Random, ticks: number, heat = 1): Generator<number> {
  const stretch = frame.width / frame.height
  const half = frame.width / 2
  const bodies: Body[] = Array.from({ length: graph.count }, (_, index) => {
    const at = { x: x[index] as number, y: (y[index] as number) * stretch }
    return {
      index, ...at, vx: 0, vy: 0,
      w: (graph.widths[index] as number) * 0.62 + 10,
      h: ((graph.heights[index] as number) * 0.62 + 10) * stretch,
      lane: graph.lanes[index] as number,
      group: IN_GROUPS.has(graph.lanes[index] as number) ? (graph.organisations[index] as number) : -1,
      ...(graph.fixed[index] ? { fx: at.x, fy: at.y } : {}),
    }
  })
  const links = Array.from(graph.from, (from, i) => ({ source: from, target: graph.to[i] as number }))
  const room = half / Math.sqrt(Math.max(1, graph.count))
  const link = forceLink<Body, (typeof links)[number]>(links).distance(room * 1.6)
  const simulation = forceSimulation<Body>(bodies)
    .randomSource(random)
    .stop()
    .alpha(heat)
    .alphaDecay(1 - Math.pow(0.001 / heat, 1 / ticks))
    .force('ties', link)
    .force('apart', forceManyBody<Body>().strength(-room * 3).theta(1).distanceMax(half))
    .force('lanes', lanesForce(graph, bodies, frame, half, stretch))
    .force('together', cohesionForce(bodies, graph.organisationLanes.length))
    .force('sides', sidesForce(bodies, graph.organisationLanes.length))
    .force('cards', cardsForce(bodies))
  for (let tick = 0; tick < ticks; tick++) {
    if (tick % 5 === 0) yield tick / ticks
    simulation.tick()
    for (const body of bodies) {
      if (graph.fixed[body.index]) continue
      x[body.index] = body.x
      y[body.index] = body.y / stretch
    }
  }
}

function lanesForce(graph: LayoutGraph, bodies: readonly Body[], frame: Frame, half: number, stretch: number): Force<Body, undefined> {
  const top = frame.top * stretch
  const bottom = frame.bottom * stretch
  const rowOf = new Map<Body, number>()
  for (const { y, members } of rowsOf(graph, frame, Float64Array.from(bodies, (body) => body.x))) for (const i of members) rowOf.set(bodies[i] as Body, y * stretch)
  return (alpha) => {
    for (const body of bodies) {
      const radius = Math.hypot(body.x, body.y) || 1
      if (body.index === graph.centre) {
        body.vx -= body.x * 0.9
        body.vy -= body.y * 0.9
        continue
      }
      body.vx -= body.x * 0.02 * alpha
      body.vy -= body.y * 0.02 * alpha
      if (Math.abs(body.x) + body.w > half) body.vx -= (body.x - Math.sign(body.x) * (half - body.w)) * 0.5
      const row = rowOf.get(body)
      if (row !== undefined) body.vy += (row - body.y) * 0.5
      else {
        const reach = body.group < 0 ? 0 : body.h
        if (body.y - reach < top) body.vy += top - body.y + reach
        if (body.y + reach > bottom) body.vy += bottom - body.y - reach
        const wanted = body.lane === LANE.partner ? Math.max(radius, 0.78 * half) : body.lane === LANE.resident ? Math.min(radius, 0.5 * half) : radius
        body.vx += (body.x / radius) * (wanted - radius) * 0.3 * alpha
        body.vy += (body.y / radius) * (wanted - radius) * 0.3 * alpha
      }
    }
  }
}

/** Draws every element of an organisation towards the middle of them all, and the middles of two organisations apart. */
function cohesionForce(bodies: readonly Body[], count: number): Force<Body, undefined> {
  const sumX = new Float64Array(count)
  const sumY = new Float64Array(count)
  const members = new Int32Array(count)
  const reach = new Float64Array(count)
  return (alpha) => {
    sumX.fill(0)
    sumY.fill(0)
    members.fill(0)
    reach.fill(0)
    for (const { group: t, x, y, w, h } of bodies) {
      if (t < 0) continue
      sumX[t] = (sumX[t] as number) + x
      sumY[t] = (sumY[t] as number) + y
      members[t] = (members[t] as number) + 1
      reach[t] = (reach[t] as number) + 4 * w * h
    }
    const shiftX = new Float64Array(count)
    const shiftY = new Float64Array(count)
    const middleX = (t: number) => (sumX[t] as number) / (members[t] as number)
    const middleY = (t: number) => (sumY[t] as number) / (members[t] as number)
    for (let t = 0; t < count; t++) {
      for (let other = 0; other < t; other++) {
        if (!members[t] || !members[other]) continue
        const dx = middleX(t) - middleX(other)
        const dy = middleY(t) - middleY(other)
        const distance = Math.hypot(dx, dy) || 1
        // Two discs as large as the cards of each.
        const wanted = APART * (Math.sqrt(reach[t] as number) + Math.sqrt(reach[other] as number))
        const push = Math.max(0, wanted - distance) / distance / 2
        shiftX[t] = (shiftX[t] as number) + dx * push
        shiftY[t] = (shiftY[t] as number) + dy * push
        shiftX[other] = (shiftX[other] as number) - dx * push
        shiftY[other] = (shiftY[other] as number) - dy * push
      }
    }
    const strength = Math.max(alpha, LASTING)
    for (const body of bodies) {
      const t = body.group
      if (t < 0) continue
      const [dx, dy] = [middleX(t) - body.x, middleY(t) - body.y]
      // Within a disc as large as all its cards there is no need to press closer.
      const pull = TOGETHER * Math.max(0, 1 - (ROOMY * Math.sqrt(reach[t] as number)) / (Math.hypot(dx, dy) || 1))
      body.vx += (dx * pull + (shiftX[t] as number) * 0.3) * strength
      body.vy += (dy * pull + (shiftY[t] as number) * 0.3) * strength
    }
  }
}

/**
 * Keeps every organisation on its side of a line between its middle and each other one's, nearer to the smaller of the two: what lies
 * within such lines is convex, so that no hull of one reaches into another. O(n × organisations).
 */
function sidesForce(bodies: readonly Body[], count: number): Force<Body, undefined> {
  const byGroup = Array.from({ length: count }, (_, t) => bodies.filter((body) => body.group === t))
  const sizes = byGroup.map((members) => Math.sqrt(members.reduce((sum, { w, h }) => sum + w * h, 0)))
  return (alpha) => {
    const middles = byGroup.map((members) => {
      const of = (pick: (body: Body) => number) => members.reduce((sum, body) => sum + pick(body), 0) / members.length
      return [of((body) => body.x), of((body) => body.y)] as const
    })
    const strength = 0.2 + 0.5 * (1 - alpha)
    for (let t = 0; t < count; t++) {
      for (let other = 0; other < count; other++) {
        const [ax, ay] = middles[t] as readonly [number, number]
        const [bx, by] = middles[other] as readonly [number, number]
        const distance = Math.hypot(bx - ax, by - ay)
        if (t === other || !(distance > 0)) continue
        const [ux, uy] = [(bx - ax) / distance, (by - ay) / distance]
        const line = (distance * (sizes[t] as number)) / ((sizes[t] as number) + (sizes[other] as number))
        for (const body of byGroup[t] as readonly Body[]) {
          const reach = body.w * Math.abs(ux) + body.h * Math.abs(uy) + BETWEEN
          const over = (body.x - ax) * ux + (body.y - ay) * uy + reach - line
          if (over <= 0) continue
          body.vx -= ux * over * strength
          body.vy -= uy * over * strength
        }
      }
    }
  }
}

/** Pushes overlapping cards apart along the shorter way. Neighbours are found by sorting on x. */
function cardsForce(bodies: readonly Body[]): Force<Body, undefined> {
  const order = [...bodies]
  let tick = 0
  const widest = order.reduce((most, body) => Math.max(most, body.w), 0)
  return (alpha) => {
    if (order.length > MANY && tick++ % 3 !== 0) return
    order.sort((a, b) => a.x - b.x || a.index - b.index)
    const push = 0.2 + 0.5 * (1 - alpha)
    for (let i = 0; i < order.length; i++) {
      const a = order[i] as Body
      for (let j = i + 1; j < order.length; j++) {
        const b = order[j] as Body
        const dx = b.x - a.x
        if (dx > a.w + widest) break
        const dy = b.y - a.y
        const overX = a.w + b.w - Math.abs(dx)
        const overY = a.h + b.h - Math.abs(dy)
        if (overX <= 0 || overY <= 0) continue
        if (overX < overY) {
          const by = ((dx < 0 ? -1 : 1) * overX * push) / 2
          a.vx -= by
          b.vx += by
        } else {
          const by = ((dy < 0 ? -1 : 1) * overY * push) / 2
          a.vy -= by
          b.vy += by
        }
      }
    }
  }
}
