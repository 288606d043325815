import { isObject } from '../../model/check.ts'
import type { Json } from '../../model/json.ts'
import type { Format } from '../format.ts'
import { listIn } from '../found/json-values.ts'
import { GRAPH_LOSSES } from '../graph/graph-losses.ts'
import { graphOf } from '../graph/graph.ts'
import { LOSSES } from '../losses.ts'
import { openOnly } from '../open-only.ts'

/** A blueprint, or a whole project. */
function isKumu(json: Json | undefined): boolean {
  if (!isObject(json)) return false
  const [first] = listIn(json, 'elements')
  if (first === undefined) return listIn(json, 'connections').length > 0
  return isObject(first) && (Object.hasOwn(first, 'label') || Object.hasOwn(first, 'attributes')) && !Object.hasOwn(first, 'data')
}

/** For Kumu. */
export const kumu: Format = {
  id: 'kumu',
  title: 'Kumu blueprint',
  extensions: ['.json'],
  mime: 'application/json',
  writes: 'for Kumu; versions become tags',
  losses: [LOSSES.title, LOSSES.places, ...GRAPH_LOSSES],
  isOne: ({ json }) => isKumu(json),
  async load() {
    const [{ findKumu }, { writeKumu }] = await Promise.all([import('./read-kumu.ts'), import('./write-kumu.ts')])
    return {
      find: findKumu,
      async write(whole, options) {
        const map = openOnly(whole.map, options)
        return new TextEncoder().encode(writeKumu(graphOf(map, options), { ...whole, map }))
      },
    }
  },
}
