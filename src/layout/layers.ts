import type { LayoutGraph } from './layout-graph.ts'
import { lineOf, type Arc } from './feedback.ts'

/** Rounds of moving single elements to where their ties are short. */
const ROUNDS = 12
/** What a tie that goes both ways, or back, wants: its two ends side by side, half as much as an arc wants to be short. */
const LEVEL = 0.5
/** What each element more than an even share costs a layer, so that none towers above the others. */
const CROWDED = 1.5

/** The directed graph under a map's ties: what goes both ways, as one tie or as two, does not count. */
function arcsOf(graph: LayoutGraph): Arc[] {
  const net = new Map<number, number>()
  for (let e = 0; e < graph.from.length; e++) {
    if (graph.mutual[e]) continue
    const from = graph.from[e] as number
    const to = graph.to[e] as number
    const key = Math.min(from, to) * graph.count + Math.max(from, to)
    net.set(key, (net.get(key) ?? 0) + (from < to ? 1 : -1))
  }
  const arcs: Arc[] = []
  for (const [key, weight] of net) {
    const low = Math.floor(key / graph.count)
    const high = key % graph.count
    if (weight > 0) arcs.push({ from: low, to: high, weight })
    else if (weight < 0) arcs.push({ from: high, to: low, weight: -weight })
  }
  return arcs
}

/**
 * The layer of each element, from 0: every arc but those that go back in the line (`lineOf`) leads to a later layer.
 * Longest paths first, the fewest layers there can be; then single elements move within what their arcs leave them, to where their
 * ties are shortest and layers are even: what network simplex (Gansner, Koutsofios, North and Vo 1993) does exactly, near enough.
 */
export function layersOf(graph: LayoutGraph): Int32Array {
  const arcs = arcsOf(graph)
  const places = lineOf(graph.count, arcs)
  const before: number[][] = Array.from({ length: graph.count }, () => [])
  const after: number[][] = Array.from({ length: graph.count }, () => [])
  const level: number[][] = Array.from({ length: graph.count }, () => [])
  const isForward = new Set<number>()
  for (const { from, to } of arcs) {
    if ((places[from] as number) >= (places[to] as number)) continue
    after[from]?.push(to)
    before[to]?.push(from)
    isForward.add(from * graph.count + to)
  }
  for (let e = 0; e < graph.from.length; e++) {
    const from = graph.from[e] as number
    const to = graph.to[e] as number
    if (isForward.has(from * graph.count + to) || isForward.has(to * graph.count + from)) continue
    level[from]?.push(to)
    level[to]?.push(from)
  }
  const line = Array.from({ length: graph.count }, (_, i) => i).sort((a, b) => (places[a] as number) - (places[b] as number))
  const layers = new Int32Array(graph.count)
  for (const i of line) for (const j of before[i] as number[]) layers[i] = Math.max(layers[i] as number, (layers[j] as number) + 1)
  const count = layers.reduce((most, layer) => Math.max(most, layer), 0) + 1
  const sizes = new Int32Array(count)
  for (const layer of layers) sizes[layer] = (sizes[layer] as number) + 1

  for (let round = 0; round < ROUNDS; round++) {
    let hasMoved = false
    for (const i of round % 2 === 0 ? line.toReversed() : line) {
      const here = layers[i] as number
      const low = (before[i] as number[]).reduce((most, j) => Math.max(most, (layers[j] as number) + 1), 0)
      const high = (after[i] as number[]).reduce((least, j) => Math.min(least, (layers[j] as number) - 1), count - 1)
      if (low === high) continue
      const pull = (before[i] as number[]).length - (after[i] as number[]).length
      const costAt = (layer: number) => {
        let cost = pull * layer
        for (const j of level[i] as number[]) cost += LEVEL * Math.abs(layer - (layers[j] as number))
        const others = (sizes[layer] as number) - (layer === here ? 1 : 0)
        return cost + CROWDED * Math.max(0, others + 1 - graph.count / count)
      }
      let best = here
      let least = costAt(here) - 1e-9
      for (let layer = low; layer <= high; layer++) {
        const cost = costAt(layer)
        if (cost < least) [best, least] = [layer, cost]
      }
      if (best === here) continue
      sizes[here] = (sizes[here] as number) - 1
      sizes[best] = (sizes[best] as number) + 1
      layers[i] = best
      hasMoved = true
    }
    if (!hasMoved) break
  }
  return layers
}
