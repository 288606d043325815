import { everyElement, readXml, textOf, type XmlElement } from './well-formed.ts'

interface ReadItem {
  readonly id: string
  readonly label: string
  /** Each yes and each no that a perspective says of it. */
  readonly seen: readonly string[]
}

interface ReadGraph {
  readonly nodes: readonly ReadItem[]
  readonly ties: readonly (ReadItem & { readonly from: string; readonly to: string; readonly mutual: boolean })[]
}

interface Reader {
  readonly id: string
  read(text: string): ReadGraph
  /** What a text becomes that the format cannot hold as it is. */
  holds(text: string): string
  /** Whether what perspectives say is in it. */
  readonly sayings: boolean
}

const inXml = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '\ufffd')
const all = (root: XmlElement, name: string) => [...everyElement(root)].filter((element) => element.name === name)

function graphml(text: string): ReadGraph {
  const root = readXml(text)
  const titles = new Map(all(root, 'key').map(({ attributes }) => [attributes.get('id'), attributes.get('attr.name')]))
  const dataOf = (element: XmlElement) => all(element, 'data').map((one) => [titles.get(one.attributes.get('key')), textOf(one)] as const)
  const item = (element: XmlElement): ReadItem => {
    const data = dataOf(element)
    return { id: element.attributes.get('id') ?? '', label: data.find(([title]) => title === 'label')?.[1] ?? '', seen: data.filter(([title]) => title?.endsWith(': Seen')).map(([, value]) => value) }
  }
  return {
    nodes: all(root, 'node').map(item),
    ties: all(root, 'edge').map((edge) => ({ ...item(edge), from: edge.attributes.get('source') ?? '', to: edge.attributes.get('target') ?? '', mutual: dataOf(edge).some(([title, value]) => title === 'Direction' && value === 'mutual') })),
  }
}

function gexf(text: string): ReadGraph {
  const root = readXml(text)
  const titles = new Map(all(root, 'attribute').map(({ attributes }) => [attributes.get('id'), attributes.get('title')]))
  const item = (element: XmlElement): ReadItem => {
    const values = all(element, 'attvalue').map(({ attributes }) => [titles.get(attributes.get('for')), attributes.get('value') ?? ''] as const)
    return { id: element.attributes.get('id') ?? '', label: element.attributes.get('label') ?? '', seen: values.filter(([title]) => title?.endsWith(': Seen')).map(([, value]) => value) }
  }
  return {
    nodes: all(root, 'node').map(item),
    ties: all(root, 'edge').map((edge) => ({ ...item(edge), from: edge.attributes.get('source') ?? '', to: edge.attributes.get('target') ?? '', mutual: edge.attributes.get('type') === 'mutual' })),
  }
}

type Said = Readonly<Record<string, unknown>>
const word = (value: unknown): string => (typeof value === 'string' ? value : '')
const seenIn = (data: Said): readonly string[] => Object.entries(data).filter(([key]) => key.endsWith(': Seen')).map(([, value]) => word(value))

function kumu(text: string): ReadGraph {
  const { elements, connections } = JSON.parse(text) as { elements: Said[]; connections: Said[] }
  const item = (data: Said): ReadItem => ({ id: word(data['id']), label: word(data['label']), seen: seenIn(data) })
  return { nodes: elements.map(item), ties: connections.map((data) => ({ ...item(data), from: word(data['from']), to: word(data['to']), mutual: data['direction'] === 'mutual' })) }
}

function cytoscape(text: string): ReadGraph {
  const { elements } = JSON.parse(text) as { elements: { nodes: { data: Said }[]; edges: { data: Said }[] } }
  const item = ({ data }: { data: Said }): ReadItem => ({ id: word(data['id']), label: word(data['label']), seen: seenIn(data) })
  return { nodes: elements.nodes.map(item), ties: elements.edges.map((edge) => ({ ...item(edge), from: word(edge.data['source']), to: word(edge.data['target']), mutual: edge.data['Direction'] === 'mutual' })) }
}

type Gml = readonly (readonly [key: string, value: string | number | Gml])[]

