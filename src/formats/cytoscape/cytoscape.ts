import type { Format } from '../format.ts'
import { GRAPH_LOSSES } from '../graph/graph-losses.ts'
import { graphOf } from '../graph/graph.ts'
import { openOnly } from '../open-only.ts'

/** For Cytoscape and cytoscape.js. */
export const cytoscape: Format = {
  id: 'cytoscape',
  title: 'Cytoscape JSON',
  extensions: ['.cyjs'],
  mime: 'application/json',
  writes: 'for Cytoscape and web pages',
  losses: GRAPH_LOSSES,
  async load() {
    const { writeCytoscape } = await import('./write-cytoscape.ts')
    return { write: async (whole, options) => new TextEncoder().encode(writeCytoscape(graphOf(openOnly(whole.map, options), options))) }
  },
}
