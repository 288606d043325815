import type { Random } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { stepsFrom } from './graph-distances.ts'
import type { LayoutGraph } from './layout-graph.ts'
import { neighboursOf } from './neighbours.ts'
import type { Placement } from './placement.ts'
import { RING_RATIO, ringOf, ringSlots, turnOf } from './ring-slots.ts'
import { searchSlots } from './slot-search.ts'
import { spreadRound } from './spread.ts'

/** The room round each card, so that it can grow for a projector and ties show between rings. World units. */
const CARD_WIDTH = 1.15
const CARD_HEIGHT = 1.3
const BESIDE = 20
const BETWEEN_RINGS = 48
const SWEEPS = 12

/**
 * Rings round some elements: those one tie away on the first, two on the second, those that no tie leads to on the last. On a ring each
 * stands near those it is tied to further in (Yee, Fisher, Dhamija and Hearst 2001), then a search of swaps. Yields the share done.
 */
export function* rings(graph: LayoutGraph, random: Random, around: readonly number[]): Generator<number, Placement> {
  const x = graph.startX.slice()
  const y = graph.startY.slice()
  if (graph.count === 0) return { x, y }
  const ties = neighboursOf(graph)
  const middle = around.length > 0 ? around : [graph.centre >= 0 ? graph.centre : bestTied(ties)]
  const { distances, furthest } = distancesFrom(graph, ties, middle)
  const isReached = (i: number) => (distances[i] as number) <= furthest
  const inRing: number[][] = []
  distances.forEach((distance, i) => graph.fixed[i] || (inRing[distance] ??= []).push(i))
  const only = middle.length === 1 ? (middle[0] as number) : -1
  const origin: Point = only >= 0 && graph.fixed[only] ? [x[only] as number, y[only] as number] : [0, 0]
  const put = (members: readonly number[], slots: readonly Point[]) => members.forEach((i, k) => ([x[i], y[i]] = slots[k] as Point))

  const block = blockOf(graph, inRing[0] ?? middle, origin)
  put(inRing[0] ?? [], block)
  let inner = sizesOf(graph, inRing[0] ?? middle)
  let reach = block.reduce((most, [bx, by]) => Math.max(most, ringOf(Math.abs(bx - origin[0]), Math.abs(by - origin[1]))), 0)
  const groups: { readonly members: number[]; readonly slots: readonly Point[] }[] = []
  for (const members of inRing.slice(1)) {
    if (!members) continue
    const own = sizesOf(graph, members)
    // No tie leads to what is furthest out, so that none needs room there.
    const between = isReached(members[0] as number) ? BETWEEN_RINGS : BETWEEN_RINGS / 2
    const step = (size: typeof own) => Math.max((size.height + own.height) * 0.5 * CARD_HEIGHT + between, ((size.width + own.width) / 2 + between) / RING_RATIO)
    // The first ring goes all the way round; on the others each stands where those it is tied to are.
    const ring = ringSlots(members.length, own.width * CARD_WIDTH + BESIDE, own.height * CARD_HEIGHT + BESIDE, reach + step(inner), step(own), groups.length === 0)
    const slots = ring.slots.map(([sx, sy]): Point => [sx + origin[0], sy + origin[1]])
    members.sort((a, b) => (graph.organisations[a] as number) - (graph.organisations[b] as number) || a - b)
    groups.push({ members, slots })
    reach = ring.outermost
    inner = own
  }
  yield 0.1

  const turn = (i: number) => turnOf((x[i] as number) - origin[0], (y[i] as number) - origin[1])
  for (const { members, slots } of groups) put(members, evenly(slots, members.length))
  for (let sweep = 0; sweep <= SWEEPS; sweep++) {
    const isOutward = sweep % 2 === 0
    for (const group of isOutward ? groups : groups.toReversed()) {
      const { members, slots } = group
      const wanted = new Map(members.map((i) => [i, meanTurn(i)]))
      members.sort((a, b) => (wanted.get(a) as number) - (wanted.get(b) as number) || a - b)
      const turns = slots.map(([sx, sy]) => turnOf(sx - origin[0], sy - origin[1]))
      const given = spreadRound(members.map((i) => placeIn(turns, wanted.get(i) as number)), slots.length)
      put(members, given.map((k) => slots[k] as Point))
    }
    yield 0.1 + (0.3 * sweep) / SWEEPS

    /** Which way those lie that an element is tied to; a share of where it stands itself keeps it from jumping to and fro. */
    function meanTurn(i: number): number {
      let sumX = 0
      let sumY = 0
      const add = (at: number, weight: number) => {
        const angle = at * 2 * Math.PI
        sumX += weight * Math.cos(angle)
        sumY += weight * Math.sin(angle)
      }
      add(turn(i), 0.3)
      for (const j of ties[i] as Int32Array) {
        const isInner = (distances[j] as number) < (distances[i] as number)
        if (distances[j] === 0 || (sweep === SWEEPS && !isInner)) continue
        add(turn(j), isInner === isOutward ? 1 : 0.4)
      }
      const mean = Math.atan2(sumY, sumX) / (2 * Math.PI)
      return mean < 0 ? mean + 1 : mean
    }
  }
  const found = { x, y }
  const open = groups.map(({ members, slots }) => {
    const taken = new Map(members.map((i) => [`${x[i]} ${y[i]}`, i]))
    const held = slots.filter(([sx, sy]) => taken.has(`${sx} ${sy}`))
    return { members: held.map(([sx, sy]) => taken.get(`${sx} ${sy}`) as number), slots: [...held, ...slots.filter((slot) => !held.includes(slot))] }
  })
  for (const share of searchSlots(graph, open, found, random)) yield 0.4 + 0.6 * share
  return found
}

