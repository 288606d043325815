import type { Json } from '../../model/json.ts'
import type { Graph, GraphNode, GraphTie } from '../graph/graph.ts'
import { jsonText, type Writable } from '../native/json-text.ts'

/** Cytoscape JSON (js.cytoscape.org, also Cytoscape’s own CYJS): nodes and edges, each with its data. */
export function writeCytoscape({ title, question, nodes, ties }: Graph): string {
  return jsonText(new Map<string, Writable>([
    ['format_version', '1.0'], ['generated_by', 'Sightlines'], ['data', { name: title, question }],
    ['elements', new Map<string, Writable>([['nodes', nodes.map(nodeOf)], ['edges', ties.map(edgeOf)]])],
  ]), ' ')
}

function nodeOf(node: GraphNode): Writable {
  const position: readonly (readonly [string, Writable])[] = node.position ? [['position', { x: node.position[0], y: node.position[1] }]] : []
  return new Map<string, Writable>([['data', data(node, [])], ...position])
}

function edgeOf(tie: GraphTie): Writable {
  const weight: readonly (readonly [string, Json])[] = tie.weight === undefined ? [] : [['weight', tie.weight]]
  return new Map([['data', data(tie, [['source', tie.from], ['target', tie.to], ...weight])]])
}

/** A map and no object: what perspectives and facts are called may be `__proto__`. */
function data({ id, label, values }: GraphNode | GraphTie, ends: readonly (readonly [string, Json])[]): Writable {
  return new Map<string, Writable>([['id', id], ...ends, ['label', label], ...values.map(([{ title }, value]) => [title, value] as const)])
}
