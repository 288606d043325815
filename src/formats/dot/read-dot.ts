import type { Point } from '../../model/records.ts'
import type { Source } from '../format.ts'
import { decode } from '../found/decode.ts'
import { Finder, Refusal } from '../found/finder.ts'
import type { FoundFile, Value } from '../found/found.ts'
import { numberOf, valueOf } from '../found/values.ts'
import { htmlText } from '../found/html-text.ts'
import { LIMITS } from '../native/limits.ts'
import { DotTokens, type DotToken } from './dot-tokens.ts'

type Attributes = ReadonlyMap<string, DotToken>

interface Scope {
  readonly node: Map<string, DotToken>
  readonly edge: Map<string, DotToken>
  readonly own: Map<string, DotToken>
  /** A cluster's name; empty where it is none. */
  readonly cluster: string
  readonly members: Set<string>
}

interface Node {
  readonly place: string
  readonly attributes: Map<string, DotToken>
  inside: Scope | null
}

const LOOKS = new Set(['color', 'fillcolor', 'style', 'shape', 'width', 'height', 'fontname', 'fontsize', 'fontcolor', 'penwidth', 'margin', 'peripheries', 'arrowhead', 'arrowtail', 'arrowsize', 'bgcolor', 'gradientangle', 'image', 'fixedsize', 'rank', 'minlen', 'constraint', 'headport', 'tailport', 'lp', 'lhead', 'ltail', 'labelfontsize', 'ordering', 'splines', 'nodesep', 'ranksep'])
const OWN = new Set(['label', 'pos', 'dir', 'id', 'xlabel'])

/** Reads DOT, the language of Graphviz: clusters are kept as such, so that they can become organisations. */
export function* findDot({ bytes }: Source): Generator<number, FoundFile> {
  const { text, repairs } = decode(bytes, 'western')
  const finder = new Finder()
  for (const { place, words } of repairs) finder.mended(place, words)
  yield* new Dot(text, finder).read()
  return { ok: true, format: 'DOT', maps: [finder.done()] }
}

class Dot {
  private readonly tokens: DotTokens
  private readonly finder: Finder
  private readonly nodes = new Map<string, Node>()
  private readonly ties: (() => void)[] = []
  private readonly tied = new Set<string>()
  private isStrict = false
  private isDirected = false

  constructor(text: string, finder: Finder) {
    this.tokens = new DotTokens(text)
    this.finder = finder
  }

  *read(): Generator<number, void> {
    this.isStrict = this.word('strict')
    this.isDirected = this.word('digraph')
    if (!this.isDirected && !this.word('graph')) throw new Refusal(`Line ${this.tokens.peek().line}`, 'graph or digraph was expected here')
    const first = this.tokens.peek()
    const name = first.is === 'sign' ? '' : this.tokens.name().text
    const root: Scope = { node: new Map(), edge: new Map(), own: new Map(), cluster: '', members: new Set() }
    this.expect('{')
    yield 0
    this.statements(root, 1)
    yield 0.7
    for (const [id, node] of this.nodes) this.element(id, node)
    for (const tie of this.ties) tie()
    this.finder.title = labelOf(root.own.get('label'), '') || name
    if (this.tokens.peek().is !== 'end') this.finder.lost(`Line ${this.tokens.peek().line}`, 'another graph: the first of a file is read')
  }

  private word(word: string): boolean {
    const { is, text } = this.tokens.peek()
    if (is !== 'id' || text.toLowerCase() !== word) return false
    this.tokens.next()
    return true
  }

  private expect(sign: string): void {
    const { line, is, text } = this.tokens.peek()
    if (!this.tokens.take(sign)) throw new Refusal(`Line ${line}`, is === 'end' ? 'the file ends before it is complete; it may have been cut short' : `“${sign}” was expected, and “${text}” stands here`)
  }

  private statements(scope: Scope, depth: number): void {
    if (depth > LIMITS.depth) throw new Refusal(`Line ${this.tokens.peek().line}`, `parts stand more than ${LIMITS.depth} deep inside one another`)
    while (!this.tokens.take('}')) {
      if (this.tokens.take(';') || this.tokens.take(',')) continue
      if (this.word('node')) this.attributes(scope.node)
      else if (this.word('edge')) this.attributes(scope.edge)
      else if (this.word('graph')) this.attributes(scope.own)
      else this.statement(scope, depth)
    }
  }

  /** A node, an attribute of the scope, a part, or a chain of edges between nodes and parts. */
  private statement(scope: Scope, depth: number): void {
    const { line } = this.tokens.peek()
    const first = this.operand(scope, depth)
    if (first.name !== null && this.tokens.take('=')) {
      scope.own.set(first.name, this.tokens.name())
      return
    }
    const chain = [this.membersOf(first, scope, line)]
    const arrows: string[] = []
    for (let sign = this.arrow(); sign !== null; sign = this.arrow()) {
      arrows.push(sign)
      chain.push(this.membersOf(this.operand(scope, depth), scope, line))
    }
    const attributes = new Map<string, DotToken>()
    this.attributes(attributes)
    if (arrows.length === 0 && first.name !== null) for (const [key, value] of attributes) this.nodes.get(first.name)?.attributes.set(key, value)
    arrows.forEach((arrow, i) => this.edges(chain[i] ?? [], chain[i + 1] ?? [], arrow, new Map([...scope.edge, ...attributes]), line))
  }

