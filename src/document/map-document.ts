import * as Y from 'yjs'
import type { MapChange } from '../model/change.ts'
import { META_ID } from '../model/empty-map.ts'
import type { Id, Random } from '../model/ids.ts'
import type { SystemMap } from '../model/system-map.ts'
import { CellDocument } from './cell-document.ts'
import { composite, type PrivatePart } from './composite.ts'
import { History, type Cells, type Turned } from './history.ts'
import { ignoredCells, type IgnoredCell } from './ignored-cells.ts'
import { MAIN, partOf, withoutResting, type DocumentName } from './privacy.ts'
import type { CellChange, RecordedStep, Step } from './recorded-step.ts'
import { fill, writeChange, type Documents } from './write-change.ts'

/** The origin of updates that the disk already has. */
const STORED = 'stored'
/** The origin of everything that is not on the disk yet: what is done here, and what another copy of this map brings. */
const NEW = 'new'

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
  /** Until somebody listens Yjs encodes no update, which at a load would be the whole map for nobody. */
  private isHeard = false

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

  /** The steps that stand and those that were undone, the next one to be turned last. */
  get steps(): { readonly done: readonly RecordedStep[]; readonly undone: readonly RecordedStep[] } {
    return this.history
  }

  /** Takes up the steps of an earlier page. */
  goOnWith(done: readonly RecordedStep[], undone: readonly RecordedStep[]): void {
    this.history.begin(done, undone)
  }

  /** Applies a change as one undo step, in one transaction per document. Gives whether it altered anything. */
  change(change: MapChange, step: Step): boolean {
    return this.batch(() => this.history.record(step, writeChange(this, withoutResting(this.map, change))))
  }

  selectedAfter(selection: Step['after']): void {
    this.history.selectedAfter(selection)
  }

  /** Undoes the last steps made here, so many of them; null when there was nothing to undo. */
  undo(count = 1): Turned | null {
    return this.turn('undo', count)
  }

  redo(count = 1): Turned | null {
    return this.turn('redo', count)
  }

  /** Takes in what the disk holds. Throws where bytes are not a document's. */
  take(stored: readonly StoredDocument[]): void {
    this.merge(stored, STORED)
  }

  /** Brings another copy of this map together with it: what it adds goes to the disk, and is not undone. */
  bring(stored: readonly StoredDocument[]): void {
    this.merge(stored, NEW)
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
    if (!this.isHeard) this.documents.forEach((document, name) => this.hear(name, document))
    this.isHeard = true
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
    this.within(() => this.documents.forEach((document) => document.write({ at: 'meta', id: META_ID, field: 'mapId', to: mapId })))
  }

  find(name: DocumentName): CellDocument | undefined {
    return this.documents.get(name)
  }

  open(name: DocumentName): CellDocument {
    const known = this.documents.get(name)
    if (known) return known
    const document = new CellDocument(this.random)
    this.documents.set(name, document)
    if (this.isHeard) this.hear(name, document)
    return document
  }

  within(edit: () => void): readonly CellChange[] {
    const every = [...this.documents]
    const changes: CellChange[] = []
    const once = (): void => {
      edit()
      for (const [name, { cells }] of every) for (const change of cells.write()) changes.push({ name, ...change })
    }
    this.batch(every.reduceRight<() => void>((inner, [, { doc }]) => () => doc.transact(inner, NEW), once))
    return changes
  }

  private hear(name: DocumentName, { doc }: CellDocument): void {
    doc.on('updateV2', (update: Uint8Array, origin: unknown) => {
      if (origin !== STORED) this.onUpdateListeners.forEach((listener) => listener(name, update))
    })
  }

  private turn(way: 'undo' | 'redo', count: number): Turned | null {
    const cells: Cells = {
      get: ({ name, root, key }) => this.documents.get(name)?.cells.get(root, key),
      set: ({ name, root, key }, value) => {
        const held = this.documents.get(name)?.cells
        if (value === undefined) held?.delete(root, key)
        else held?.set(root, key, value)
      },
    }
    let turned: Turned | null = null
    this.within(() => (turned = this.history[way](count, cells)))
    return turned
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
