import type { Id } from '../model/ids.ts'
import type { Point } from '../model/records.ts'
import { distanceTowards, perimeterOf, placeOn, type Perimeter, type Polygon } from './polygons.ts'

/** One end of a tie at a card: where it wants to leave, relative to the card's middle, and how wide it is. */
export interface TieEnd {
  readonly tie: Id
  readonly end: 'from' | 'to'
  readonly towards: Point
  readonly width: number
}

const ROUNDS = 60
const HOMEWARD = 0.04
const CLEAR = 4

const perimeters = new WeakMap<Polygon, Perimeter>()

/**
 * Where each tie meets a card, relative to its middle: pushed apart along the edge until neighbours clear by half their
 * widths and 4 more, and pulled gently home. This is what makes a hub of twelve ties readable. The answer is in the order of `ends`.
 */
export function portsOf(outline: Polygon, ends: readonly TieEnd[]): readonly Point[] {
  let perimeter = perimeters.get(outline)
  if (!perimeter) perimeters.set(outline, (perimeter = perimeterOf(outline)))
  const ruler = perimeter
  const { length } = ruler
  const homes = ends.map((end) => distanceTowards(ruler, end.towards[0], end.towards[1]))
  if (ends.length === 1) return [placeOn(ruler, homes[0] as number)]
  const order = ends.map((_, i) => i).sort((a, b) => (homes[a] as number) - (homes[b] as number) || ((ends[a] as TieEnd).tie < (ends[b] as TieEnd).tie ? -1 : 1))
  const count = order.length
  const needs = order.map((index, i) => ((ends[index] as TieEnd).width + (ends[order[(i + 1) % count] as number] as TieEnd).width) / 2 + CLEAR)
  const wanted = needs.reduce((sum, need) => sum + need, 0)
  const squeeze = wanted > length ? length / wanted : 1
  const home = order.map((index) => homes[index] as number)
  const at = [...home]
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < count; i++) at[i] = (at[i] as number) + ((home[i] as number) - (at[i] as number)) * HOMEWARD
    let isTight = false
    for (let i = 0; i < count; i++) {
      const j = (i + 1) % count
      const gap = (at[j] as number) + (j === 0 ? length : 0) - (at[i] as number)
      const short = (needs[i] as number) * squeeze - gap
      if (short > 1e-6) {
        isTight = true
        at[i] = (at[i] as number) - short / 2
        at[j] = (at[j] as number) + short / 2
      }
    }
    if (!isTight) break
  }
  const ports: Point[] = []
  order.forEach((index, i) => (ports[index] = placeOn(ruler, at[i] as number)))
  return ports
}