  private arrow(): string | null {
    return this.tokens.take('->') ? '->' : this.tokens.take('--') ? '--' : null
  }

  private operand(scope: Scope, depth: number): { readonly name: string | null; readonly members: readonly string[] } {
    const isNamed = this.word('subgraph')
    const { is } = this.tokens.peek()
    const name = isNamed && is !== 'sign' ? this.tokens.name().text : ''
    if (isNamed || this.tokens.peek().text === '{') {
      if (!this.tokens.take('{')) return { name: null, members: [] }
      const inner: Scope = { node: new Map(scope.node), edge: new Map(scope.edge), own: new Map(), cluster: /^cluster/i.test(name) ? name : '', members: new Set() }
      this.statements(inner, depth + 1)
      for (const id of inner.members) {
        scope.members.add(id)
        const node = this.nodes.get(id)
        if (node && inner.cluster !== '') node.inside ??= inner
      }
      return { name: null, members: [...inner.members] }
    }
    const id = this.tokens.name().text
    // A port or a side of the node: ties reach the element itself.
    while (this.tokens.take(':')) this.tokens.name()
    return { name: id, members: [] }
  }

  private membersOf({ name, members }: { readonly name: string | null; readonly members: readonly string[] }, scope: Scope, line: number): readonly string[] {
    if (name === null) return members
    const node = this.nodes.get(name)
    if (!node) {
      if (this.nodes.size === LIMITS.elements) throw new Refusal(`Line ${line}`, 'there are more than 50,000 elements, which is the most Sightlines opens')
      this.nodes.set(name, { place: `Line ${line}`, attributes: new Map(scope.node), inside: null })
    }
    scope.members.add(name)
    return [name]
  }

  private attributes(into: Map<string, DotToken>): void {
    while (this.tokens.take('[')) {
      while (!this.tokens.take(']')) {
        if (this.tokens.take(',') || this.tokens.take(';')) continue
        const key = this.tokens.name().text
        into.set(key, this.tokens.take('=') ? this.tokens.name() : { is: 'id', text: 'true', line: 0 })
      }
    }
  }

  private edges(froms: readonly string[], tos: readonly string[], arrow: string, attributes: Attributes, line: number): void {
    for (const from of froms) {
      for (const to of tos) {
        if (this.ties.length === LIMITS.relationships) throw new Refusal(`Line ${line}`, 'there are more than 250,000 ties, which is the most Sightlines opens')
        const key = JSON.stringify(arrow === '->' ? [from, to] : [from, to].toSorted())
        if (this.isStrict && this.tied.has(key)) {
          this.finder.mended(`Line ${line}`, 'the graph is strict: a second edge between the same two is the first one again')
          continue
        }
        this.tied.add(key)
        this.ties.push(() => this.tie(from, to, arrow, attributes, `Line ${line}`))
      }
    }
  }

  private tie(from: string, to: string, arrow: string, attributes: Attributes, place: string): void {
    const dir = attributes.get('dir')?.text ?? (arrow === '->' ? 'forward' : 'none')
    const [tail, head] = dir === 'back' ? [to, from] : [from, to]
    this.finder.tie(place, {
      id: attributes.get('id')?.text ?? '', from: tail, to: head, label: labelOf(attributes.get('label') ?? attributes.get('xlabel'), ''),
      mutual: dir === 'both' || dir === 'none', values: this.values(attributes, place),
    })
  }

  private element(id: string, { place, attributes, inside }: Node): void {
    const values = [...this.values(attributes, place)]
    const cluster = inside ? labelOf(inside.own.get('label'), '') || inside.cluster.replace(/^cluster[_ ]?/i, '') : ''
    if (cluster !== '') values.push(['Cluster', cluster])
    this.finder.element(place, { id, name: labelOf(attributes.get('label'), id, id), at: positionIn(attributes.get('pos')?.text), values })
  }

  private values(attributes: Attributes, place: string): readonly (readonly [string, Value])[] {
    const values: [string, Value][] = []
    for (const [key, { text }] of attributes) {
      if (LOOKS.has(key)) this.finder.lost(place, 'colour, size and shape of its own: here they follow kind, organisation and strength')
      else if (!OWN.has(key) && text !== '') values.push([key, valueOf(text, true)])
    }
    return values
  }
}

/** Graphviz counts y upwards, in points. */
function positionIn(pos: string | undefined): Point | null {
  const parts = pos?.replace('!', '').split(/[,\s]+/)
  return parts && parts.length >= 2 ? [numberOf(parts[0]), 0 - numberOf(parts[1])] : null
}

/** A label's words: its escapes end lines or stand for the node's name, and entities are what they stand for. */
function labelOf(token: DotToken | undefined, otherwise: string, name = ''): string {
  if (!token) return otherwise
  if (token.is === 'html') return token.text
  const words = token.text.replace(/\\([\s\S])/g, (_, letter: string) => (letter === 'n' || letter === 'l' || letter === 'r' ? '\n' : letter === 'N' ? name : letter === 'G' || letter === 'E' ? '' : letter))
  return (words.includes('&') ? htmlText(words.replaceAll('<', '&lt;')) : words).trim()
}
