import type { MeasuredGraph, View } from '../measured-graph.ts'

/** A graph that another library has drawn. */
export interface Drawn {
  view(): View
  show(view: View): void
  selectAll(): void
}

/** Draws the graph at a view; resolves when all of it has been handed to the screen. */
export type Draw = (container: HTMLElement, graph: MeasuredGraph, view: View) => Promise<Drawn>
