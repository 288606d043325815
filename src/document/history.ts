import type { Id } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { isSame } from '../model/project.ts'
import { cellOf, joinedChanges, RecordedStep, type CellChange, type Step } from './recorded-step.ts'

/** The cells of all documents of a map, as steps are turned back and done again in them. */
export interface Cells {
  get(cell: Pick<CellChange, 'name' | 'root' | 'key'>): unknown
  set(cell: Pick<CellChange, 'name' | 'root' | 'key'>, value: Json | undefined): void
}

/** What came of undoing or redoing: the step at which it ended, how many took effect, and whether some of them stays because others changed it since. */
export interface Turned {
  readonly step: Step
  readonly count: number
  readonly isPartly: boolean
}

/**
 * One list of steps over all documents of a map. A step holds what each cell was before and after it, and gives back only the cells that
 * still hold what it left there: an edit that came from elsewhere is never undone. Being plain data, it outlives the page.
 */
export class History {
  private before: readonly RecordedStep[] = []
  private after: readonly RecordedStep[] = []
  private next = 1

  /** The steps that stand, the last one last. */
  get done(): readonly RecordedStep[] {
    return this.before
  }

  /** The steps that were undone, the one to be done again first at the end. */
  get undone(): readonly RecordedStep[] {
    return this.after
  }

  /** Begins with the steps of an earlier page. */
  begin(done: readonly RecordedStep[], undone: readonly RecordedStep[]): void {
    this.before = done
    this.after = undone
    this.next = 1 + Math.max(0, ...[...done, ...undone].map(({ n }) => n))
  }

  /** Adds a step. Gives whether it altered anything; only then is what was undone forgotten. */
  record(step: Step, changes: readonly CellChange[]): boolean {
    if (changes.length === 0) return false
    this.after = []
    const last = this.before.at(-1)
    if (!last || step.visit === undefined || last.visit !== step.visit) {
      this.before = [...this.before, new RecordedStep(this.next++, step, changes)]
      return true
    }
    const joint = joinedChanges(last.changes, changes)
    this.before = [...this.before.slice(0, -1), ...(joint.length ? [last.with(joint, { ...step, title: last.title, before: last.before })] : [])]
    return true
  }

  /** What is selected after the last step is often known only once its change is on the map. */
  selectedAfter(selection: readonly Id[]): void {
    const last = this.before.at(-1)
    if (last && !isSame(last.after, selection)) this.before = [...this.before.slice(0, -1), last.selecting(selection)]
  }

  /** Undoes so many steps; null when none took effect. Of steps that others have overwritten whole, one more is undone. */
  undo(count: number, cells: Cells): Turned | null {
    return this.turn('undo', count, cells)
  }

  /** Does so many undone steps again; null when none took effect. */
  redo(count: number, cells: Cells): Turned | null {
    return this.turn('redo', count, cells)
  }

  private turn(way: 'undo' | 'redo', most: number, cells: Cells): Turned | null {
    let step: Step | null = null
    let count = 0
    let isPartly = false
    for (let i = 0; i < most || !step; i++) {
      const entry = (way === 'undo' ? this.before : this.after).at(-1)
      if (!entry) break
      const [moved, stays] = turned(entry, way, cells)
      if (way === 'undo') this.before = this.before.slice(0, -1)
      else this.after = this.after.slice(0, -1)
      if (stays.length) this.leave(stays)
      isPartly ||= stays.length > 0
      if (moved.length === 0) continue
      const left = stays.length ? entry.with(moved) : entry
      if (way === 'undo') this.after = [...this.after, left]
      else this.before = [...this.before, left]
      step = entry
      count++
    }
    return step && { step, count, isPartly }
  }

  /** What others changed after one step they changed after every other: no step has a say in it any more. */
  private leave(stays: readonly CellChange[]): void {
    const gone = new Set(stays.map(cellOf))
    const without = (entries: readonly RecordedStep[]): readonly RecordedStep[] =>
      entries.flatMap((entry) => {
        const left = entry.changes.filter((change) => !gone.has(cellOf(change)))
        return left.length === entry.changes.length ? [entry] : left.length ? [entry.with(left)] : []
      })
    this.before = without(this.before)
    this.after = without(this.after)
  }
}

/** Turns what a step did; gives what turned, and what stays because it is not as the step left it. */
function turned({ changes }: RecordedStep, way: 'undo' | 'redo', cells: Cells): readonly [moved: readonly CellChange[], stays: readonly CellChange[]] {
  const moved: CellChange[] = []
  const stays: CellChange[] = []
  for (const change of changes) {
    const [left, wanted] = way === 'undo' ? [change.after, change.before] : [change.before, change.after]
    if (!isSame(cells.get(change), left)) stays.push(change)
    else {
      moved.push(change)
      cells.set(change, wanted)
    }
  }
  return [moved, stays]
}
