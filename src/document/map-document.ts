import * as Y from 'yjs'
import type { MapChange } from '../model/change.ts'
import { META_ID } from '../model/empty-map.ts'
import type { Id, Random } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { CellDocument } from './cell-document.ts'
import { composite, type PrivatePart } from './composite.ts'
import { History, LOCAL, type Step } from './history.ts'
import { ignoredCells, type IgnoredCell } from './ignored-cells.ts'
import { MAIN, partOf, withoutResting, type DocumentName } from './privacy.ts'
import { fill, writeChange, type Documents } from './write-change.ts'

/** The origin of updates that the disk already has. */
const STORED = 'stored'
/** The origin of what another copy of this map brings, and of bookkeeping: kept on the disk, never undone. */
const BROUGHT = 'brought'

export interface StoredDocument {
  readonly name: DocumentName
  /** State and updates, in Yjs's second encoding. */
  readonly updates: readonly Uint8Array[]
}

/**
 * An open map: its own document, one more for each private perspective and private reflection, and what they say
 * together as one immutable `SystemMap`.
 */
export class MapDocument implements Documents {
  private readonly history = new History()
  private readonly documents = new Map<DocumentName, CellDocument>()
  private readonly onMapListeners = new Set<(map: SystemMap) => void>()
  private readonly onUpdateListeners = new Set<(name: DocumentName, update: Uint8Array) => void>()
  private readonly random: Random | undefined
  private current: SystemMap | undefined
  private depth = 0

  constructor(random?: Random) {
    this.random = random
    this.open(MAIN)
  }

  /** New documents for a map, as it is made or as it came out of a file. There is nothing to undo in them. */
  static from(map: SystemMap, random?: Random): MapDocument {
    const document = new MapDocument(random)
    fill(document, map)
    return document
  }

  /** From what the disk holds. Throws where bytes are not a document's; a gap shows as `isComplete` false. */
  static load(stored: readonly StoredDocument[], random?: Random): MapDocument {
    const document = new MapDocument(random)
    document.take(stored)
    return document
  }

  get map(): SystemMap {
    this.current ??= this.project()
    return this.current
  }

  get names(): readonly DocumentName[] {
    return [...this.documents.keys()]
  }

  /** Whether no document waits for an update that never came. */
  get isComplete(): boolean {
    return [...this.documents.values()].every((document) => document.isComplete)
  }

  /** Titles of the steps that can be undone and redone, the next one last. */
  get steps(): { readonly undo: readonly string[]; readonly redo: readonly string[] } {
    return { undo: this.history.undoable, redo: this.history.redoable }
  }

  /** Applies a change as one undo step, in one transaction per document. Gives whether it altered anything. */
  change(change: MapChange, step: Step): boolean {
    return this.batch(() => this.history.record(step, () => writeChange(this, withoutResting(this.map, change))))
  }

  selectedAfter(selection: Step['after']): void {
    this.history.selectedAfter(selection)
  }

  /** Undoes the last step made here and gives it; null when there is none. */
  undo(): Step | null {
    return this.batch(() => this.history.undo())
  }

  redo(): Step | null {
    return this.batch(() => this.history.redo())
  }

  /** Takes in what the disk holds. Throws where bytes are not a document's. */
  take(stored: readonly StoredDocument[]): void {
    this.merge(stored, STORED)
  }

  /** Brings another copy of this map together with it: what it adds goes to the disk, and is not undone. */
  bring(stored: readonly StoredDocument[]): void {
    this.merge(stored, BROUGHT)
  }

  /** A document's whole state, or what is missing where a state vector says what is there. */
  state(name: DocumentName, has?: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdateV2(this.open(name).doc, has)
  }

  onMap(listener: (map: SystemMap) => void): () => void {
    this.onMapListeners.add(listener)
    return () => this.onMapListeners.delete(listener)
  }

  /** Hears of everything that is written here and not yet on the disk. */
  onUpdate(listener: (name: DocumentName, update: Uint8Array) => void): () => void {
    this.onUpdateListeners.add(listener)
    return () => this.onUpdateListeners.delete(listener)
  }

  close(): void {
    this.onMapListeners.clear()
    this.onUpdateListeners.clear()
    for (const { doc } of this.documents.values()) doc.destroy()
  }

  /** Cells that the projection passes over, by document. Cost: every cell. */
  get ignored(): readonly (IgnoredCell & { readonly document: DocumentName })[] {
    return [...this.documents].flatMap(([name, document]) => ignoredCells(document).map((cell) => ({ ...cell, document: name })))
  }

  /** Gives the map its id among the maps here; nothing to undo. */
  name(mapId: Id): void {
    this.within('bookkeeping', () => this.documents.forEach((document) => document.write({ at: 'meta', id: META_ID, field: 'mapId', to: mapId })))
  }

  find(name: DocumentName): CellDocument | undefined {
    return this.documents.get(name)
  }

  open(name: DocumentName): CellDocument {
    const known = this.documents.get(name)
    if (known) return known
    const document = new CellDocument(this.random)
    this.documents.set(name, document)
    this.history.watch(document)
    document.doc.on('updateV2', (update: Uint8Array, origin: unknown) => {
      if (origin !== STORED) this.onUpdateListeners.forEach((listener) => listener(name, update))
    })
    return document
  }

  within(origin: 'local' | 'bookkeeping', edit: () => void): void {
    const every = [...this.documents.values()]
    const once = (): void => {
      edit()
      for (const { cells } of every) cells.write()
    }
    const nested = every.reduceRight<() => void>((inner, { doc }) => () => doc.transact(inner, origin === 'local' ? LOCAL : BROUGHT), once)
    this.batch(nested)
  }

  private merge(stored: readonly StoredDocument[], origin: string): void {
    this.batch(() => {
      for (const { name, updates } of stored) {
        const { doc } = this.open(name)
        doc.transact(() => updates.forEach((update) => Y.applyUpdateV2(doc, update, origin)), origin)
      }
    })
  }

  /** However many documents an edit touches, there is one next map. */
  private batch<T>(work: () => T): T {
    const before = this.map
    this.depth++
    let result: T
    try {
      result = work()
    } finally {
      this.depth--
      if (this.depth === 0) this.current = this.project()
    }
    if (this.depth === 0 && this.current && this.current !== before) for (const listener of this.onMapListeners) listener(this.current)
    return result
  }

  private project(): SystemMap {
    const parts: PrivatePart[] = []
    for (const [name, { tables }] of this.documents) {
      const part = partOf(name)
      if (part) parts.push({ ...part, tables })
    }
    return composite(this.current, this.open(MAIN).tables, parts)
  }
}
