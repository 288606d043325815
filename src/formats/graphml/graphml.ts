import type { Format } from '../format.ts'
import { GRAPH_LOSSES } from '../graph/graph-losses.ts'
import { graphOf } from '../graph/graph.ts'
import { LOSSES } from '../losses.ts'
import { openOnly } from '../open-only.ts'

/** For network tools: Gephi, yEd, NetworkX, igraph. */
export const graphml: Format = {
  id: 'graphml',
  title: 'GraphML',
  extensions: ['.graphml'],
  mime: 'application/graphml+xml',
  writes: 'for Gephi, yEd and network tools',
  losses: [...GRAPH_LOSSES, LOSSES.xmlSigns],
  isOne: ({ start }) => /<(?:\w+:)?graphml[\s/>]/.test(start),
  async load() {
    const [{ findGraphml }, { writeGraphml }] = await Promise.all([import('./read-graphml.ts'), import('./write-graphml.ts')])
    return { find: findGraphml, write: async (whole, options) => new TextEncoder().encode(writeGraphml(graphOf(openOnly(whole.map, options), options))) }
  },
}
