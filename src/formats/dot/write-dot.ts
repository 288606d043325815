import type { Graph, GraphNode, GraphTie } from '../graph/graph.ts'

/** DOT, for Graphviz: organisations as clusters, places as `pos` in points (`neato -n` keeps them), strength as the width of the line. */
export function writeDot({ title, question, nodes, ties }: Graph): string {
  const homes = new Map<string, GraphNode[]>()
  for (const node of nodes) homes.set(node.organisation, [...(homes.get(node.organisation) ?? []), node])
  return `${[
    'digraph map {',
    `  label=${label([title, question].filter(Boolean).join('\n'))};`,
    '  node [shape=box, style="filled", fillcolor="white"];',
    ...[...homes].flatMap(([home, members], i) =>
      home === '' ? members.map((node) => `  ${nodeLine(node)}`) : [`  subgraph "cluster_${i + 1}" {`, `    label=${label(home)};`, ...members.map((node) => `    ${nodeLine(node)}`), '  }'],
    ),
    ...ties.map(tieLine),
    '}',
  ].join('\n')}\n`
}

function nodeLine({ id, label: name, kind, position, colour }: GraphNode): string {
  const place = position ? [`pos="${position[0]},${-position[1]}!"`] : []
  return `"${id}" [${[`label=${label(name)}`, `class="${kind}"`, ...(colour ? [`color="${colour}"`] : []), ...place].join(', ')}];`
}

function tieLine({ id, from, to, label: words, kind, mutual, weight }: GraphTie): string {
  return `  "${from}" -> "${to}" [${[`label=${label(words)}`, `class="${kind}"`, `id="${id}"`, ...(mutual ? ['dir=both'] : []), ...(weight === undefined ? [] : [`penwidth=${weight}`])].join(', ')}];`
}

/** A label: any sign but those that Graphviz, written in C, ends at or cannot draw. It is read twice, for backslashes and for entities of HTML. */
function label(words: string): string {
  const text = words.replaceAll('\\', '\\\\').replaceAll('&', '&amp;')
  return `"${text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}]/gu, '\ufffd').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}
