import type { Format } from '../format.ts'

/** Diagrams of draw.io (diagrams.net): read, never written. */
export const drawio: Format = {
  id: 'drawio',
  title: 'draw.io diagram',
  extensions: ['.drawio'],
  mime: 'application/vnd.jgraph.mxfile',
  losses: [],
  isOne: ({ start }) => /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:mxfile|mxGraphModel)[\s/>]/.test(start),
  load: async () => ({ find: (await import('./read-drawio.ts')).findDrawio }),
}
