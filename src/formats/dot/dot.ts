import type { Format } from '../format.ts'
import { GRAPH_LOSSES } from '../graph/graph-losses.ts'
import { graphOf } from '../graph/graph.ts'
import { LOSSES } from '../losses.ts'
import { openOnly } from '../open-only.ts'

/** For Graphviz. */
export const dot: Format = {
  id: 'dot',
  title: 'DOT',
  extensions: ['.gv'],
  mime: 'text/vnd.graphviz',
  writes: 'for Graphviz: what a drawing needs',
  losses: [...GRAPH_LOSSES, LOSSES.perspectives, LOSSES.details, LOSSES.controlSigns],
  async load() {
    const { writeDot } = await import('./write-dot.ts')
    return { write: async (whole, options) => new TextEncoder().encode(writeDot(graphOf(openOnly(whole.map, options), options))) }
  },
}
