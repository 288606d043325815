import type { RecordedStep } from '../document/recorded-step.ts'
import type { Id } from '../model/ids.ts'
import type { KeptSteps, StepWrites } from './disk.ts'

/** How much of each way, undo and redo, outlives the page: steps, and letters of what they say. */
const MOST = { steps: 100, letters: 8_000_000 }

export interface StepListOptions {
  readonly id: Id
  readonly map: Id
  /** The map's steps as they are now. */
  readonly steps: () => { readonly done: readonly RecordedStep[]; readonly undone: readonly RecordedStep[] }
  readonly now: () => number
}

/** Keeps the disk's list of a tab's steps in step with the tab: what is to be written is the difference to what the disk is known to hold. */
export class StepList {
  private readonly options: StepListOptions
  private held = new Map<number, RecordedStep>()
  private at = 0
  private isKnown = true

  constructor(options: StepListOptions) {
    this.options = options
  }

  /** The steps as the disk gave them. */
  begin({ steps, at }: KeptSteps): void {
    this.held = new Map(steps.map((step) => [step.n, step]))
    this.at = at
  }

  /** What to write together with what changes the map; null where nothing differs. */
  next(): StepWrites | null {
    const { id, map, steps, now } = this.options
    const { done, undone } = steps()
    const wanted = new Map([...lastOf(done), ...lastOf(undone)].map((step) => [step.n, step]))
    const changed = [...wanted.values()].filter((step) => this.held.get(step.n) !== step)
    const gone = [...this.held.keys()].filter((n) => !wanted.has(n))
    const at = done.at(-1)?.n ?? 0
    if (this.isKnown && changed.length === 0 && gone.length === 0 && at === this.at) return null
    return {
      list: { id, map, at, usedAt: now() },
      isWhole: !this.isKnown,
      gone,
      steps: changed,
    }
  }

  /** The disk holds it now. */
  written({ list, gone, steps }: StepWrites): void {
    for (const n of gone) this.held.delete(n)
    for (const step of steps) this.held.set(step.n, step)
    this.at = list.at
    this.isKnown = true
  }

  /** A write failed: what the disk holds is anyone's guess, and it gets the whole list again. */
  lost(): void {
    this.held = new Map()
    this.isKnown = false
  }
}

/** Whether a step is small enough to be undone after the page has gone. */
export function outlivesPage(step: RecordedStep): boolean {
  return sizeOf(step) <= MOST.letters
}

/** The last steps that are kept: a step that is too large ends them, because what came before it can only be undone after it. */
function lastOf(steps: readonly RecordedStep[]): readonly RecordedStep[] {
  const kept: RecordedStep[] = []
  let letters = 0
  for (const step of steps.slice(-MOST.steps).reverse()) {
    letters += sizeOf(step)
    if (letters > MOST.letters) break
    kept.push(step)
  }
  return kept
}

function sizeOf({ title, text }: RecordedStep): number {
  return title.length + text.length
}
