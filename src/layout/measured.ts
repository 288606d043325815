import type { LayoutGraph } from './layout-graph.ts'
import type { Placement } from './placement.ts'
import { layoutQuality, type LayoutQuality } from './quality.ts'
import { stressOf } from './stress.ts'

/** How good a picture is, as it is told to people. */
export interface Measured extends Pick<LayoutQuality, 'crossings' | 'behind' | 'overlaps'> {
  /** How far distances are from the steps along ties, 0 to 1. */
  readonly stress: number
}

export function measured(graph: LayoutGraph, { x, y }: Placement): Measured {
  const { crossings, behind, overlaps } = layoutQuality(graph, x, y)
  return { crossings, behind, overlaps, stress: stressOf(graph, x, y) }
}
