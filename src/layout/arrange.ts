import type { Random } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { fitAmongFixed } from './among-fixed.ts'
import type { ArrangeJob, ArrangementName } from './arrange-job.ts'
import { flow } from './flow.ts'
import type { LayoutGraph } from './layout-graph.ts'
import { partOf } from './part-of.ts'
import type { Placement, Step } from './placement.ts'
import { rings } from './rings.ts'
import { rows } from './rows.ts'
import { seededRandom } from './seeded-random.ts'
import { settleGraph, unseen } from './settle-graph.ts'
import { tidy } from './tidy.ts'

type Arrange = (graph: LayoutGraph, random: Random, around: readonly number[]) => Generator<number, Placement>

const BY: Readonly<Record<Exclude<ArrangementName, 'settle-again'>, Arrange>> = { rows, rings, flow, tidy }

/** One seed for all: the same map on two laptops gives the same picture. */
const SEED = 48
/** Between the seeds of two attempts: each search takes a few that follow its own. */
const APART = 100

/**
 * Arranges what may move of a graph and leaves all else where it is, clear of it. Yields the share done, gives the placement of the
 * whole; what stays keeps its start. The same graph gives the same placement everywhere.
 */
export function* arrange({ by, graph, isIn, around, attempt }: ArrangeJob): Generator<Step, Placement> {
  if (by === 'settle-again') return yield* settleGraph(unplaced(graph), SEED + APART * attempt, false)
  const x = graph.startX.slice()
  const y = graph.startY.slice()
  const members = [...graph.widths.keys()].filter((i) => isIn[i])
  const places = new Map(members.map((i, place) => [i, place]))
  const part = partOf(graph, members)
  const found = yield* unseen(BY[by](part, seededRandom(SEED), [...around].flatMap((i) => places.get(i) ?? [])))
  const free = members.filter((i) => !graph.fixed[i])
  for (const i of free) {
    x[i] = Math.round(found.x[places.get(i) as number] as number)
    y[i] = Math.round(found.y[places.get(i) as number] as number)
  }
  const placement = { x, y }
  if (by === 'tidy' || free.length === 0) return placement
  const isHeld = by === 'rings' && around.length === 1 && graph.fixed[around[0] as number] === 1
  if (!isHeld && members.length < graph.count) moveTo(graph, placement, free, middleOf(graph, graph.startX, graph.startY, free))
  fitAmongFixed(graph, { placement, members: free, canShift: !isHeld })
  return placement
}

/** The same graph with nothing known of where its free cards stood: what is settled from there is another picture, not this one bettered. */
function unplaced(graph: LayoutGraph): LayoutGraph {
  const but = (starts: Float64Array) => starts.map((at, i) => (graph.fixed[i] ? at : NaN))
  return { ...graph, startX: but(graph.startX), startY: but(graph.startY) }
}

/** The middle of the box round these cards, of those that are placed; the origin where none is. */
function middleOf(graph: LayoutGraph, x: Float64Array, y: Float64Array, members: readonly number[]): Point {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const i of members) {
    const [w, h] = [(graph.widths[i] as number) / 2, (graph.heights[i] as number) / 2]
    if (Number.isNaN(x[i])) continue
    left = Math.min(left, (x[i] as number) - w)
    right = Math.max(right, (x[i] as number) + w)
    top = Math.min(top, (y[i] as number) - h)
    bottom = Math.max(bottom, (y[i] as number) + h)
  }
  return left > right ? [0, 0] : [(left + right) / 2, (top + bottom) / 2]
}

/** Moves cards together so that the middle of their box is there. */
function moveTo(graph: LayoutGraph, { x, y }: Placement, members: readonly number[], [toX, toY]: Point): void {
  const [fromX, fromY] = middleOf(graph, x, y, members)
  const [dx, dy] = [Math.round(toX - fromX), Math.round(toY - fromY)]
  for (const i of members) {
    x[i] = (x[i] as number) + dx
    y[i] = (y[i] as number) + dy
  }
}
