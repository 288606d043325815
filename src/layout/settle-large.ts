import type { Random } from '../model/ids.ts'
import { forces } from './forces.ts'
import type { Frame } from './frame.ts'
import { pivotDistances } from './graph-distances.ts'
import type { LayoutGraph } from './layout-graph.ts'
import { neighboursOf } from './neighbours.ts'
import { pivotMds } from './pivot-mds.ts'
import type { Placement, Step } from './placement.ts'
import { shorten } from './shorten.ts'
import { lessenStress } from './sparse-stress.ts'

/** With 50 the start has a fifth more stress. */
const PIVOTS = 100
/** The forces begin at this heat: what they find is kept, and put in order. */
const HEAT = 0.3
/** Exchanges of places within organisations. */
const SWAPS = 200_000
/** The spread of the start, as a share of half of the frame. */
const SPREAD = 0.5

/**
 * Settles a map that is too large for forces alone: a start of little stress, then a few rounds of forces, which see to cards, lanes and
 * organisations, and an exchange of places within these. Where things stood, the start is turned so that they are near to there.
 */
export function* settleLarge(graph: LayoutGraph, frame: Frame, random: Random, ticks: number): Generator<Step, Placement> {
  const distances = pivotDistances(neighboursOf(graph), PIVOTS, random)
  const start = pivotMds(distances, random)
  for (const share of lessenStress(start, graph.from, graph.to, distances, random)) yield { share: 0.2 * share, at: inFrame(graph, frame, start) }
  const placement = inFrame(graph, frame, start)
  const { x, y } = placement
  for (const share of forces(graph, frame, x, y, random, ticks, HEAT)) yield { share: 0.2 + 0.6 * share, at: placement }
  for (const share of shorten(graph, x, y, random, SWAPS)) yield { share: 0.8 + 0.2 * share, at: placement }
  return placement
}

/** Turned, mirrored if need be, towards where things stood, as large as suits the frame; what is fixed where it is. Nothing lies outside the frame. */
function inFrame(graph: LayoutGraph, frame: Frame, { x, y }: Placement): Placement {
  const stretch = frame.width / frame.height
  let [meanX, meanY] = [0, 0]
  for (let i = 0; i < graph.count; i++) {
    meanX += (x[i] as number) / graph.count
    meanY += (y[i] as number) / graph.count
  }
  let [squares, alike, across, alikeMirrored, acrossMirrored] = [0, 0, 0, 0, 0]
  for (let i = 0; i < graph.count; i++) {
    const [px, py] = [(x[i] as number) - meanX, (y[i] as number) - meanY]
    squares += px * px + py * py
    if (Number.isNaN(graph.startX[i])) continue
    const [qx, qy] = [graph.startX[i] as number, (graph.startY[i] as number) * stretch]
    alike += px * qx + py * qy
    across += px * qy - py * qx
    alikeMirrored += px * qx - py * qy
    acrossMirrored += px * qy + py * qx
  }
  const isMirrored = Math.hypot(alikeMirrored, acrossMirrored) > Math.hypot(alike, across)
  const angle = isMirrored ? Math.atan2(acrossMirrored, alikeMirrored) : Math.atan2(across, alike)
  const scale = (SPREAD * frame.width) / 2 / (Math.sqrt(squares / Math.max(1, graph.count)) || 1)
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale]
  const placed = { x: new Float64Array(graph.count), y: new Float64Array(graph.count) }
  for (let i = 0; i < graph.count; i++) {
    const px = (x[i] as number) - meanX
    const py = ((y[i] as number) - meanY) * (isMirrored ? -1 : 1)
    placed.x[i] = graph.fixed[i] ? (graph.startX[i] as number) : within(frame.width / 2, px * cos - py * sin)
    placed.y[i] = graph.fixed[i] ? (graph.startY[i] as number) : within(frame.height / 2, (px * sin + py * cos) / stretch)
  }
  return placed
}

const within = (most: number, value: number) => Math.max(-most, Math.min(most, value))
