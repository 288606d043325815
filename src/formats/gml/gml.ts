import type { Format } from '../format.ts'
import { GRAPH_LOSSES } from '../graph/graph-losses.ts'
import { graphOf } from '../graph/graph.ts'
import { LOSSES } from '../losses.ts'
import { openOnly } from '../open-only.ts'

/** For network tools, old and new. */
export const gml: Format = {
  id: 'gml',
  title: 'GML',
  extensions: ['.gml'],
  mime: 'application/octet-stream',
  writes: 'for network tools; plain ASCII, whatever the names',
  losses: [...GRAPH_LOSSES, LOSSES.halfSigns],
  isOne: ({ start }) => /^(?:(?:#[^\n]*|[A-Za-z]\w*[ \t]+(?:"[^"]*"|[\d.+-]+))\s+)*graph\s*\[/.test(start),
  async load() {
    const [{ findGml }, { writeGml }] = await Promise.all([import('./read-gml.ts'), import('./write-gml.ts')])
    return { find: findGml, write: async (whole, options) => new TextEncoder().encode(writeGml(graphOf(openOnly(whole.map, options), options))) }
  },
}
