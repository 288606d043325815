import type { Random } from '../model/ids.ts'
import { forces } from './forces.ts'
import { frameOf, type Frame } from './frame.ts'
import { LANE, withinLand, type LayoutGraph } from './layout-graph.ts'
import { layRows } from './lane-rows.ts'
import { removeOverlaps } from './overlaps.ts'
import type { Placement, Step } from './placement.ts'
import { layoutQuality } from './quality.ts'
import { anneal, type Annealing } from './search.ts'
import { SearchPicture } from './search-picture.ts'
import { searchTies, type SearchTies } from './search-ties.ts'
import { seededRandom } from './seeded-random.ts'
import { settleLarge } from './settle-large.ts'
import { shorten } from './shorten.ts'

/** Exchanges tried within organisations once the forces have done. */
const SWAPS = 200_000
/** Above these the pairs take too much memory and the moves too long: forces alone place the map. */
const MOST_SEARCHED = 150
const MOST_TIES_SEARCHED = 1500
/** Above this forces alone take too long to unfold a map. */
const MOST_FORCED = 1500
/** Rounds of forces after a start that has unfolded the map already. */
const TICKS = 30
const CAREFUL_TICKS = 150

/** From scratch: hot and loose, then cool and firm. Found by trial on the sample map. */
const AFRESH: Omit<Annealing, 'moves'> = { from: 6, to: 0.4, gaps: [0.03, 1], behind: [0.1, 3], territories: [0.3, 1], strangers: 20, strangersFrom: 0.5 }
/** From scratch again, when an organisation did not come together. */
const TOGETHER: Omit<Annealing, 'moves'> = { ...AFRESH, territories: [1, 4], strangers: 60, strangersFrom: 0.2 }
/** From where things stand: cool enough to keep the picture that people know. */
const FROM_HERE: Omit<Annealing, 'moves'> = { from: 0.6, to: 0.2, gaps: [1, 1], behind: [3, 3], territories: [1, 1], strangers: 20, strangersFrom: 0 }
/** The last of a careful search: the best picture, cooler and for longer. */
const POLISH: Omit<Annealing, 'moves'> = { from: 1.5, to: 0.1, gaps: [1, 1], behind: [3, 3], territories: [1, 1], strangers: 20, strangersFrom: 0 }
/** Once more, with strangers dearer each time, until none is left. */
const PUT_OUT: Omit<Annealing, 'moves'> = { from: 1, to: 0.3, gaps: [1, 1], behind: [3, 3], territories: [1, 1], strangers: 60, strangersFrom: 0 }
const PUT_OUT_ROUNDS = 3

/** What people know is worth this much: a fresh picture must be better by a quarter. */
const KNOWN = 0.75

/**
 * Settles a map: yields the share done, gives the placement. Counts its own work in moves and never looks at a clock,
 * so that the same graph, seed and care give the same placement everywhere.
 */
export function* settleGraph(given: LayoutGraph, seed: number, isCareful: boolean): Generator<Step, Placement> {
  const graph = withinLand(given)
  const frame = frameOf(graph)
  const ties = searchTies(graph)
  const isSearched = graph.count <= MOST_SEARCHED && ties.count <= MOST_TIES_SEARCHED
  const found =
    isSearched ? yield* unseen(searched(graph, frame, ties, seed, isCareful))
    : graph.count <= MOST_FORCED ? yield* forced(graph, frame, seededRandom(seed), isCareful)
    : yield* settleLarge(graph, frame, seededRandom(seed), isCareful ? CAREFUL_TICKS : TICKS)
  if (!isSearched) layRows(graph, frame, found.x, found.y)
  removeOverlaps(graph, found.x, found.y)
  return found
}

/** Steps of work whose pictures on the way say nothing of the last one. */
export function* unseen<T>(steps: Generator<number, T>): Generator<Step, T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield { share: step.value, at: null }
  }
}

function* forced(graph: LayoutGraph, frame: Frame, random: Random, isCareful: boolean): Generator<Step, Placement> {
  const at = startOf(graph, frame, random, true)
  const { x, y } = at
  const ticks = Math.max(40, Math.round((isCareful ? 6e5 : 9e4) / (graph.count + graph.from.length / 4)))
  for (const share of forces(graph, frame, x, y, random, Math.min(ticks, isCareful ? 1500 : 300))) yield { share: 0.8 * share, at }
  for (const share of shorten(graph, x, y, random, SWAPS)) yield { share: 0.8 + 0.2 * share, at }
  return at
}

interface Candidate extends Placement {
  /** Elements in territories of others, beyond one in ten. */
  readonly strangers: number
  /** Less is better: what the eye counts first, then all that the search weighs. */
  readonly score: number
}

/** A tie behind a stranger's card is read wrong; a crossing is only slower to read. */
const BEHIND_SCORE = 3
const COST_SCORE = 0.15

/** Runs from scratch: one, carefully four and the best once more; and up to three more where an organisation did not come together. */
const RUNS = 1
const SPARE_RUNS = 3
const CAREFUL_RUNS = 4
const CAREFUL_MOVES = 3

