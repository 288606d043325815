import type { Random } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import type { Frame } from './frame.ts'
import type { LayoutGraph } from './layout-graph.ts'
import type { Placement } from './placement.ts'
import { SearchPicture } from './search-picture.ts'
import { searchTies } from './search-ties.ts'

/** Places that some elements share out among themselves, such as a row's: the i-th member begins in the i-th slot, and later slots are empty. */
export interface SlotGroup {
  readonly members: readonly number[]
  readonly slots: readonly Point[]
}

/** Above these the pairs take too much memory, and the order that the slots were filled in has to do. */
const MOST_ELEMENTS = 400
const MOST_TIES = 1500
/** Moves between two breaths: about 5 ms. */
const BREATH = 500
/** Temperatures, in crossings. Found by trial on the sample map and the transfers between wards. */
const FROM = 2.5
const TO = 0.15

/** No lane and no end: only what ties and cards cost one another counts. */
const NO_FRAME: Frame = {
  width: Infinity, height: Infinity, scale: 1, outcomeTop: 0, outcomeRows: 1, factorTop: -Infinity, factorRows: 1, top: -Infinity, bottom: Infinity,
}

/**
 * Lets the members of each group change places until ties cross little, pass behind few cards and are short: simulated annealing
 * (Kirkpatrick, Gelatt and Vecchi 1983) of swaps, and of moves to empty slots. Yields the share done; leaves the best in `placement`.
 * Counts moves and no clock: about 0.7 s on a 2020 laptop at most.
 */
export function* searchSlots(graph: LayoutGraph, groups: readonly SlotGroup[], placement: Placement, random: Random): Generator<number> {
  const ties = searchTies(graph)
  const open = groups.filter(({ members, slots }) => members.length > 0 && slots.length > 1)
  if (open.length === 0 || ties.count === 0 || graph.count > MOST_ELEMENTS || ties.count > MOST_TIES) return
  const bare: LayoutGraph = { ...graph, lanes: new Uint8Array(graph.count), territories: new Int32Array(graph.count).fill(-1), territoryCount: 0 }
  const picture = new SearchPicture(bare, NO_FRAME, ties, placement.x, placement.y)
  picture.weighed({ gaps: 0, behind: 0.5, territories: 0, strangers: 0 })
  const holders = open.map(({ members, slots }) => Int32Array.from(slots, (_, i) => members[i] ?? -1))
  const places = open.flatMap(({ members }, group) => members.map(() => group))
  const moves = movesFor(graph, ties.count)
  const cooling = Math.log(TO / FROM)
  let best = picture.cost
  for (let move = 0; move < moves; move++) {
    const share = move / moves
    if (move % BREATH === 0) {
      picture.measure()
      yield share
    }
    const group = places[Math.floor(random() * places.length)] as number
    const held = holders[group] as Int32Array
    const { slots } = open[group] as SlotGroup
    const from = Math.floor(random() * slots.length)
    const to = Math.floor(random() * slots.length)
    const a = held[from] as number
    if (from === to || a < 0) continue
    const b = held[to] as number
    const [toX, toY] = slots[to] as Point
    const allowed = -FROM * Math.exp(cooling * share) * Math.log(1 - random())
    if (!picture.attempt(a, toX, toY, b, allowed)) continue
    held[from] = b
    held[to] = a
    if (picture.cost >= best - 1e-3) continue
    best = picture.cost
    placement.x.set(picture.x)
    placement.y.set(picture.y)
  }
}

function movesFor(graph: LayoutGraph, ties: number): number {
  const n = graph.count
  const microseconds = 1 + 0.0045 * ((2 * ties) / Math.max(1, n)) * (ties + n)
  return Math.ceil(Math.min(4e5 / microseconds, 1000 * n * n))
}
