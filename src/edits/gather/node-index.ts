import { byId } from '../../model/ids.ts'
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
  private readonly byTrigram = new Map<string, Map<number, number>>()

  add(node: Node, aliases: Iterable<string>): void {
    const grams = trigrams(node.plain)
    const known = { node, size: sizeOf(grams), turn: this.known.length }
    this.known.push(known)
    push(this.byName, node.plain, known)
    for (const alias of aliases) push(this.byAlias, plainName(alias), known)
    for (const [three, count] of grams) {
      let places = this.byTrigram.get(three)
      if (!places) this.byTrigram.set(three, (places = new Map()))
      places.set(known.turn, count)
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
    const grams: ReadonlyMap<string, number> = node.plain === '' ? new Map() : trigrams(node.plain)
    const size = sizeOf(grams)
    const shared = new Map<number, number>()
    for (const [three, count] of grams) {
      for (const [turn, theirs] of this.byTrigram.get(three) ?? []) shared.set(turn, (shared.get(turn) ?? 0) + Math.min(count, theirs))
    }
    const found: (Known & { readonly likeness: number })[] = []
    for (const [turn, common] of shared) {
      const known = this.known[turn]
      const how = known ? likeness(common, size, known.size) : 0
      if (known && how >= ALIKE) found.push({ ...known, likeness: how })
    }
    const isOwn = (one: Known) => Number(one.node.organisation === node.organisation)
    return found.sort((a, b) => b.likeness - a.likeness || isOwn(b) - isOwn(a) || a.turn - b.turn || byId(a.node.key, b.node.key))
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
