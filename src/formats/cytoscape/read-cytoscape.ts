import { isObject } from '../../model/check.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Source } from '../format.ts'
import { Finder } from '../found/finder.ts'
import type { FoundFile } from '../found/found.ts'
import { listIn, objectIn, otherCells, textIn } from '../found/json-values.ts'

/** What has a place of its own here, or is the tool's own bookkeeping. */
const KNOWN = new Set(['id', 'label', 'name', 'source', 'target', 'parent', 'SUID', 'selected', 'shared_name', 'shared name', 'shared_interaction', 'shared interaction'])

/** Reads the JSON of Cytoscape and cytoscape.js: nodes and edges apart, or one list. */
export function* findCytoscape({ json }: Source): Generator<number, FoundFile> {
  const finder = new Finder()
  const file = isObject(json) ? json : {}
  const data = objectIn(file, 'data')
  finder.title = textIn(data, 'title') || textIn(data, 'name')
  const items = itemsIn(json ?? null)
  const nodes = items.filter(({ isEdge }) => !isEdge)
  const names = new Map(nodes.map(({ data: one }) => [idOf(one), nameOf(one)]))
  yield 0.3
  for (const { item, data: one, place } of nodes) {
    const position = objectIn(item, 'position')
    const parent = textIn(one, 'parent')
    finder.element(place, {
      id: idOf(one), name: nameOf(one), at: Object.hasOwn(position, 'x') && Object.hasOwn(position, 'y') ? [Number(position['x']), Number(position['y'])] : null,
      values: [...otherCells(one, KNOWN), ...(parent === '' ? [] : [['Inside', names.get(parent) || parent] as const])],
    })
    if (parent !== '') finder.mended(place, 'it stands inside another element, which is kept as “Inside”')
  }
  for (const { data: one, place, isEdge } of items) {
    if (isEdge) finder.tie(place, { id: idOf(one), from: textIn(one, 'source'), to: textIn(one, 'target'), label: textIn(one, 'label') || textIn(one, 'name'), values: otherCells(one, KNOWN) })
  }
  return { ok: true, format: 'Cytoscape JSON', maps: [finder.done()] }
}

interface Item {
  readonly item: JsonObject
  readonly data: JsonObject
  readonly place: string
  readonly isEdge: boolean
}

const idOf = (data: JsonObject) => textIn(data, 'id') || textIn(data, 'SUID')
const nameOf = (data: JsonObject) => textIn(data, 'label') || textIn(data, 'name') || textIn(data, 'shared_name')

function itemsIn(json: Json): readonly Item[] {
  const elements = isObject(json) ? json['elements'] : json
  const list = (items: readonly Json[], sort: 'Node' | 'Edge' | null) =>
    items.flatMap((item, i): Item[] => {
      if (!isObject(item)) return []
      const data = objectIn(item, 'data')
      const isEdge = sort === null ? item['group'] === 'edges' || (item['group'] !== 'nodes' && Object.hasOwn(data, 'source')) : sort === 'Edge'
      return [{ item, data, isEdge, place: `${sort ?? 'Item'} ${i + 1}` }]
    })
  if (Array.isArray(elements)) return list(elements as readonly Json[], null)
  return isObject(elements) ? [...list(listIn(elements, 'nodes'), 'Node'), ...list(listIn(elements, 'edges'), 'Edge')] : []
}
