import { likeness, plainName, sizeOf, trigrams } from './alike.ts'
import type { Node, NodeKey } from './match.ts'

/** As alike as two names have to be before anybody is asked. */
const ALIKE = 0.8

interface Known {
  readonly node: Node
  readonly size: number
  /** Its place among all: what was there first comes first. */
  readonly turn: number
}

/** Everything that a file's things can be matched with, found by name, by earlier name and by likeness. */
export class NodeIndex {
  private readonly known: Known[] = []
  private readonly byName = new Map<string, Known[]>()
  private readonly byAlias = new Map<string, Known[]>()
  /** For each run of three letters the places of the names that have it, each followed by how often. */
  private readonly byTrigram = new Map<string, number[]>()
  /** How much each name has in common with the one that is looked for; all zero between two looks. */
  private common = new Uint16Array(0)

  add(node: Node, aliases: Iterable<string>): void {
    const grams = trigrams(node.plain)
    const known = { node, size: sizeOf(grams), turn: this.known.length }
    this.known.push(known)
    push(this.byName, node.plain, known)
    for (const alias of aliases) push(this.byAlias, plainName(alias), known)
    for (const [three, count] of grams) {
      const places = this.byTrigram.get(three)
      if (places) places.push(known.turn, count)
      else this.byTrigram.set(three, [known.turn, count])
    }
  }

  /** What has no name is like nothing. Those of the same name in the same organisation: exactly as typed first, then what was there first. */
  named(node: Node): readonly Node[] {
    const all = node.plain === '' ? [] : (this.byName.get(node.plain) ?? []).filter((one) => one.node.organisation === node.organisation)
    return all.sort((a, b) => isTyped(b, node) - isTyped(a, node) || a.turn - b.turn).map((one) => one.node)
  }

  /** The one that this name was matched from before: of the same organisation, else the only one there is. */
  aliased(node: Node): readonly Node[] {
    const all = node.plain === '' ? [] : (this.byAlias.get(node.plain) ?? []).map((one) => one.node)
    const own = all.filter((one) => one.organisation === node.organisation)
    return own.length > 0 ? own : new Set(all).size === 1 ? all.slice(0, 1) : []
  }

  /** Those of the same name elsewhere and those nearly of this name, the most alike first. Looks only at names that share three letters with it. */
  alike(node: Node): readonly { readonly node: Node; readonly likeness: number }[] {
    if (node.plain === '') return []
    const grams = trigrams(node.plain)
    const size = sizeOf(grams)
    if (this.common.length < this.known.length) this.common = new Uint16Array(this.known.length * 2)
    const touched: number[] = []
    for (const [three, count] of grams) {
      const places = this.byTrigram.get(three)
      if (!places) continue
      for (let i = 0; i < places.length; i += 2) {
        const turn = places[i] ?? 0
        if (this.common[turn] === 0) touched.push(turn)
        this.common[turn] = (this.common[turn] ?? 0) + Math.min(count, places[i + 1] ?? 0)
      }
    }
    const found: (Known & { readonly likeness: number })[] = []
    for (const turn of touched) {
      const known = this.known[turn]
      const how = known ? likeness(this.common[turn] ?? 0, size, known.size) : 0
      if (known && how >= ALIKE) found.push({ ...known, likeness: how })
      this.common[turn] = 0
    }
    const isOwn = (one: Known) => Number(one.node.organisation === node.organisation)
    return found.sort((a, b) => b.likeness - a.likeness || isOwn(b) - isOwn(a) || a.turn - b.turn)
  }
}

function isTyped(one: Known, node: Node): number {
  return Number(one.node.element.name === node.element.name)
}

function push(map: Map<NodeKey, Known[]>, key: string, known: Known): void {
  const list = map.get(key)
  if (list) list.push(known)
  else map.set(key, [known])
}
