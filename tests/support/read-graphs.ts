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
  const item = (element: XmlElement): ReadItem => {
    const data = all(element, 'data').map((one) => [titles.get(one.attributes.get('key')), textOf(one)] as const)
    return { id: element.attributes.get('id') ?? '', label: data.find(([title]) => title === 'label')?.[1] ?? '', seen: data.filter(([title]) => title?.endsWith(': Seen')).map(([, value]) => value) }
  }
  return {
    nodes: all(root, 'node').map(item),
    ties: all(root, 'edge').map((edge) => ({ ...item(edge), from: edge.attributes.get('source') ?? '', to: edge.attributes.get('target') ?? '', mutual: edge.attributes.get('directed') === 'false' })),
  }
}

/** A reader of exactly what each graph format's writer writes. */
export const READ: readonly Reader[] = [{ id: 'graphml', read: graphml, holds: inXml, sayings: true }]