/** Steps to the nearest of the middle; what no tie leads to is one further than all else. */
function distancesFrom(graph: LayoutGraph, ties: readonly Int32Array[], middle: readonly number[]): { readonly distances: Float64Array; readonly furthest: number } {
  const distances = new Float64Array(graph.count)
  const furthest = stepsFrom(ties, middle, distances, new Int32Array(graph.count))
  return { distances: distances.map((distance) => Math.min(distance, furthest + 1)), furthest }
}

function bestTied(ties: readonly Int32Array[]): number {
  let best = 0
  ties.forEach((list, i) => list.length > (ties[best] as Int32Array).length && (best = i))
  return best
}

function sizesOf(graph: LayoutGraph, members: readonly number[]): { readonly width: number; readonly height: number } {
  return {
    width: members.reduce((most, i) => Math.max(most, graph.widths[i] as number), 0),
    height: members.reduce((most, i) => Math.max(most, graph.heights[i] as number), 0),
  }
}

/** The middle: one alone, several in a block about as wide as the rings are. */
function blockOf(graph: LayoutGraph, members: readonly number[], [x, y]: Point): Point[] {
  const { width, height } = sizesOf(graph, members)
  const pitchX = width * CARD_WIDTH + BESIDE
  const pitchY = height * CARD_HEIGHT + BESIDE
  const rows = Math.max(1, Math.round(Math.sqrt((members.length * pitchX) / (RING_RATIO * pitchY))))
  return members.map((_, k) => {
    const row = k % rows
    const columns = Math.ceil((members.length - row) / rows)
    return [Math.round(x + (Math.floor(k / rows) - (columns - 1) / 2) * pitchX), Math.round(y + (row - (rows - 1) / 2) * pitchY)]
  })
}

function evenly(slots: readonly Point[], count: number): Point[] {
  return Array.from({ length: count }, (_, k) => slots[Math.floor((k * slots.length) / count)] as Point)
}

/** Where a turn falls among sorted ones, with its share of the way to the next. */
function placeIn(turns: readonly number[], turn: number): number {
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((turns[middle] as number) <= turn) low = middle + 1
    else high = middle
  }
  const from = low === 0 ? (turns.at(-1) as number) - 1 : (turns[low - 1] as number)
  const to = low === turns.length ? (turns[0] as number) + 1 : (turns[low] as number)
  return (low - 1 + (turn - from) / Math.max(1e-9, to - from) + turns.length) % turns.length
}
