import type * as Y from 'yjs'
import type { Json } from '../model/json.ts'
import { isSame } from '../model/project.ts'
import { readCell, type Root } from './cells.ts'
import type { CellChange } from './recorded-step.ts'

const GONE = Symbol('gone')

/** Cells of a document with the writes of one transaction held back, so that each cell is written once and it is known what it held before. */
export class CellsInWriting {
  private readonly roots: ReadonlyMap<Root, Y.Map<unknown>>
  private readonly held = new Map<Root, Map<string, unknown>>()

  constructor(roots: ReadonlyMap<Root, Y.Map<unknown>>) {
    this.roots = roots
  }

  get(root: Root, key: string): unknown {
    const held = this.held.get(root)
    if (!held?.has(key)) return this.roots.get(root)?.get(key)
    const value = held.get(key)
    return value === GONE ? undefined : value
  }

  has(root: Root, key: string): boolean {
    const held = this.held.get(root)
    return held?.has(key) ? held.get(key) !== GONE : (this.roots.get(root)?.has(key) ?? false)
  }

  keys(root: Root): string[] {
    const held = [...(this.held.get(root)?.keys() ?? [])]
    return [...new Set([...(this.roots.get(root)?.keys() ?? []), ...held])].filter((key) => this.has(root, key))
  }

  set(root: Root, key: string, value: unknown): void {
    const held = this.held.get(root)
    if (held) held.set(key, value)
    else this.held.set(root, new Map([[key, value]]))
  }

  delete(root: Root, key: string): void {
    if (this.has(root, key)) this.set(root, key, GONE)
  }

  /** Writes what was held back and gives what that changed; call inside the transaction. A cell that ends as it was is not written. */
  write(): Omit<CellChange, 'name'>[] {
    const changes: Omit<CellChange, 'name'>[] = []
    for (const [root, held] of this.held) {
      const cells = this.roots.get(root)
      for (const [key, value] of held) {
        const before: unknown = cells?.get(key)
        if (value === GONE ? !cells?.has(key) : cells?.has(key) && isSame(before, value)) continue
        if (value === GONE) cells?.delete(key)
        else cells?.set(key, value)
        changes.push({ root, key, before: asJson(before), after: asJson(value) })
      }
    }
    this.held.clear()
    return changes
  }
}

/** What a stranger left in a cell and is no JSON counts as nothing. */
function asJson(value: unknown): Json | undefined {
  return value !== GONE && readCell(value) !== undefined ? (value as Json) : undefined
}
