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
  isOne: ({ start }) => /^(?:\/\/[^\n]*\n\s*|#[^\n]*\n\s*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/\s*)*(?:strict\s+)?(?:di)?graph\b[^[{]*\{/i.test(start),
  async load() {
    const [{ findDot }, { writeDot }] = await Promise.all([import('./read-dot.ts'), import('./write-dot.ts')])
    return { find: findDot, write: async (whole, options) => new TextEncoder().encode(writeDot(graphOf(openOnly(whole.map, options), options))) }
  },
}
