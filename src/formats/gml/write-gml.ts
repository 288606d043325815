import type { Attribute, Graph, GraphNode, GraphTie } from '../graph/graph.ts'

/** The least and the most that a GML reader need take as a whole number. */
const INT = 2 ** 31

/**
 * GML (Himsolt 1997). Its file is ASCII: any other sign is an entity of its number, so that nothing is lost but half signs. Ids are numbers
 * there; ours stands beside, as `identifier`. What each key means is a list of its own at the top.
 */
export function writeGml(graph: Graph): string {
  const numbers = new Map(graph.nodes.map(({ id }, i) => [id, i + 1]))
  const lines = [
    'Creator "Sightlines"',
    'graph [',
    '  directed 1',
    `  label ${quoted(graph.title)}`,
    `  comment ${quoted(graph.question)}`,
    ...graph.nodeAttributes.map(meaning('node')),
    ...graph.tieAttributes.map(meaning('edge')),
  ]
  for (const node of graph.nodes) lines.push('  node [', `    id ${numbers.get(node.id)}`, ...item(node), ...graphics(node), '  ]')
  for (const tie of graph.ties) {
    lines.push('  edge [', `    source ${numbers.get(tie.from)}`, `    target ${numbers.get(tie.to)}`, ...(tie.weight === undefined ? [] : [`    weight ${numberText(tie.weight)}`]), ...item(tie), '  ]')
  }
  return `${[...lines, ']'].join('\n')}\n`
}

const meaning = (of: string) => ({ key, title }: Attribute) => `  attribute [ of "${of}" key "${key}" title ${quoted(title)} ]`

function item({ id, label, values }: GraphNode | GraphTie): readonly string[] {
  return [`    identifier "${id}"`, `    label ${quoted(label)}`, ...values.map(([{ key }, value]) => `    ${key} ${typeof value === 'string' ? quoted(value) : numberText(Number(value))}`)]
}

function graphics({ position, colour }: GraphNode): readonly string[] {
  if (!position && colour === undefined) return []
  return [`    graphics [${position ? ` x ${numberText(position[0])} y ${numberText(position[1])}` : ''}${colour === undefined ? '' : ` fill "${colour}"`} ]`]
}

function quoted(text: string): string {
  return `"${text.replace(/\p{Cs}/gu, '\ufffd').replace(/[^ !#-%'-~]/gu, (sign) => `&#${sign.codePointAt(0)};`)}"`
}

function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < INT) return String(value)
  const [digits = '', power] = String(value).split('e')
  return `${digits.includes('.') ? digits : `${digits}.0`}${power === undefined ? '' : `E${power}`}`
}
