import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation } from 'd3-force'
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { LayoutGraph } from '../../src/layout/layout-graph.ts'
import { seeded } from '../support/seeded.ts'

export interface Places {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Ticks until d3-force's simulation is cold, by its own defaults; the other gets as many. */
const TICKS = 300

const at = (list: ArrayLike<number>, i: number): number => list[i] ?? 0

/** d3-force alone, as its documentation has it for boxes: ties as long as a card and its gap, charge, and circles that do not overlap. */
export function d3Alone(graph: LayoutGraph): Places {
  const nodes = Array.from({ length: graph.count }, (_, index) => ({ index, x: Number.NaN, y: Number.NaN }))
  const links = Array.from(graph.from, (source, i) => ({ source, target: at(graph.to, i) }))
  forceSimulation(nodes)
    .randomSource(seeded(1))
    .force('link', forceLink<(typeof nodes)[number], { source: number; target: number }>(links).distance(180))
    .force('charge', forceManyBody().strength(-400))
    .force('centre', forceCenter())
    .force('collide', forceCollide(70))
    .stop()
    .tick(TICKS)
  return { x: Float64Array.from(nodes, (node) => node.x), y: Float64Array.from(nodes, (node) => node.y) }
}

/** ForceAtlas2 from seeded places, with the settings that it infers from the graph. */
export function forceAtlas(layout: LayoutGraph): Places {
  const random = seeded(1)
  const graph = new Graph({ multi: true })
  for (let i = 0; i < layout.count; i++) graph.addNode(String(i), { x: random() * 1000, y: random() * 1000, size: 70 })
  layout.from.forEach((from, i) => graph.addEdge(String(from), String(at(layout.to, i))))
  const places = forceAtlas2(graph, { iterations: TICKS, settings: forceAtlas2.inferSettings(graph) })
  const of = (axis: 'x' | 'y') => Float64Array.from({ length: layout.count }, (_, i) => places[String(i)]?.[axis] ?? 0)
  return { x: of('x'), y: of('y') }
}

/** The same layout, enlarged to the area of another: how often cards overlap depends on nothing as much as on the room they get. */
export function inTheAreaOf({ x, y }: Places, other: Places): Places {
  const by = Math.sqrt(areaOf(other) / (areaOf({ x, y }) || 1))
  return { x: x.map((value) => value * by), y: y.map((value) => value * by) }
}

function areaOf({ x, y }: Places): number {
  return (percentileOf(x, 0.98) - percentileOf(x, 0.02)) * (percentileOf(y, 0.98) - percentileOf(y, 0.02))
}

const percentileOf = (values: Float64Array, share: number) => at(values.toSorted(), Math.floor(share * (values.length - 1)))
