import type { Random } from '../model/ids.ts'
import { CENTRE_X, CENTRE_Y, OUTCOME_PITCH, type Frame } from './frame.ts'
import { LANE, type LayoutGraph } from './layout-graph.ts'
import type { SearchPicture } from './search-picture.ts'
import type { SearchTies } from './search-ties.ts'
import { territoryMembers } from './stranger-counts.ts'

/** Positions are tried on this grid, so that rows and columns come about. World units. */
const GRID = 10
/** Moves between two breaths: a breath lets the page stop the work. About 5 ms. */
const BREATH = 1000
/** The weights change, and the sums are measured anew against drift by rounding, this often. */
const REMEASURE = 5000

export interface Annealing {
  readonly moves: number
  /** Temperatures, in crossings: a move that costs this much more is taken about one time in three. */
  readonly from: number
  readonly to: number
  /**
   * What the room between cards, and the territories, weigh at the start and at the end. A light start lets cards and
   * organisations pass through one another while the whole is still being arranged: on the sample it takes a sixth off the crossings.
   */
  readonly behind: readonly [start: number, end: number]
  readonly gaps: readonly [start: number, end: number]
  readonly territories: readonly [start: number, end: number]
  /** What an element inside the hull of a territory that is not its own costs, beyond what its territory's box says. */
  readonly strangers: number
  /** The share of the moves after which strangers are counted: while everything is among everything it is no use. */
  readonly strangersFrom: number
}

/** The weights have grown to the full by these shares of the moves. */
const GAPS_FULL = 0.6
const TERRITORIES_FULL = 0.5

function grown([start, end]: readonly [number, number], share: number): number {
  return share >= 1 ? end : start * Math.pow(end / start, share)
}

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) of single moves, swaps and moves home.
 * Yields the share done, and leaves the picture at the best it came to.
 */
export function* anneal(graph: LayoutGraph, frame: Frame, ties: SearchTies, picture: SearchPicture, random: Random, plan: Annealing): Generator<number> {
  const movable: number[] = []
  const inLane = new Map<number, number[]>()
  for (let i = 0; i < graph.count; i++) {
    if (graph.fixed[i]) continue
    movable.push(i)
    const lane = graph.lanes[i] as number
    const list = inLane.get(lane)
    if (list) list.push(i)
    else inLane.set(lane, [i])
  }
  if (movable.length === 0) return
  const { x, y } = picture
  const territories = territoryMembers(graph)
  const halfWidth = frame.width / 2
  const halfHeight = frame.height / 2 - 22
  const bestX = x.slice()
  const bestY = y.slice()
  let best = Infinity
  const cooling = Math.log(plan.to / plan.from)

  for (let move = 0; move < plan.moves; move++) {
    if (move % BREATH === 0) {
      yield move / plan.moves
      if (move % REMEASURE === 0) {
        const share = move / plan.moves
        picture.weighed({
          gaps: grown(plan.gaps, share / GAPS_FULL),
          behind: grown(plan.behind, share / GAPS_FULL),
          territories: grown(plan.territories, share / TERRITORIES_FULL),
          strangers: share < plan.strangersFrom ? 0 : plan.strangers,
        })
      }
    }
    const share = move / plan.moves
    const allowed = -plan.from * Math.exp(cooling * share) * Math.log(1 - random())
    const v = movable[Math.floor(random() * movable.length)] as number
    const chance = random()
    let isTaken: boolean
    if (chance < 0.18) {
      const lane = inLane.get(graph.lanes[v] as number) as number[]
      const other = lane[Math.floor(random() * lane.length)] as number
      if (other === v) continue
      isTaken = picture.attempt(v, x[other] as number, y[other] as number, other, allowed)
    } else {
      let toX: number
      let toY: number
      const lane = graph.lanes[v] as number
      const around = chance < 0.3 ? homeOf(v, graph, ties, territories, random) : v
      const reach = chance < 0.3 ? 160 * frame.scale : (22 + 260 * (1 - share) * (1 - share)) * frame.scale
      toX = (x[around] as number) + (random() * 2 - 1) * reach
      toY = (y[around] as number) + (random() * 2 - 1) * reach * (chance < 0.3 ? 0.6 : 1)
      if (lane === LANE.outcome) {
        const row = Math.floor(random() * frame.outcomeRows)
        toY = frame.outcomeTop + row * OUTCOME_PITCH
      } else if (lane === LANE.centre) {
        toX = Math.max(-CENTRE_X, Math.min(CENTRE_X, toX))
        toY = Math.max(-CENTRE_Y, Math.min(CENTRE_Y, toY))
      }
      const w = halfWidth - (graph.widths[v] as number) / 2
      toX = Math.round(Math.max(-w, Math.min(w, toX)) / GRID) * GRID
      toY = Math.round(Math.max(-halfHeight, Math.min(halfHeight, toY)) / GRID) * GRID
      if (toX === x[v] && toY === y[v]) continue
      isTaken = picture.attempt(v, toX, toY, -1, allowed)
    }
    if (isTaken && picture.cost < best - 1e-3 && share > GAPS_FULL) {
      best = picture.cost
      bestX.set(x)
      bestY.set(y)
    }
  }
  picture.weighed({ gaps: plan.gaps[1], behind: plan.behind[1], territories: plan.territories[1], strangers: plan.strangers })
  if (picture.cost > best) picture.restart(bestX, bestY)
}

/** An element to move next to: one it is tied to, or one of its own territory. */
function homeOf(v: number, graph: LayoutGraph, ties: SearchTies, territories: readonly Int32Array[], random: Random): number {
  const own = territories[graph.territories[v] as number]
  if (own && own.length > 1 && random() < 0.5) return own[Math.floor(random() * own.length)] as number
  const list = ties.at[v] as Int32Array
  if (list.length === 0) return v
  const e = list[Math.floor(random() * list.length)] as number
  return (ties.from[e] === v ? ties.to[e] : ties.from[e]) as number
}