function* searched(graph: LayoutGraph, frame: Frame, ties: SearchTies, seed: number, isCareful: boolean): Generator<number, Placement> {
  const moves = movesFor(graph, ties)
  const here = startOf(graph, frame, seededRandom(seed), true)
  const picture = new SearchPicture(graph, frame, ties, here.x, here.y)
  const isKnown = hasOwnShape(graph)
  const planned = (isKnown ? 1 / 3 : 0) + (isCareful ? (CAREFUL_RUNS + 1) * CAREFUL_MOVES : RUNS)
  // A careful search begins with seeds of its own, so that it does not go over the same ground again.
  const first = isCareful ? seed + 17 : seed
  let done = 0
  let best: Candidate | null = null

  const look = (factor: number): Candidate => {
    picture.weighed({ gaps: 1, behind: AFRESH.behind[1], territories: 1, strangers: 0 })
    const candidate = judged(graph, picture, factor)
    if (!best || candidate.strangers < best.strangers || (candidate.strangers === best.strangers && candidate.score < best.score)) best = candidate
    return candidate
  }
  const run = function* (start: Placement, plan: Annealing, random: Random, factor: number): Generator<number> {
    const parts = plan.moves / moves
    picture.restart(start.x, start.y)
    for (const share of anneal(graph, frame, ties, picture, random, plan)) yield Math.min(1, (done + parts * share) / planned)
    for (let round = 0; look(factor).strangers > 0 && round < PUT_OUT_ROUNDS; round++) {
      const again = { ...PUT_OUT, from: PUT_OUT.from * 2 ** round, strangers: PUT_OUT.strangers * 3 ** round, moves: Math.round(plan.moves / 12) }
      for (const _ of anneal(graph, frame, ties, picture, random, again)) yield Math.min(1, (done + parts) / planned)
    }
    done += parts
  }

  if (isKnown) yield* run(here, { ...FROM_HERE, moves: Math.round(moves / 3) }, seededRandom(seed), KNOWN)
  const runsPlanned = isCareful ? CAREFUL_RUNS : RUNS
  for (let i = 1; i <= runsPlanned + SPARE_RUNS; i++) {
    if (i > runsPlanned && (best as Candidate | null)?.strangers === 0) break
    // A seed of its own: the picture that comes from scratch is the same wherever things stood before.
    const random = seededRandom(first + i)
    const plan = i > runsPlanned ? TOGETHER : AFRESH
    yield* run(startOf(graph, frame, random, false), { ...plan, moves: isCareful ? moves * CAREFUL_MOVES : moves }, random, 1)
  }
  if (isCareful && best) yield* run(best, { ...POLISH, moves: moves * CAREFUL_MOVES }, seededRandom(first), 1)
  return best ?? here
}

/** What a picture comes to once no two cards overlap. */
function judged(graph: LayoutGraph, picture: SearchPicture, factor: number): Candidate {
  const x = picture.x.slice()
  const y = picture.y.slice()
  removeOverlaps(graph, x, y)
  const { crossings, behind, territories } = layoutQuality(graph, x, y)
  const strangers = territories.reduce((sum, territory) => sum + Math.max(0, territory.strangers - Math.floor((territory.own + territory.strangers) / 10)), 0)
  return { x, y, strangers, score: (crossings + BEHIND_SCORE * behind + COST_SCORE * picture.cost) * factor }
}

/** As many moves as fit into about 1.3 s on a 2020 laptop; small maps need fewer. */
function movesFor(graph: LayoutGraph, ties: SearchTies): number {
  const n = graph.count
  const microseconds = 1 + 0.0045 * ((2 * ties.count) / Math.max(1, n)) * (ties.count + n)
  return Math.ceil(Math.min(1.3e6 / microseconds, 170 * n * n))
}

/** Whether enough is placed, and far enough apart, for the present picture to be worth keeping. */
function hasOwnShape(graph: LayoutGraph): boolean {
  const seen = new Set<string>()
  for (let i = 0; i < graph.count; i++) {
    if (!Number.isNaN(graph.startX[i])) seen.add(`${Math.round((graph.startX[i] as number) / 40)} ${Math.round((graph.startY[i] as number) / 40)}`)
  }
  return seen.size >= 0.7 * graph.count
}

/** Positions to begin with: where things stand, when asked for, and anywhere in the frame for the rest. */
function startOf(graph: LayoutGraph, frame: Frame, random: Random, isFromHere: boolean): Placement {
  const x = new Float64Array(graph.count)
  const y = new Float64Array(graph.count)
  for (let i = 0; i < graph.count; i++) {
    const isPlaced = !Number.isNaN(graph.startX[i])
    x[i] = Math.round((random() - 0.5) * frame.width * 0.09) * 10
    y[i] = Math.round((random() - 0.5) * frame.height * 0.09) * 10
    if (isPlaced && (isFromHere || graph.fixed[i])) {
      x[i] = graph.startX[i] as number
      y[i] = graph.startY[i] as number
    }
    if (graph.lanes[i] === LANE.centre && !graph.fixed[i]) {
      x[i] = 0
      y[i] = 0
    }
  }
  return { x, y }
}
