import type { Random } from '../model/ids.ts'
import type { LayoutGraph } from './layout-graph.ts'
import { neighboursOf } from './neighbours.ts'

/** Swaps between two breaths. */
const BREATH = 5000
/** Temperatures, as shares of the mean length of a tie. */
const FROM = 0.4
const TO = 0.01

/**
 * Lets elements of one territory, or of one lane, change places where that makes ties shorter (simulated annealing of swaps): what the
 * forces, which must keep organisations together, leave undone. Territories stay where and as they are. Yields the share done.
 */
export function* shorten(graph: LayoutGraph, x: Float64Array, y: Float64Array, random: Random, swaps: number): Generator<number> {
  const around = neighboursOf(graph)
  const classes = new Map<string, number[]>()
  for (let i = 0; i < graph.count; i++) {
    if (graph.fixed[i] || i === graph.centre || (around[i] as Int32Array).length === 0) continue
    const key = `${graph.territories[i]} ${graph.lanes[i]}`
    const list = classes.get(key)
    if (list) list.push(i)
    else classes.set(key, [i])
  }
  const movable = [...classes.values()].filter((list) => list.length > 1)
  const from = movable.flatMap((list) => list.map((i) => [i, list] as const))
  if (from.length === 0) return
  let sum = 0
  for (let e = 0; e < graph.from.length; e++) sum += distance(graph.from[e] as number, graph.to[e] as number)
  const mean = sum / Math.max(1, graph.from.length)
  const cooling = Math.log(TO / FROM)
  for (let swap = 0; swap < swaps; swap++) {
    const share = swap / swaps
    if (swap % BREATH === 0) yield share
    const [a, list] = from[Math.floor(random() * from.length)] as readonly [number, number[]]
    const b = list[Math.floor(random() * list.length)] as number
    if (a === b) continue
    const before = lengthAt(a) + lengthAt(b)
    exchange(a, b)
    const worse = lengthAt(a) + lengthAt(b) - before
    if (worse > -mean * FROM * Math.exp(cooling * share) * Math.log(1 - random())) exchange(a, b)
  }

  function distance(i: number, j: number): number {
    const dx = (x[i] as number) - (x[j] as number)
    const dy = (y[i] as number) - (y[j] as number)
    return Math.sqrt(dx * dx + dy * dy)
  }

  function lengthAt(i: number): number {
    const others = around[i] as Int32Array
    let length = 0
    for (let k = 0; k < others.length; k++) length += distance(i, others[k] as number)
    return length
  }

  function exchange(a: number, b: number): void {
    ;[x[a], x[b]] = [x[b] as number, x[a] as number]
    ;[y[a], y[b]] = [y[b] as number, y[a] as number]
  }
}
