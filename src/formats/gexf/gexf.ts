import type { Format } from '../format.ts'
import { GRAPH_LOSSES } from '../graph/graph-losses.ts'
import { graphOf } from '../graph/graph.ts'
import { LOSSES } from '../losses.ts'
import { openOnly } from '../open-only.ts'

/** For Gephi. */
export const gexf: Format = {
  id: 'gexf',
  title: 'GEXF',
  extensions: ['.gexf'],
  mime: 'application/gexf+xml',
  writes: 'for Gephi, with colours and places',
  losses: [...GRAPH_LOSSES, LOSSES.xmlSigns],
  isOne: ({ start }) => /<(?:\w+:)?gexf[\s/>]/.test(start),
  async load() {
    const [{ findGexf }, { writeGexf }] = await Promise.all([import('./read-gexf.ts'), import('./write-gexf.ts')])
    return { find: findGexf, write: async (whole, options) => new TextEncoder().encode(writeGexf(graphOf(openOnly(whole.map, options), options))) }
  },
}
