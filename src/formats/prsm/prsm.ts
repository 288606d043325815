import { isObject } from '../../model/check.ts'
import type { Json } from '../../model/json.ts'
import type { Format } from '../format.ts'
import { listIn } from '../found/json-values.ts'
import { startsPacked } from './unpack-lz.ts'

/** A list of nodes and one of edges that name their ends. */
function isPrsm(json: Json | undefined): boolean {
  if (!isObject(json) || !Array.isArray(json['nodes']) || !Array.isArray(json['edges'])) return false
  const [node, edge] = [listIn(json, 'nodes')[0], listIn(json, 'edges')[0]]
  const isNode = node === undefined || (isObject(node) && Object.hasOwn(node, 'id') && !Object.hasOwn(node, 'data'))
  const isEdge = edge === undefined || (isObject(edge) && (Object.hasOwn(edge, 'from') || Object.hasOwn(edge, 'source')))
  return isNode && isEdge && (node !== undefined || edge !== undefined)
}

/** Maps of PRSM, the participatory system mapper: read, never written. */
export const prsm: Format = {
  id: 'prsm',
  title: 'PRSM map',
  extensions: ['.prsm'],
  mime: 'application/json',
  losses: [],
  isOne: ({ bytes, json, packed }) => (json === undefined ? packed.length === 0 && startsPacked(bytes) : isPrsm(json)),
  load: async () => ({ find: (await import('./read-prsm.ts')).findPrsm }),
}
