import type { Point } from '../../model/records.ts'
import type { Source } from '../format.ts'
import { Finder, Refusal } from '../found/finder.ts'
import type { FoundFile, Value } from '../found/found.ts'
import { numberOf, valueOf } from '../found/values.ts'
import { walkXml, xmlText, type Tag } from '../found/walk-xml.ts'

interface Key {
  readonly name: string
  readonly of: string
  readonly isNumber: boolean
  fallback?: Value
}

interface Thing {
  readonly tag: Tag
  readonly values: Map<string, Value>
  /** yEd's own label, box and arrows. */
  label: string
  at: Point | null
  arrows: string
  readonly inside: string
}

const OWN_LOOK = /^(?:r|g|b|size|color|colour|shape|width|height)$/i

/** Reads GraphML (graphml.graphdrawing.org) with what Gephi and yEd add to it. */
export function* findGraphml({ bytes }: Source): Generator<number, FoundFile> {
  const finder = new Finder()
  const text = xmlText(bytes, finder)
  const graphml = new GraphMl(finder)
  yield* walkXml(text, graphml)
  if (!graphml.hasGraph) throw new Refusal('The file', 'there is no <graph> in it')
  return { ok: true, format: 'GraphML', maps: [graphml.done()] }
}

class GraphMl {
  hasGraph = false
  private readonly finder: Finder
  private readonly keys = new Map<string, Key>()
  private readonly open_: Thing[] = []
  private readonly names = new Map<string, string>()
  private readonly inside: { readonly child: string; readonly parent: string; readonly place: string }[] = []
  private isDirectedByDefault = true
  private key: Key | null = null
  private isOurs = false

  constructor(finder: Finder) {
    this.finder = finder
  }

  open(tag: Tag): void {
    const { name, attributes, place } = tag
    const thing = this.open_.at(-1)
    if (name === 'key') {
      const id = attributes.get('id') ?? ''
      this.key = { name: attributes.get('attr.name') ?? attributes.get('yfiles.type') ?? id, of: attributes.get('for') ?? 'all', isNumber: /^(?:int|integer|long|float|double)$/.test(attributes.get('attr.type') ?? '') }
      this.keys.set(id, this.key)
      if (id === 'graph_question') this.isOurs = true
    } else if (name === 'graph') {
      if (!this.hasGraph) this.isDirectedByDefault = attributes.get('edgedefault') !== 'undirected'
      this.hasGraph = true
    } else if (name === 'node' || name === 'edge') {
      const around = name === 'node' ? this.open_.findLast(({ tag: one }) => one.name === 'node') : undefined
      this.open_.push({ tag, values: new Map(), label: '', at: null, arrows: '', inside: around?.tag.attributes.get('id') ?? '' })
    } else if (name === 'Geometry' && thing?.tag.name === 'node' && !thing.at) {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) => numberOf(attributes.get(side)))
      // yEd gives the upper left corner.
      if (attributes.has('x') && attributes.has('y')) thing.at = [(x ?? NaN) + (width || 0) / 2, (y ?? NaN) + (height || 0) / 2]
    } else if (name === 'Arrows' && thing) thing.arrows = `${attributes.get('source') ?? 'none'} ${attributes.get('target') ?? 'none'}`
    else if (name === 'hyperedge') this.finder.lost(place, 'a hyperedge joins more than two; a tie joins two')
    else if (name === 'port') this.finder.lost(place, 'a port: ties here reach the element itself')
    else if (name === 'Fill' || name === 'BorderStyle' || name === 'LineStyle' || name === 'Shape') this.finder.lost(place, 'colour, size and shape of its own: here they follow kind, organisation and strength')
  }

  close(tag: Tag, text: string, path: readonly Tag[]): void {
    const thing = this.open_.at(-1)
    if (tag.name === 'default' && this.key) this.key.fallback = valueOf(text.trim(), this.key.isNumber)
    else if (tag.name === 'desc' && !thing) this.finder.title ||= text
    else if ((tag.name === 'NodeLabel' || tag.name === 'EdgeLabel') && thing && thing.label === '') thing.label = text.trim()
    else if (tag.name === 'data' && !thing && this.keys.get(tag.attributes.get('key') ?? '')?.name === 'title') this.finder.title = text
    else if (tag.name === 'data' && thing && path.at(-1) === thing.tag) this.data(thing, tag, text)
    else if (tag.name === 'node') this.node()
    else if (tag.name === 'edge') this.edge()
  }

  private data(thing: Thing, { attributes, place }: Tag, text: string): void {
    const id = attributes.get('key') ?? ''
    const key = this.keys.get(id)
    if (text.trim() === '') return
    if (!key) this.finder.mended(place, 'a value of a key that the file does not define; it is kept under the key’s own name')
    thing.values.set(key?.name ?? id, valueOf(text, key?.isNumber ?? false))
  }

  private node(): void {
    const thing = this.open_.pop()
    if (!thing) return
    const { tag, label, inside } = thing
    const values = this.filled(thing, 'node')
    const id = tag.attributes.get('id') ?? ''
    const name = String(taken(values, 'label') ?? taken(values, 'name') ?? '') || label
    const [x, y] = [taken(values, 'x'), taken(values, 'y')]
    // Gephi's y goes up, that of our own files (which have a question) down; where yEd says a place, its own stands.
    const at: Point | null = thing.at ?? (typeof x === 'number' && typeof y === 'number' ? [x, this.isOurs ? y : 0 - y] : null)
    taken(values, 'z')
    for (const column of values.keys()) if (OWN_LOOK.test(column)) {
      values.delete(column)
      this.finder.lost(tag.place, 'colour, size and shape of its own: here they follow kind, organisation and strength')
    }
    const own = this.finder.element(tag.place, { id, name, at, values })
    if (!this.names.has(id)) this.names.set(id, name || id)
    if (inside !== '') this.inside.push({ child: own, parent: inside, place: tag.place })
  }

  private edge(): void {
    const thing = this.open_.pop()
    if (!thing) return
    const { attributes, place } = thing.tag
    const values = this.filled(thing, 'edge')
    const label = String(taken(values, 'label') ?? taken(values, 'edge label') ?? taken(values, 'name') ?? '') || thing.label
    const said = attributes.get('directed')
    const [tail = '', head = ''] = thing.arrows.split(' ')
    const isDrawn = thing.arrows !== ''
    const isTurned = isDrawn && tail !== 'none' && head === 'none'
    const [from, to] = [attributes.get('source') ?? '', attributes.get('target') ?? '']
    this.finder.tie(place, {
      id: attributes.get('id') ?? '', from: isTurned ? to : from, to: isTurned ? from : to, label, values,
      mutual: isDrawn ? (tail === 'none') === (head === 'none') : said === undefined ? !this.isDirectedByDefault : said === 'false',
    })
  }

  private filled({ values }: Thing, of: 'node' | 'edge'): Map<string, Value> {
    for (const { name, of: whose, fallback } of this.keys.values()) if (fallback !== undefined && fallback !== '' && (whose === of || whose === 'all') && !values.has(name)) values.set(name, fallback)
    return values
  }

  done() {
    for (const { child, parent, place } of this.inside) {
      this.finder.more(child, { values: [['Inside', this.names.get(parent) ?? parent]] })
      this.finder.mended(place, 'it stands inside another element, which is kept as “Inside”')
    }
    return this.finder.done()
  }
}

/** A value under that name, whatever its capitals; it is taken out of the columns. */
function taken(values: Map<string, Value>, name: string): Value | undefined {
  for (const [column, value] of values) {
    if (column.toLowerCase() !== name) continue
    values.delete(column)
    return value
  }
  return undefined
}
