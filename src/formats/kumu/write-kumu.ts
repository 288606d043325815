import { namesOf, listed, type SystemMap, type WholeMap } from '../../model/system-map.ts'
import type { Id } from '../../model/ids.ts'
import type { Graph, GraphNode, GraphTie } from '../graph/graph.ts'
import { jsonText, type Writable } from '../native/json-text.ts'

/** A Kumu blueprint (docs.kumu.io, “JSON blueprints”): ids kept; an element is tagged with the date of every version that has it. */
export function writeKumu(graph: Graph, whole: WholeMap): string {
  const dates = datesOf(whole)
  return jsonText(new Map([
    ['elements', graph.nodes.map((node) => element(node, whole.map, dates.get(node.id) ?? []))],
    ['connections', graph.ties.map(connection)],
  ]), '  ')
}

function element(node: GraphNode, { elements }: SystemMap, dates: readonly string[]): Writable {
  const { description = '', tags = new Map<string, number>() } = elements.get(node.id) ?? {}
  const all = [...new Set([...namesOf(tags), ...dates])]
  return new Map<string, Writable>([
    ['id', node.id], ['label', node.label], ['type', node.kind],
    ...(description ? [['description', description] as const] : []), ...(all.length ? [['tags', all] as const] : []),
    ...custom(node),
  ])
}

function connection(tie: GraphTie): Writable {
  return new Map<string, Writable>([
    ['id', tie.id], ['from', tie.from], ['to', tie.to], ['direction', tie.mutual ? 'mutual' : 'directed'], ['type', tie.kind], ['label', tie.label],
    ...(tie.weight === undefined ? [] : [['weight', tie.weight] as const]), ...custom(tie),
  ])
}

/** What Kumu has a place of its own for. */
const OWN = new Set(['kind', 'direction'])

function custom(item: GraphNode | GraphTie): readonly (readonly [string, Writable])[] {
  const isOwn = (key: string) => OWN.has(key) || (!('from' in item) && (key === 'description' || key === 'tags'))
  return item.values.flatMap(([{ key, title }, value]) => (isOwn(key) ? [] : [[title, value] as const]))
}

function datesOf({ map, contents }: WholeMap): ReadonlyMap<Id, readonly string[]> {
  const dates = new Map<Id, string[]>()
  for (const { date, content } of listed(map.versions)) {
    for (const id of contents.get(content)?.elements.keys() ?? []) dates.set(id, [...(dates.get(id) ?? []), date])
  }
  return dates
}
