import type { Format } from '../format.ts'
import { GRAPH_LOSSES } from '../graph/graph-losses.ts'
import { graphOf } from '../graph/graph.ts'
import { LOSSES } from '../losses.ts'
import { openOnly } from '../open-only.ts'

/** For Kumu. */
export const kumu: Format = {
  id: 'kumu',
  title: 'Kumu blueprint',
  extensions: ['.json'],
  mime: 'application/json',
  writes: 'for Kumu; versions become tags',
  losses: [LOSSES.title, ...GRAPH_LOSSES],
  async load() {
    const { writeKumu } = await import('./write-kumu.ts')
    return {
      async write(whole, options) {
        const map = openOnly(whole.map, options)
        return new TextEncoder().encode(writeKumu(graphOf(map, options), { ...whole, map }))
      },
    }
  },
}
