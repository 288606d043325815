import { LANE, type LayoutGraph } from './layout-graph.ts'

/** The rectangle a settled map fills, centred on the origin, and the bands at its top and bottom. World units. */
export interface Frame {
  readonly width: number
  readonly height: number
  /** 1 for a map of 46 elements. */
  readonly scale: number
  /** Outcomes stand in rows from here down. */
  readonly outcomeTop: number
  readonly outcomeRows: number
  /** Factors stand below this, in so many rows. */
  readonly factorTop: number
  readonly factorRows: number
  /** Everything else stands between these. */
  readonly top: number
  readonly bottom: number
}

export const OUTCOME_PITCH = 64

/** The frame of 1600 × 820 was drawn for 46 cards of a common size. */
const WIDTH = 1600
const HEIGHT = 820
const CARDS = 46
/** The share of the frame that cards and the gaps round them may take. */
const DENSITY = 0.56
/** Fewer than nine elements do not shrink the frame further: ties need room to be seen. */
const LEAST_SCALE = 0.44

export function frameOf(graph: LayoutGraph): Frame {
  let area = 0
  let widest = 0
  let outcomesWidth = 0
  let factorsWidth = 0
  let factors = 0
  let outcomes = 0
  for (let i = 0; i < graph.count; i++) {
    const w = graph.widths[i] ?? 0
    area += (1.3 * w + 22) * (1.3 * (graph.heights[i] ?? 0) + 20)
    if (w > widest) widest = w
    if (graph.lanes[i] === LANE.outcome) {
      outcomes++
      outcomesWidth += 1.3 * w + 26
    } else if (graph.lanes[i] === LANE.factor) {
      factors++
      factorsWidth += 1.3 * w + 26
    }
  }
  const wanted = Math.max(graph.count / CARDS, area / (DENSITY * WIDTH * HEIGHT))
  const scale = Math.max(LEAST_SCALE, Math.sqrt(wanted))
  const width = Math.max(WIDTH * scale, widest * 1.5)
  const outcomeRows = Math.max(1, Math.ceil(outcomesWidth / (0.94 * width)))
  const factorRows = Math.max(1, Math.ceil(factorsWidth / (0.94 * width)))
  const extra = (outcomeRows - 1) * OUTCOME_PITCH
  const factorBand = 110 * Math.max(0.7, Math.min(scale, 1.5))
  // Two rows have room in the band as it is.
  const extraBelow = factorRows > 2 ? Math.max(0, factorRows * OUTCOME_PITCH + 24 - factorBand) : 0
  const height = HEIGHT * scale + extra + extraBelow
  const half = height / 2
  return {
    width, height, scale, outcomeRows, factorRows,
    outcomeTop: -half + 24,
    factorTop: half - factorBand - extraBelow,
    top: outcomes > 0 ? -half + 105 * Math.max(0.9, Math.min(1, scale)) + extra : -half + 24,
    bottom: factors > 0 ? half - factorBand - extraBelow + 5 : half - 24,
  }
}

export const CENTRE_X = 30
export const CENTRE_Y = 20

/** How far a card's centre is out of its lane, world units: 0 inside. Leaving the frame counts twice. */
export function laneBreach(frame: Frame, lane: number, hasCentre: boolean, x: number, y: number, halfWidth: number): number {
  const halfFrame = frame.width / 2
  const halfHeight = frame.height / 2
  let breach = 2 * Math.max(0, Math.abs(x) + halfWidth - halfFrame) + 2 * Math.max(0, Math.abs(y) - (halfHeight - 22))
  if (lane === LANE.centre) return breach + Math.max(0, Math.abs(x) - CENTRE_X) + Math.max(0, Math.abs(y) - CENTRE_Y)
  if (lane === LANE.outcome) {
    const lowest = frame.outcomeTop + (frame.outcomeRows - 1) * OUTCOME_PITCH
    return breach + Math.max(0, frame.outcomeTop - y) + Math.max(0, y - lowest)
  }
  if (lane === LANE.factor) return breach + Math.max(0, frame.factorTop - y)
  breach += Math.max(0, frame.top - y)
  if (lane === LANE.partner) {
    const reach = Math.max(Math.abs(x) / halfFrame, (0.98 * Math.abs(y)) / halfHeight)
    return breach + Math.max(0, 0.74 - reach) * halfHeight
  }
  breach += Math.max(0, y - frame.bottom)
  const radius = Math.sqrt((x * x) / (halfFrame * halfFrame) + (y * y) / (halfHeight * halfHeight))
  if (lane === LANE.resident) return breach + Math.max(0, radius - 0.55) * halfHeight
  if (lane === LANE.organisation) {
    if (hasCentre) breach += Math.max(0, 0.2 - radius) * halfHeight
    return breach + Math.max(0, Math.abs(x) - 0.8 * halfFrame)
  }
  return breach
}
