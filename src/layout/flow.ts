import type { Random } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { stackOf } from './flow-grid.ts'
import { layersOf } from './layers.ts'
import type { LayoutGraph } from './layout-graph.ts'
import { neighboursOf } from './neighbours.ts'
import type { Placement } from './placement.ts'
import { searchSlots, type SlotGroup } from './slot-search.ts'
import { spread } from './spread.ts'

const SWEEPS = 24
/** How much of where an element stands itself is in where it wants to be: it keeps columns from swinging to and fro. */
const STAYS = 0.2
/** A tie within a column, and one to the side that is not looked at in this sweep, count as much of a tie to the next column. */
const WITHIN = 0.5
const BACK = 0.3

/**
 * Columns from left to right in the direction of the ties (Sugiyama, Tagawa and Toda 1981): layers; in each the order that sweeps of
 * averages find; then a search of swaps. Parts with no tie between them stand apart, elements without a tie in lines below. Yields the
 * share done. What is fixed counts for the layers and is not placed.
 */
export function* flow(graph: LayoutGraph, random: Random): Generator<number, Placement> {
  const x = graph.startX.slice()
  const y = graph.startY.slice()
  const around = neighboursOf(graph)
  const layers = layersOf(graph)
  yield 0.2
  const parts = partsOf(graph, around)
  const tied = parts.filter((part) => part.length > 1).map((part) => columnsOf(part, layers))
  const { blocks, offsets } = stackOf(graph, tied, parts.filter((part) => part.length === 1).flat())
  const groups: SlotGroup[] = []
  blocks.forEach(({ columns, slots }, b) => {
    const [dx, dy] = offsets[b] as Point
    const places = slots.map((column) => column.map(([sx, sy]): Point => [Math.round(sx + dx), Math.round(sy + dy)]))
    const given = b < tied.length ? ordered(graph, around, columns, places) : columns.map((column) => column.map((_, k) => k))
    columns.forEach((column, c) => {
      const own = places[c] as Point[]
      const held = (given[c] as number[]).map((slot) => own[slot] as Point)
      column.forEach((i, k) => ([x[i], y[i]] = held[k] as Point))
      groups.push({ members: column, slots: [...held, ...own.filter((slot) => !held.includes(slot))] })
    })
  })
  yield 0.3
  const found = { x, y }
  for (const share of searchSlots(graph, groups, found, random)) yield 0.3 + 0.7 * share
  return found
}

/** The free elements that ties lead between, largest part first. */
function partsOf(graph: LayoutGraph, around: readonly Int32Array[]): number[][] {
  const isSeen = new Uint8Array(graph.count)
  const parts: number[][] = []
  for (let i = 0; i < graph.count; i++) {
    if (isSeen[i]) continue
    isSeen[i] = 1
    const part = [i]
    for (let head = 0; head < part.length; head++) {
      for (const j of around[part[head] as number] as Int32Array) {
        if (isSeen[j]) continue
        isSeen[j] = 1
        part.push(j)
      }
    }
    const free = part.filter((j) => !graph.fixed[j])
    if (free.length > 0) parts.push(free)
  }
  return parts.sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number))
}

function columnsOf(part: readonly number[], layers: Int32Array): number[][] {
  const columns: number[][] = []
  for (const i of part) (columns[layers[i] as number] ??= []).push(i)
  return columns.filter(Boolean).map((column) => column.sort((a, b) => a - b))
}

/** Sorts each column by where the elements are that its own are tied to; gives, for each of a column's elements, its place among the column's. */
function ordered(graph: LayoutGraph, around: readonly Int32Array[], columns: readonly number[][], places: readonly (readonly Point[])[]): number[][] {
  const columnOf = new Int32Array(graph.count).fill(-1)
  const y = new Float64Array(graph.count)
  const given = columns.map((column, c) => {
    for (const i of column) columnOf[i] = c
    return put(column, c, column.map((_, k) => k + ((places[c] as readonly Point[]).length - column.length) / 2))
  })
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isRightward = sweep % 2 === 0
    for (let k = 0; k < columns.length; k++) {
      const c = isRightward ? k : columns.length - 1 - k
      const column = columns[c] as number[]
      const wanted = new Map(column.map((i) => [i, wantedY(i, c, isRightward)]))
      column.sort((a, b) => (wanted.get(a) as number) - (wanted.get(b) as number) || a - b)
      const own = places[c] as readonly Point[]
      const top = (own[0] as Point)[1]
      const pitch = own.length > 1 ? (own[1] as Point)[1] - top : 1
      given[c] = put(column, c, column.map((i) => ((wanted.get(i) as number) - top) / pitch))
    }
  }
  return given

  function wantedY(i: number, c: number, isRightward: boolean): number {
    let sum = STAYS * (y[i] as number)
    let weight = STAYS
    for (const j of around[i] as Int32Array) {
      if ((columnOf[j] as number) < 0) continue
      const away = c - (columnOf[j] as number)
      const share = away === 0 ? WITHIN : (away > 0 === isRightward ? 1 : BACK) / Math.abs(away)
      sum += share * (y[j] as number)
      weight += share
    }
    return sum / weight
  }

  /** As near as each can be to the place it wants, in whole places that differ. */
  function put(column: readonly number[], c: number, wanted: readonly number[]): number[] {
    const own = places[c] as readonly Point[]
    const near = spread(wanted, () => 1)
    return column.map((i, k) => {
      const slot = Math.max(k, Math.min(own.length - column.length + k, Math.round((near[k] as number) - k) + k))
      y[i] = (own[slot] as Point)[1]
      return slot
    })
  }
}
