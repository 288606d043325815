import * as Y from 'yjs'
import type { Id } from '../model/ids.ts'
import type { CellDocument } from './cell-document.ts'

/** The origin of edits made here: only these are undone. */
export const LOCAL = 'local'

export interface Step {
  readonly title: string
  readonly before: readonly Id[]
  readonly after: readonly Id[]
  /** Changes of one visit to a field follow one another into one step. */
  readonly visit?: symbol | undefined
}

interface Entry extends Step {
  readonly in: ReadonlySet<CellDocument>
}

/** One list of steps over one `Y.UndoManager` per document. An edit that came from elsewhere is never undone. */
export class History {
  private readonly managers = new Map<CellDocument, Y.UndoManager>()
  private done: readonly Entry[] = []
  private undone: readonly Entry[] = []

  watch(document: CellDocument): void {
    if (!this.managers.has(document)) {
      this.managers.set(document, new Y.UndoManager(document.types, { captureTimeout: 0, trackedOrigins: new Set([LOCAL]) }))
    }
  }

  get undoable(): readonly string[] {
    return this.done.map(({ title }) => title)
  }

  get redoable(): readonly string[] {
    return this.undone.map(({ title }) => title)
  }

  /** Runs an edit as one step. Gives whether it altered anything; only then is what was undone forgotten. */
  record(step: Step, edit: () => void): boolean {
    // A step that is added to keeps its place on the stack, and what it deletes becomes another set.
    const deleted = (manager: Y.UndoManager): unknown => manager.undoStack.at(-1)?.deletions
    const before = new Map([...this.managers].map(([document, manager]) => [document, deleted(manager)]))
    const last = this.done.at(-1)
    const same = step.visit !== undefined && last?.visit === step.visit ? last : null
    for (const [document, manager] of this.managers) joining(manager, same?.in.has(document) ?? false)
    edit()
    const touched = [...this.managers].filter(([document, manager]) => deleted(manager) !== before.get(document)).map(([document]) => document)
    for (const manager of this.managers.values()) joining(manager, false)
    if (touched.length === 0) return false
    for (const manager of this.managers.values()) manager.clear(false, true)
    this.undone = []
    if (same) this.done = [...this.done.slice(0, -1), { ...same, after: step.after, in: new Set([...same.in, ...touched]) }]
    else this.done = [...this.done, { ...step, in: new Set(touched) }]
    return true
  }

  /** What is selected after the last step is often known only once its change is on the map. */
  selectedAfter(selection: readonly Id[]): void {
    const last = this.done.at(-1)
    if (last) this.done = [...this.done.slice(0, -1), { ...last, after: selection }]
  }

  /** Undoes the last step and gives it; null when there is none. A step that others have since overwritten whole is passed by. */
  undo(): Step | null {
    const [step, moved] = this.turn(this.done.at(-1), 'undo')
    this.done = aligned(this.done, (document) => this.managers.get(document)?.undoStack.length ?? 0)
    if (step && moved.size) this.undone = [...this.undone, { ...step, in: moved }]
    return moved.size || !step ? step : this.undo()
  }

  /** Does the last undone step again and gives it; null when there is none. */
  redo(): Step | null {
    const [step, moved] = this.turn(this.undone.at(-1), 'redo')
    this.undone = aligned(this.undone, (document) => this.managers.get(document)?.redoStack.length ?? 0)
    if (step && moved.size) this.done = [...this.done, { ...step, in: moved }]
    return moved.size || !step ? step : this.redo()
  }

  private turn(entry: Entry | undefined, way: 'undo' | 'redo'): readonly [Entry | null, ReadonlySet<CellDocument>] {
    const moved = new Set<CellDocument>()
    for (const document of entry?.in ?? []) if (this.managers.get(document)?.[way]()) moved.add(document)
    return [entry ?? null, moved]
  }
}

/** Whether what comes next is added to the last step. Yjs asks its clock, which may be set back: so it is told what to see. */
function joining(manager: Y.UndoManager, isSame: boolean): void {
  manager.captureTimeout = isSame ? Infinity : 0
  if (isSame) manager.lastChange = 1
  else manager.stopCapturing()
}

/** The list without what the managers no longer hold: they pass by steps that would change nothing. */
function aligned(entries: readonly Entry[], held: (document: CellDocument) => number): Entry[] {
  const left = new Map<CellDocument, number>()
  const kept: Entry[] = []
  for (const entry of entries) {
    const here = [...entry.in].filter((document) => {
      const count = (left.get(document) ?? 0) + 1
      left.set(document, count)
      return count <= held(document)
    })
    if (here.length) kept.push(here.length === entry.in.size ? entry : { ...entry, in: new Set(here) })
  }
  return kept
}