/** GML by its grammar (Himsolt 1997): keys of letters and digits; strings in ASCII, without quotes or bare ampersands. */
function gmlList(text: string): Gml {
  const token = /\s*(?:([a-zA-Z][a-zA-Z0-9]*)|(-?\d+(?:\.\d+(?:E[+-]?\d+)?)?)|"([ !#-~]*)"|(\[)|(\]))/y
  const lists: (readonly [string, string | number | Gml])[][] = [[]]
  const keys: string[] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) throw new Error(`No GML at ${at}: ${text.slice(at, at + 60)}`)
    at = token.lastIndex
    const [, key, number, string, opens, closes] = found
    if (key !== undefined) keys.push(key)
    else if (opens) lists.push([])
    else if (closes) {
      const list = lists.pop() ?? []
      lists.at(-1)?.push([keys.pop() ?? '', list])
    } else {
      if (string !== undefined && /&(?!#\d+;)/.test(string)) throw new Error(`A bare & in ${string}`)
      lists.at(-1)?.push([keys.pop() ?? '', number === undefined ? (string ?? '').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))) : Number(number)])
    }
  }
  if (lists.length !== 1 || keys.length) throw new Error('Brackets do not close')
  return lists[0] ?? []
}

function gml(text: string): ReadGraph {
  const graph = gmlList(text).find(([key]) => key === 'graph')?.[1] as Gml
  const lists = (name: string) => graph.filter(([key]) => key === name).map(([, list]) => new Map(list as Gml))
  const seen = new Set(lists('attribute').filter((one) => word(one.get('title')).endsWith(': Seen')).map((one) => `${word(one.get('of'))} ${word(one.get('key'))}`))
  const ids = new Map(lists('node').map((node) => [node.get('id'), word(node.get('identifier'))]))
  const item = (of: 'node' | 'edge') => (data: ReadonlyMap<string, unknown>): ReadItem => ({ id: word(data.get('identifier')), label: word(data.get('label')), seen: [...data].filter(([key]) => seen.has(`${of} ${key}`)).map(([, value]) => word(value)) })
  return {
    nodes: lists('node').map(item('node')),
    ties: lists('edge').map((edge) => ({ ...item('edge')(edge), from: ids.get(edge.get('source')) ?? '', to: ids.get(edge.get('target')) ?? '', mutual: edge.get('direction') === 'mutual' })),
  }
}

const inDot = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}]/gu, '\ufffd')

/** Statements of nodes and edges; a label is read for backslashes, then for entities, as Graphviz does. */
function dot(text: string): ReadGraph {
  const string = '"((?:[^"\\\\]|\\\\[^])*)"'
  const label = (raw = '') => raw.replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign)).replaceAll('&amp;', '&')
  const statement = new RegExp(`^ *${string}(?: -> ${string})? \\[label=${string}([^]*?)\\];$`, 'gm')
  const nodes: ReadItem[] = []
  const ties: ReadGraph['ties'][number][] = []
  for (const [, id = '', to, name, rest = ''] of text.matchAll(statement)) {
    if (to === undefined) nodes.push({ id, label: label(name), seen: [] })
    else ties.push({ id: /id="([^"]*)"/.exec(rest)?.[1] ?? '', label: label(name), seen: [], from: id, to, mutual: rest.includes('dir=both') })
  }
  return { nodes, ties }
}

const asItIs = (text: string) => text

/** A reader of exactly what each graph format's writer writes. */
export const READ: readonly Reader[] = [
  { id: 'graphml', read: graphml, holds: inXml, sayings: true },
  { id: 'gexf', read: gexf, holds: inXml, sayings: true },
  { id: 'gml', read: gml, holds: (text) => text.replace(/\p{Cs}/gu, '\ufffd'), sayings: true },
  { id: 'kumu', read: kumu, holds: asItIs, sayings: true },
  { id: 'cytoscape', read: cytoscape, holds: asItIs, sayings: true },
  { id: 'dot', read: dot, holds: inDot, sayings: false },
]
