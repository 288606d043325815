import type { Point } from '../../model/records.ts'
import type { Source } from '../format.ts'
import { Finder, Refusal } from '../found/finder.ts'
import type { FoundFile, Value } from '../found/found.ts'
import { pointOf, valueOf } from '../found/values.ts'
import { walkXml, xmlText, type Tag } from '../found/walk-xml.ts'

interface Column {
  readonly title: string
  readonly isNumber: boolean
  fallback?: Value
}

interface Thing {
  readonly tag: Tag
  readonly values: Map<string, Value>
  readonly inside: string
  at: Point | null
}

/** Reads GEXF (gexf.net): static graphs whole; what changes over time as it stands last, which is said. */
export function* findGexf({ bytes }: Source): Generator<number, FoundFile> {
  const finder = new Finder()
  const text = xmlText(bytes, finder)
  const gexf = new Gexf(finder)
  yield* walkXml(text, gexf)
  if (!gexf.hasGraph) throw new Refusal('The file', 'there is no <graph> in it')
  return { ok: true, format: 'GEXF', maps: [gexf.done()] }
}

class Gexf {
  hasGraph = false
  private readonly finder: Finder
  private readonly columns = { node: new Map<string, Column>(), edge: new Map<string, Column>() }
  private readonly open_: Thing[] = []
  private readonly names = new Map<string, string>()
  private readonly inside: { readonly child: string; readonly parent: string; readonly place: string }[] = []
  private isDirectedByDefault = false
  private declaring: 'node' | 'edge' = 'node'
  private column: Column | null = null
  private isOurs = false

  constructor(finder: Finder) {
    this.finder = finder
  }

  open(tag: Tag): void {
    const { name, attributes, place } = tag
    if (name === 'graph') {
      this.hasGraph = true
      this.isDirectedByDefault = attributes.get('defaultedgetype') === 'directed'
    } else if (name === 'attributes') this.declaring = attributes.get('class') === 'edge' ? 'edge' : 'node'
    else if (name === 'attribute') {
      this.column = { title: attributes.get('title') ?? attributes.get('id') ?? 'attribute', isNumber: /^(?:integer|long|float|double|short|byte|bigdecimal|biginteger)$/i.test(attributes.get('type') ?? '') }
      this.columns[this.declaring].set(attributes.get('id') ?? this.column.title, this.column)
    } else if (name === 'node' || name === 'edge') this.open_.push({ tag, values: new Map(), inside: this.around(tag), at: null })
    else if (name === 'attvalue') this.value(tag)
    else if (name === 'position') this.position(tag)
    else if (name === 'color' || name === 'size' || name === 'shape' || name === 'thickness') this.finder.lost(place, 'colour, size and shape of its own: here they follow kind, organisation and strength')
    if (name === 'spell' || ((name === 'node' || name === 'edge') && (attributes.has('start') || attributes.has('end')))) {
      this.finder.lost(place, 'when it begins and ends: it stands in the map throughout')
    }
  }

  close({ name }: Tag, text: string): void {
    if (name === 'default' && this.column) this.column.fallback = valueOf(text, this.column.isNumber)
    else if (name === 'creator') this.isOurs = text.trim() === 'Sightlines'
    else if ((name === 'title' || name === 'description') && this.open_.length === 0) this.finder.title ||= text
    else if (name === 'node') this.node()
    else if (name === 'edge') this.edge()
  }

  /** The node that this one stands in, by nesting or by `pid`. */
  private around({ name, attributes }: Tag): string {
    if (name !== 'node') return ''
    return attributes.get('pid') ?? this.open_.findLast(({ tag }) => tag.name === 'node')?.tag.attributes.get('id') ?? ''
  }

  private value({ attributes, place }: Tag): void {
    const thing = this.open_.at(-1)
    const key = attributes.get('for') ?? attributes.get('id')
    if (!thing || key === undefined) return
    const column = this.columns[thing.tag.name === 'edge' ? 'edge' : 'node'].get(key) ?? { title: key, isNumber: true }
    if (thing.values.has(column.title)) this.finder.lost(place, `“${column.title}” has several values over time; the last one is kept`)
    thing.values.set(column.title, valueOf(attributes.get('value') ?? '', column.isNumber))
  }

  private position({ attributes }: Tag): void {
    const thing = this.open_.at(-1)
    const at = pointOf(attributes.get('x'), attributes.get('y'))
    // Gephi's y goes up, that of our own files down.
    if (thing && at) thing.at = this.isOurs ? at : [at[0], 0 - at[1]]
  }

  private node(): void {
    const thing = this.open_.pop()
    if (!thing) return
    const { tag, values, inside, at } = thing
    const id = tag.attributes.get('id') ?? ''
    const name = tag.attributes.get('label') ?? ''
    const own = this.finder.element(tag.place, { id, name, at, values: this.filled('node', values, name) })
    if (!this.names.has(id)) this.names.set(id, name || id)
    if (inside !== '') this.inside.push({ child: own, parent: inside, place: tag.place })
  }

  private edge(): void {
    const thing = this.open_.pop()
    if (!thing) return
    const { tag, values } = thing
    const { attributes } = tag
    const type = attributes.get('type')
    const weight = attributes.get('weight')
    if (weight !== undefined) values.set('weight', valueOf(weight, true))
    const kind = attributes.get('kind')
    if (kind !== undefined) values.set('kind', kind)
    const label = attributes.get('label') ?? ''
    this.finder.tie(tag.place, {
      id: attributes.get('id') ?? '', from: attributes.get('source') ?? '', to: attributes.get('target') ?? '', label,
      mutual: type === 'undirected' || type === 'mutual' || type === 'bidirectional' || (type === undefined && !this.isDirectedByDefault),
      values: this.filled('edge', values, label),
    })
  }

  /** What a column says where nothing is said; a column that only repeats the name is left out. */
  private filled(of: 'node' | 'edge', values: Map<string, Value>, name: string): Map<string, Value> {
    for (const { title, fallback } of this.columns[of].values()) if (fallback !== undefined && !values.has(title)) values.set(title, fallback)
    for (const [title, value] of values) if (value === '' || (title.toLowerCase() === 'label' && value === name)) values.delete(title)
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
