import type { Random } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { LANE, type LayoutGraph } from './layout-graph.ts'
import type { Placement } from './placement.ts'
import { searchSlots, type SlotGroup } from './slot-search.ts'
import { neighboursOf } from './neighbours.ts'

/** Width by height of a picture that fills a screen beside the panel. */
const ASPECT = 1.75
/** Cards can grow by this for a projector where they stand. */
const GROWS = 1.3
const BETWEEN_CARDS = 28
const BETWEEN_LINES = 32
/** More between two organisations: the shores of both, a title, and the ties from one to the other. */
const BETWEEN_BANDS = 34
/** Of the cards, so many are no wider than a slot: a single long name does not pull all rows apart. */
const FITTING = 0.9
const SWEEPS = 24

/**
 * A row for each organisation in the map's order, wrapped where it is long: outcomes above, then the numbered ones with residents
 * in their midst, partners, those of none, factors below. In a row, elements stand near those they are tied to: sweeps of averages
 * (Sugiyama, Tagawa and Toda 1981), then a search of swaps. Yields the share done. O(sweeps × (n log n + ties)) before the search.
 */
export function* rows(graph: LayoutGraph, random: Random): Generator<number, Placement> {
  const bands = bandsOf(graph)
  const places = slotsOf(graph, bands)
  const x = graph.startX.slice()
  const y = graph.startY.slice()
  const put = (members: readonly number[], slots: readonly Point[]) => members.forEach((i, k) => ([x[i], y[i]] = slots[k] as Point))
  bands.forEach((members, b) => put(members, places[b] as Point[]))
  const around = neighboursOf(graph)
  const wanted = new Float64Array(graph.count)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let k = 0; k < bands.length; k++) {
      const b = sweep % 2 === 0 ? k : bands.length - 1 - k
      const members = bands[b] as number[]
      for (const i of members) {
        const others = around[i] as Int32Array
        let sum = x[i] as number
        for (const j of others) sum += x[j] as number
        wanted[i] = sum / (others.length + 1)
      }
      members.sort((i, j) => (wanted[i] as number) - (wanted[j] as number) || i - j)
      put(members, places[b] as Point[])
    }
    if (graph.count > 1000) yield (0.5 * sweep) / SWEEPS
  }
  keepCentre(graph, bands, places)
  bands.forEach((members, b) => put(members, places[b] as Point[]))
  const groups: SlotGroup[] = bands.map((members, b) => {
    const own = members.includes(graph.centre) ? 1 : 0
    return { members: members.slice(own), slots: (places[b] as Point[]).slice(own) }
  })
  const found = { x, y }
  yield* searchSlots(graph, groups, found, random)
  return found
}

/** The free elements of each row in its order; no row is empty. */
function bandsOf(graph: LayoutGraph): number[][] {
  const bands = new Map<string, { readonly at: readonly number[]; readonly members: number[] }>()
  const numbered = [...graph.organisationLanes.keys()].filter((rank) => graph.organisationLanes[rank] === LANE.organisation)
  const half = numbered.length < 2 ? Infinity : (numbered[Math.ceil(numbered.length / 2) - 1] as number)
  for (let i = 0; i < graph.count; i++) {
    if (graph.fixed[i]) continue
    const rank = graph.organisations[i] as number
    const lane = graph.lanes[i] as number
    const of = rank < 0 ? (lane === LANE.resident || lane === LANE.centre ? LANE.resident : LANE.free) : (graph.organisationLanes[rank] as number)
    const at =
      lane === LANE.outcome ? [0]
      : lane === LANE.factor ? [9]
      : of === LANE.organisation ? [rank <= half ? 1 : 3, rank]
      : of === LANE.resident ? [2, rank]
      : of === LANE.partner ? [4, rank]
      : [5]
    const key = at.join()
    const band = bands.get(key)
    if (band) band.members.push(i)
    else bands.set(key, { at, members: [i] })
  }
  return [...bands.values()]
    .sort((a, b) => (a.at[0] as number) - (b.at[0] as number) || (a.at[1] ?? 0) - (b.at[1] ?? 0))
    .map((band) => band.members)
}

/**
 * Places for each row, centred on the origin: those in the midst of its lines first, from left to right, then the empty ones beside them.
 * Lines have one place more and one fewer by turns, so that a tie down a column passes between the cards of the next line.
 */
function slotsOf(graph: LayoutGraph, bands: readonly (readonly number[])[]): Point[][] {
  const widths = bands.flat().map((i) => graph.widths[i] as number).sort((a, b) => a - b)
  const highest = bands.flat().reduce((most, i) => Math.max(most, graph.heights[i] as number), 0)
  const pitch = (widths[Math.floor((widths.length - 1) * FITTING)] ?? 0) * GROWS + BETWEEN_CARDS
  const line = highest * GROWS + BETWEEN_LINES
  const longest = bands.reduce((most, band) => Math.max(most, band.length), 0)
  let best: readonly (readonly number[])[] = []
  let nearest = Infinity
  for (let columns = 2; columns <= longest + 1; columns++) {
    const lines = linesOf(bands, columns)
    const height = lines.flat().length * line + (bands.length - 1) * BETWEEN_BANDS
    const off = Math.abs(Math.log((columns * pitch) / height / ASPECT))
    if (off < nearest) [best, nearest] = [lines, off]
  }
  let top = 0
  const places = bands.map((band, b) => {
    const own = Math.max(pitch, ...band.map((i) => (graph.widths[i] as number) + BETWEEN_CARDS))
    const lines = best[b] as readonly number[]
    const inMidst: Point[] = []
    const beside: Point[] = []
    lines.forEach((columns, k) => {
      const count = Math.floor((band.length + lines.length - 1 - k) / lines.length)
      const slots = Array.from({ length: columns }, (_, c): Point => [Math.round((c - (columns - 1) / 2) * own), Math.round(top + k * line)])
      const first = Math.floor((columns - count) / 2)
      inMidst.push(...slots.splice(first, count))
      beside.push(...slots)
    })
    top += lines.length * line + BETWEEN_BANDS
    return [...inMidst.sort((a, b) => a[0] - b[0] || a[1] - b[1]), ...beside]
  })
  const middle = Math.round((top - BETWEEN_BANDS - line) / 2)
  return places.map((slots) => slots.map(([x, y]) => [x, y - middle] as const))
}

/** How many places each line of each row has, when the longest lines have so many. */
function linesOf(bands: readonly (readonly number[])[], columns: number): number[][] {
  let count = 0
  return bands.map((band) => {
    const lines: number[] = []
    for (let room = 0; room < band.length; room += lines.at(-1) as number) lines.push(columns - (count++ % 2))
    return lines
  })
}

/** Puts the element in the middle of the map in the middle of its row, first in the list. */
function keepCentre(graph: LayoutGraph, bands: readonly number[][], places: readonly Point[][]): void {
  bands.forEach((members, b) => {
    const at = members.indexOf(graph.centre)
    const slots = places[b] as Point[]
    if (at < 0) return
    const middle = slots.reduce((best, [x], k) => (Math.abs(x) < Math.abs((slots[best] as Point)[0]) ? k : best), 0)
    members.unshift(...members.splice(at, 1))
    slots.unshift(...slots.splice(middle, 1))
  })
}
