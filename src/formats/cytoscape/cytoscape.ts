import { isObject } from '../../model/check.ts'
import type { Json } from '../../model/json.ts'
import type { Format } from '../format.ts'
import { GRAPH_LOSSES } from '../graph/graph-losses.ts'
import { graphOf } from '../graph/graph.ts'
import { openOnly } from '../open-only.ts'

/** Nodes and edges apart, or one list of things with their data. */
function isCytoscape(json: Json | undefined): boolean {
  const elements = isObject(json) ? json['elements'] : json
  if (!Array.isArray(elements)) return isObject(elements) && (Array.isArray(elements['nodes']) || Array.isArray(elements['edges']))
  const [first] = elements as readonly Json[]
  return isObject(first) && isObject(first['data'])
}

/** For Cytoscape and cytoscape.js. */
export const cytoscape: Format = {
  id: 'cytoscape',
  title: 'Cytoscape JSON',
  extensions: ['.cyjs'],
  mime: 'application/json',
  writes: 'for Cytoscape and web pages',
  losses: GRAPH_LOSSES,
  isOne: ({ json }) => isCytoscape(json),
  async load() {
    const [{ findCytoscape }, { writeCytoscape }] = await Promise.all([import('./read-cytoscape.ts'), import('./write-cytoscape.ts')])
    return { find: findCytoscape, write: async (whole, options) => new TextEncoder().encode(writeCytoscape(graphOf(openOnly(whole.map, options), options))) }
  },
}
