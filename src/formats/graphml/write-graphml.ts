import type { Attribute, Graph, GraphNode } from '../graph/graph.ts'
import { xmlAttribute, xmlContent } from '../xml-text.ts'

const TYPES: Readonly<Record<Attribute['is'], string>> = { text: 'string', number: 'double', flag: 'boolean' }

/**
 * GraphML 1.0 (graphml.graphdrawing.org). Attributes are declared with the names that people read; x, y, r, g, b and weight as Gephi names
 * them. Every edge is directed, since NetworkX and igraph refuse a graph of both sorts: which are mutual is an attribute.
 */
export function writeGraphml(graph: Graph): string {
  const key = (id: string, of: 'graph' | 'node' | 'edge', name: string, type: string) => `  <key id="${id}" for="${of}" attr.name="${xmlAttribute(name)}" attr.type="${type}"/>`
  const declared = (of: 'node' | 'edge', attributes: readonly Attribute[]) => attributes.map(({ key: id, title, is }) => key(`${of}_${id}`, of, title, TYPES[is]))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    key('graph_title', 'graph', 'title', 'string'), key('graph_question', 'graph', 'question', 'string'),
    key('node_label', 'node', 'label', 'string'), key('node_x', 'node', 'x', 'double'), key('node_y', 'node', 'y', 'double'),
    ...['r', 'g', 'b'].map((channel) => key(`node_${channel}`, 'node', channel, 'int')),
    ...declared('node', graph.nodeAttributes),
    key('edge_label', 'edge', 'label', 'string'), key('edge_weight', 'edge', 'weight', 'double'),
    ...declared('edge', graph.tieAttributes),
    '  <graph id="map" edgedefault="directed">',
    ...data('    ', [['graph_title', graph.title], ['graph_question', graph.question]]),
    ...graph.nodes.flatMap((node) => element('node', [['id', node.id]], [['node_label', node.label], ...place(node), ...node.values.map(([{ key: id }, value]) => [`node_${id}`, value] as const)])),
    ...graph.ties.flatMap((tie) => element('edge', [['id', tie.id], ['source', tie.from], ['target', tie.to]], [['edge_label', tie.label], ['edge_weight', tie.weight ?? ''], ...tie.values.map(([{ key: id }, value]) => [`edge_${id}`, value] as const)])),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n')
}

type Value = readonly [key: string, value: string | number | boolean]

function place({ position, colour }: GraphNode): readonly Value[] {
  const channels = colour === undefined ? [] : (['r', 'g', 'b'] as const).map((channel, i): Value => [`node_${channel}`, Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16)])
  return [...(position ? ([['node_x', position[0]], ['node_y', position[1]]] as const) : []), ...channels]
}

function element(name: 'node' | 'edge', attributes: readonly (readonly [string, string])[], values: readonly Value[]): readonly string[] {
  return [`    <${name}${attributes.map(([key, value]) => ` ${key}="${xmlAttribute(value)}"`).join('')}>`, ...data('      ', values), `    </${name}>`]
}

function data(indent: string, values: readonly Value[]): readonly string[] {
  return values.filter(([, value]) => value !== '').map(([key, value]) => `${indent}<data key="${key}">${xmlContent(String(value))}</data>`)
}
