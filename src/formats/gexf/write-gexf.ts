import type { Attribute, Graph, GraphNode, GraphTie } from '../graph/graph.ts'
import { xmlAttribute, xmlContent } from '../xml-text.ts'

const TYPES: Readonly<Record<Attribute['is'], string>> = { text: 'string', number: 'double', flag: 'boolean' }

/** GEXF 1.3 (gexf.net). */
export function writeGexf(graph: Graph): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `  <meta><creator>Sightlines</creator><title>${xmlContent(graph.title)}</title><description>${xmlContent(graph.question)}</description></meta>`,
    '  <graph defaultedgetype="directed">',
    ...declared('node', graph.nodeAttributes),
    ...declared('edge', graph.tieAttributes),
    '    <nodes>',
    ...graph.nodes.map((node) => `      <node id="${node.id}" label="${xmlAttribute(node.label)}">${values(node)}${drawn(node)}</node>`),
    '    </nodes>',
    '    <edges>',
    ...graph.ties.map((tie) => `      <edge id="${tie.id}" source="${tie.from}" target="${tie.to}" type="${tie.mutual ? 'mutual' : 'directed'}" label="${xmlAttribute(tie.label)}"${tie.weight === undefined ? '' : ` weight="${tie.weight}"`}>${values(tie)}</edge>`),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n')
}

function declared(of: 'node' | 'edge', attributes: readonly Attribute[]): readonly string[] {
  return [`    <attributes class="${of}">`, ...attributes.map(({ key, title, is }) => `      <attribute id="${key}" title="${xmlAttribute(title)}" type="${TYPES[is]}"/>`), '    </attributes>']
}

function values({ values: said }: GraphNode | GraphTie): string {
  return said.length ? `<attvalues>${said.map(([{ key }, value]) => `<attvalue for="${key}" value="${xmlAttribute(String(value))}"/>`).join('')}</attvalues>` : ''
}

function drawn({ position, colour }: GraphNode): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour?.slice(at, at + 2) ?? '', 16))
  return `${colour ? `<viz:color r="${r}" g="${g}" b="${b}"/>` : ''}${position ? `<viz:position x="${position[0]}" y="${position[1]}" z="0"/>` : ''}`
}
