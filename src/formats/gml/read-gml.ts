import type { Point } from '../../model/records.ts'
import type { Source } from '../format.ts'
import { decode } from '../found/decode.ts'
import { Finder, Refusal } from '../found/finder.ts'
import type { FoundFile, Value } from '../found/found.ts'
import { grouped, LIMITS } from '../native/limits.ts'
import { parseGml, type GmlList, type GmlPair } from './parse-gml.ts'

const LOOKS = /^(?:w|h|d|type|fill|outline|width|color|colour|shape|hasFill|arrow|Line|line)$/

/** Reads GML: the first graph of the file. */
export function* findGml({ bytes }: Source): Generator<number, FoundFile> {
  const { text, repairs } = decode(bytes, 'western')
  const finder = new Finder()
  for (const { place, words } of repairs) finder.mended(place, words)
  const counts = { node: 0, edge: 0 }
  const file = yield* parseGml(text, (key, line) => {
    if (key === 'node' && ++counts.node > LIMITS.elements) throw new Refusal(`Line ${line}`, `there are more than ${grouped(LIMITS.elements)} elements, which is the most Sightlines opens`)
    if (key === 'edge' && ++counts.edge > LIMITS.relationships) throw new Refusal(`Line ${line}`, `there are more than ${grouped(LIMITS.relationships)} ties, which is the most Sightlines opens`)
  })
  const graphs = file.pairs.filter(({ key, value }) => key === 'graph' && isList(value))
  const [first, ...others] = graphs
  if (!first || !isList(first.value)) throw new Refusal('The file', 'there is no graph in it')
  for (const { line } of others) finder.lost(`Line ${line}`, 'another graph: the first of a file is read')
  const creator = file.pairs.find(({ key }) => /^creator$/i.test(key))?.value
  readGraph(first.value, finder, typeof creator === 'string' && /gephi/i.test(creator), creator === 'Sightlines')
  return { ok: true, format: 'GML', maps: [finder.done()] }
}

const isList = (value: GmlPair['value']): value is GmlList => typeof value === 'object'

function one(list: GmlList, key: string): Value | undefined {
  const value = list.pairs.find((pair) => pair.key === key)?.value
  return value === undefined || isList(value) ? undefined : value
}

function readGraph(graph: GmlList, finder: Finder, isUpwards: boolean, isOurs: boolean): void {
  const isDirected = one(graph, 'directed') === 1
  const ids = new Map<string, string>()
  const own: Own | null = isOurs ? { ids, titles: titlesIn(graph) } : null
  finder.title = String(one(graph, 'label') ?? one(graph, 'name') ?? '')
  for (const { key, value, line } of graph.pairs) {
    if (key === 'node' && isList(value)) readNode(value, `Line ${line}`, finder, isUpwards, own)
    else if (key === 'edge' && isList(value)) readEdge(value, `Line ${line}`, finder, isDirected, own)
  }
}

/** What our own writer says beside: the id of each node by its number, and what people call the keys. */
interface Own {
  readonly ids: Map<string, string>
  readonly titles: ReadonlyMap<string, string>
}

function titlesIn(graph: GmlList): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const { key, value } of graph.pairs) if (key === 'attribute' && isList(value)) titles.set(`${one(value, 'of')} ${one(value, 'key')}`, String(one(value, 'title') ?? ''))
  return titles
}

/** The id that stands beside the number, which is then no column. */
function ownId(values: Map<string, Value>, own: Own | null): string | null {
  const id = own ? values.get('identifier') : undefined
  if (typeof id !== 'string') return null
  values.delete('identifier')
  return id
}

function readNode(list: GmlList, place: string, finder: Finder, isUpwards: boolean, own: Own | null): void {
  let at: Point | null = null
  const values = new Map<string, Value>()
  for (const { key, value } of list.pairs) {
    if (key === 'id' || key === 'label') continue
    if (!isList(value)) values.set(own?.titles.get(`node ${key}`) ?? key, value)
    else if (key === 'graphics') {
      const [x, y] = [one(value, 'x'), one(value, 'y')]
      if (x !== undefined && y !== undefined) at = [Number(x), isUpwards ? 0 - Number(y) : Number(y)]
      if (value.pairs.some((pair) => LOOKS.test(pair.key))) finder.lost(place, 'colour, size and shape of its own: here they follow kind, organisation and strength')
    } else nested(value, key, values)
  }
  const number = String(one(list, 'id') ?? '')
  const id = ownId(values, own) ?? number
  own?.ids.set(number, id)
  finder.element(place, { id, name: String(one(list, 'label') ?? ''), at, values })
}

function readEdge(list: GmlList, place: string, finder: Finder, isDirected: boolean, own: Own | null): void {
  const values = new Map<string, Value>()
  for (const { key, value } of list.pairs) {
    if (key === 'source' || key === 'target' || key === 'label' || key === 'id') continue
    if (!isList(value)) values.set(own?.titles.get(`edge ${key}`) ?? key, value)
    else if (key === 'graphics') finder.lost(place, 'colour, size and shape of its own: here they follow kind, organisation and strength')
    else nested(value, key, values)
  }
  const end = (key: string) => {
    const number = String(one(list, key) ?? '')
    return own?.ids.get(number) ?? number
  }
  finder.tie(place, {
    id: ownId(values, own) ?? String(one(list, 'id') ?? ''), from: end('source'), to: end('target'), label: String(one(list, 'label') ?? ''),
    mutual: !isDirected, values,
  })
}

/** Lists inside become columns of their own: `key.inner`. */
function nested(list: GmlList, around: string, values: Map<string, Value>): void {
  const open = [{ list, around }]
  for (let next = open.pop(); next; next = open.pop()) {
    for (const { key, value } of next.list.pairs) {
      if (isList(value)) open.push({ list: value, around: `${next.around}.${key}` })
      else values.set(`${next.around}.${key}`, value)
    }
  }
}
